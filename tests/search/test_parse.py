"""The analyst's language: what it means, and that whatever is typed is read or told what is wrong with it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.search.parse import FIELDS, MOST_WORDS, named, parse
from services.search.problem import SyntaxProblem
from services.search.tree import All, Either, Filter, Node, Not, Span, Word, text, words

NOW = datetime(2023, 8, 3, 12, 30, tzinfo=UTC)


def read(written: str) -> Node:
    return parse(written, NOW)


A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(("written", "tree"), [
    ("", All(())),
    ("a", A),
    ("a b", All((A, B))),
    ("a AND b", All((A, B))),
    ("a and b", All((A, Word("and"), B))),
    ("a OR b c", Either((A, All((B, C))))),
    ("(a OR b) c", All((Either((A, B)), C))),
    ("a -b", All((A, Not(B)))),
    ("a NOT (b OR c)", All((A, Not(Either((B, C)))))),
    ("NOT NOT a", A),
    ('-"a b"', Not(Word("a b", phrase=True))),
    ('“palais présidentiel”', Word("palais présidentiel", phrase=True)),
    ("coup-d'état", Word("coup-d'état")),
    ("source:bbc", Filter("source", ("bbc",))),
    ('SOURCE:"BBC News" a', All((Filter("source", ("BBC News",)), A))),
    ("source:(bbc OR rfi)", Filter("source", ("bbc", "rfi"))),
    ("language:en,fr", Filter("language", ("en", "fr"))),
    ("lang:ha", Filter("language", ("ha",))),
    ("-status:Negated", Not(Filter("status", ("negated",)))),
    ("a OR entity:تشياني", Either((A, Filter("entity", ("تشياني",))))),
    ("since:2023-07-26", Span(datetime(2023, 7, 26, tzinfo=UTC))),
    ('when:"26 July 2023"', Span(datetime(2023, 7, 26, tzinfo=UTC), datetime(2023, 7, 26, 23, 59, 59, 999000, UTC))),
])
def test_a_text_means(written: str, tree: Node) -> None:
    assert read(written) == tree


@pytest.mark.parametrize(("written", "found"), [
    ('"coup & -', ("coup",)),  # a quote without a partner
    ("(coup junta", ("coup", "junta")),
    ("coup) junta (CNSP)", ("coup", "junta", "CNSP")),
    ("Niger: airspace closed at 10:30 (live)", ("Niger:", "airspace", "closed", "at", "10:30", "live")),
    ("https://example.org/a?b=(c)", ("https://example.org/a?b=", "c")),
    ("() coup", ("coup",)),
])
def test_what_a_pasted_headline_holds_is_no_mistake(written: str, found: tuple[str, ...]) -> None:
    assert tuple(word.text for word in words(read(written))) == found


@pytest.mark.parametrize(("written", "position", "says"), [
    ("coup OR", 7, 'a word is missing after OR; to look for OR itself, write "OR"'),
    ("OR coup", 0, "a word is missing before OR"),
    ("coup AND OR junta", 9, "a word is missing after AND"),
    ("coup (NOT)", 9, "a word is missing after NOT"),
    ("sourse:bbc", 0, "there is no field sourse: (meant source:?)"),
    ("coup source:", 5, "source: needs a value"),
    ("coup status:perhaps", 5, "status:perhaps is none of asserted, negated, "),
    ("since:soon", 0, "cannot read the date 'soon'"),
    ("coup 3 August 2023 to 26 July 2023", 5, "the first date is the later one"),
    ("source:(a NOT b)", 10, "source:(…) takes values with OR between them"),
    ("???", 0, "there is no word to look for in '???'"),
    ("(" * 30 + "coup" + ")" * 30, 20, "nested more than 20 deep"),
    ("word " * (MOST_WORDS + 1), 5 * MOST_WORDS, f"{MOST_WORDS} words at most"),
])
def test_what_can_only_be_a_mistake_is_told_with_its_place(written: str, position: int, says: str) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        read(written)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.position == position


PIECES = st.sampled_from([
    "a", "coup", "AND", "OR", "NOT", "-", "(", ")", '"', "“", " ", ":", "source:", "status:", "since:", "when:",
    "negated", "since", "yesterday", "26", "July", "2023", "to", "du", "au", "août", "9999-12-31", "99999d", "last",
    "999999999", "days", "الرئيس", "\u202e", "\x00", "’", "0000", "il", "y", "a", "months", "ago", "between", "and",
    "2023-07-26T10:00+25:00", "9999-12-31T23:59-23:00", "0001-01-01T00:00+10:00", "٣",
])


def complaint(written: str) -> Node | SyntaxProblem:
    try:
        return read(written)
    except SyntaxProblem as problem:
        return problem


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES).map("".join)))
@example("since 9999-12-31T23:59-23:00")
@example("last 99999999999999 years")
@example("²")
def test_whatever_is_typed_is_read_or_told_what_is_wrong(written: str) -> None:
    tree = complaint(written)
    if isinstance(tree, SyntaxProblem):
        assert str(tree)
        assert "\n" not in str(tree)
        assert 0 <= tree.position <= len(written)
    else:
        assert len(words(tree)) <= MOST_WORDS


NODES = st.recursive(
    st.one_of(
        st.sampled_from([A, B, Word("a phrase", phrase=True), Filter("source", ("bbc",))]),
        st.just(Filter("entity", ("x", "y z"))),
        st.just(Span(datetime(2023, 7, 26, tzinfo=UTC), datetime(2023, 8, 3, 1, 2, 3, tzinfo=UTC))),
    ),
    lambda inner: st.one_of(
        inner.filter(lambda node: not isinstance(node, Not)).map(Not),
        st.lists(inner.filter(lambda node: not isinstance(node, All)), min_size=2, max_size=3).map(
            lambda of: All(tuple(of))
        ),
        st.lists(inner.filter(lambda node: not isinstance(node, Either)), min_size=2, max_size=3).map(
            lambda of: Either(tuple(of))
        ),
    ),
    max_leaves=8,
)


@given(NODES)
def test_what_was_understood_is_read_as_the_same(tree: Node) -> None:
    assert _flat(read(text(tree))) == _flat(tree)


def _flat(node: Node) -> Node:
    """Since and until are two filters in a text."""
    if isinstance(node, Span) and node.since and node.until:
        return All((Span(node.since), Span(None, node.until)))
    if isinstance(node, Not):
        return Not(_flat(node.of))
    if isinstance(node, All):
        parts = [_flat(one) for one in node.of]
        return All(tuple(inner for one in parts for inner in (one.of if isinstance(one, All) else (one,))))
    return Either(tuple(_flat(one) for one in node.of)) if isinstance(node, Either) else node


def test_the_longest_run_of_words_that_is_a_name_is_one() -> None:
    known = {"Omar Tchiani": ("tchiani",), "Niger": ("niger",), "Niger Delta": ("niger-delta",)}
    tree = named(read('Niger Delta Omar Tchiani army OR Niger "Omar Tchiani"'), lambda name: known.get(name, ()))
    assert [(word.text, word.ids) for word in words(tree)] == [
        ("Niger Delta", ("niger-delta",)), ("Omar Tchiani", ("tchiani",)), ("army", ()), ("Niger", ("niger",)),
        ("Omar Tchiani", ()),
    ]


def test_every_field_can_be_asked_for() -> None:
    values = {"since": "2d", "until": "2d", "when": "2d"}
    for name, allowed in FIELDS.items():
        read(f"{name}:{allowed[0] if allowed else values.get(name, 'x')}")
