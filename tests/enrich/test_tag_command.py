"""`harmattan tag` and `harmattan gazetteer`, as a person runs them."""

from __future__ import annotations

import json
from typing import Any

from typer.testing import CliRunner, Result

from services.cli.main import build
from services.cli.problem import Problem

COUP = {
    "text": "Soldiers seized power in Niger. The junta in Niamey holds President Bazoum.",
    "published": "2023-07-28",
}


def run(*lines: object, arguments: tuple[str, ...] = ("tag",)) -> Result:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return CliRunner().invoke(build(), list(arguments), input=text.encode())


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_id_comes_back_as_it_went() -> None:
    identifiers = [1, "a", None, 1.5, [1, {"b": 2}], {"x": None}, True, 10**30]
    given = run(*({**COUP, "id": identifier} for identifier in identifiers))
    assert [answer["id"] for answer in answers(given)] == identifiers


def test_an_answer_has_what_the_definition_says() -> None:
    (answer,) = answers(run({**COUP, "id": 7, "title": "Coup in Niger", "language": "en"}))
    content = f"Coup in Niger\n\n{COUP['text']}"
    assert set(answer) == {"id", "language", "entities", "coups", "crises", "alert"}
    mention = answer["entities"][0]["mentions"][0]
    assert content[mention["start"] : mention["end"]] == mention["surface"]
    assert {k for c in answer["coups"] for k in c} == {"event", "type", "status", "evidence"}
    assert answer["crises"] == [{"id": "niger-2023", "salience": "main"}]
    assert answer["alert"] is True


def test_one_answer_per_line_in_the_same_order_errors_in_their_place() -> None:
    result = run({**COUP, "id": 1}, "nonsense", {"id": 2}, [1], {"id": 3, "text": "x"}, '{"id": 4, "text": {"a": 1}}')
    got = answers(result)
    assert [a["id"] for a in got] == [1, None, None, None, 3, None]
    assert all(a["error"] and "\n" not in a["error"] for a in got if a["id"] is None)
    assert result.exit_code == 0


def test_the_exit_status_says_when_nothing_could_be_read() -> None:
    assert run("nonsense", "[]").exit_code == 1


def test_changed_text_is_carried() -> None:
    (answer,) = answers(run({"id": 1, "text": "<p>Niger&rsquo;s junta &amp; ECOWAS</p>\u200b"}))
    niger = next(e for e in answer["entities"] if e["id"] == "niger")["mentions"][0]
    assert answer["text"][niger["start"] : niger["end"]] == "Niger"


def test_all_but_text_may_be_missing_or_null() -> None:
    without: list[dict[str, str | None]] = [
        {"title": None}, {"published": None, "language": None}, {"title": "", "language": "fr_NE"},
    ]
    given = answers(run(*({**COUP, **fields, "id": 1} for fields in without)))
    assert [bool(answer["coups"]) for answer in given] == [True, True, True]


def test_a_title_alone_is_an_article() -> None:
    assert answers(run({"id": 1, "title": "Niger junta expels envoy", "text": None}))[0]["alert"] is True


def test_explain_shows_rule_and_cues() -> None:
    result = run({**COUP, "title": "Coup in Niger"}, arguments=("tag", "--explain"))
    assert "niger-2023" in result.stdout
    shown = " ".join(result.stdout.split())
    assert "niger stands in the sentence; the coup was on 2023-07-26" in shown
    assert "in the headline: Niger" in shown


def test_explain_shows_a_text_that_is_no_longer_than_a_headline() -> None:
    result = run({"id": 1, "text": "استولى الجيش على السلطة في النيجر."}, arguments=("tag", "--explain"))
    assert "in the headline: Niger" in " ".join(result.stdout.split())


def test_explain_says_why_a_mention_is_denied_past_or_only_feared() -> None:
    texts = [
        ("Ghana's army denies talk of a coup", "2023-08-11", "negate: “denies"),
        ("Ghana fears a coup", "2023-08-11", "hypothetical: “fears"),
        ("Two years after the coup in Niger", "2025-07-30", "more than twelve months before the article"),
        ("Oil slips", "2023-08-11", "background: the article is not about it"),
    ]
    articles = [
        {"id": 1, "title": title, "published": published,
         "text": "Traders also named the coup in Niger." if title == "Oil slips" else "A spokesman spoke."}
        for title, published, _ in texts
    ]
    shown = " ".join(run(*articles, arguments=("tag", "--explain")).stdout.split())
    # each in its own article, which begins with its headline
    places = [shown.index(reason, shown.index(title)) for title, _, reason in texts]
    assert places == sorted(places)
    assert all(shown.index(title) > place for (title, *_), place in zip(texts[1:], places, strict=False))


def test_the_gazetteer_can_be_asked() -> None:
    assert "sound" in run(arguments=("gazetteer", "check")).stdout
    assert "abdourahamane-tchiani" in run(arguments=("gazetteer", "show", "Tchiani")).stdout
    assert "niger:" in run(arguments=("gazetteer", "show", "النيجر")).stdout
    assert "person" in run(arguments=("gazetteer", "stats")).stdout
    assert isinstance(run(arguments=("gazetteer", "show", "Nobody At All")).exception, Problem)
