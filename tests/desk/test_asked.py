"""The address bar: anything may stand in it, and what is on can be switched off."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from services.desk.asked import FILTERS, LAST_PAGE, Asked, asked, page_number

names = st.sampled_from((*FILTERS, "q", "since", "until", "sort", "page", "unknown"))
anything = st.lists(st.tuples(names, st.text(max_size=30)), max_size=12)


def reread(address: str) -> Asked:
    return asked(parse_qsl(urlsplit(address).query))


@given(anything)
def test_an_address_made_of_a_search_asks_the_same_again(pairs: list[tuple[str, str]]) -> None:
    first = asked(pairs)
    assert reread(first.address()) == first


@given(anything, st.sampled_from(FILTERS), st.sampled_from(("a & b", "#", "نيامي", "%00", '"><script>')))
def test_toggled_twice_is_as_before_on_its_first_page(pairs: list[tuple[str, str]], name: str, value: str) -> None:
    first = asked(pairs)
    on = reread(first.toggled(name, value))
    assert ((name, value) in on.filters) != ((name, value) in first.filters)
    again = reread(on.toggled(name, value))
    assert set(again.filters) == set(first.filters)
    assert again.page == 1


@given(anything)
def test_every_address_is_a_search_or_one_problem(pairs: list[tuple[str, str]]) -> None:
    wanted = asked([(name, value) for name, value in pairs if name != "status"])
    assert wanted.search().offset == (wanted.page - 1) * 20


@given(st.text(max_size=12))
def test_a_page_is_always_one_that_there_may_be(text: str) -> None:
    assert 1 <= page_number(text) <= LAST_PAGE


def test_a_narrower_stretch_of_time_keeps_everything_else() -> None:
    wanted = asked([("q", "Bazoum"), ("language", "fr"), ("page", "3")])

    class Day:
        since, until = "2023-07-26", "2023-07-27"

    assert wanted.between(Day()) == "/search?q=Bazoum&since=2023-07-26&until=2023-07-27&language=fr"
