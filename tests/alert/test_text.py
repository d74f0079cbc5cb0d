"""An alert as a person reads it: plain, on a phone, and several at once."""

from __future__ import annotations

from typing import Any

import pytest

from schemas.alert import Alert
from schemas.notice import Notice
from services.alert.links import Links
from services.alert.text import PHONE_MAX, as_text, notice_text, phone_line, title
from tests.alert.articles import a_notice, an_alert

LINKS = Links("http://desk.example/", "https://kibana.example/base")


def test_it_says_what_why_where_who_and_how_one_knows() -> None:
    text = as_text(an_alert(
        severity="high", published="2023-07-26T22:00:00Z", kind="changed-status", why="an attempt became a coup",
        story="5" * 32, articles=3, copies=1, sources=2, first_seen="2023-07-26T09:00:00Z", late=True,
    ), LINKS)
    for part in (
        "ALERT niger-2023 · news · HIGH",
        "Niger: soldiers on television",
        "“Soldiers have removed President Bazoum from power, he said.”",
        "why now: the story changed: an attempt became a coup",
        "late: it arrived long after it was published",
        "coup: niger-2023, realized, asserted",
        "evidence: coup",
        "people: Mohamed Bazoum",
        "places: Niger",
        "source: Example Wire · language: en · published: 2023-07-26 22:00 UTC",
        "first seen: 2023-07-26 09:00 UTC",
        f"story: {'5' * 32} · 3 articles, 1 near copy, 2 sources",
        "rule: niger-2023 · news",
        "article: https://example.org/1",
        f"desk: http://desk.example/article/{'a' * 32}",
        f"alert: {'1' * 32} · trace {'b' * 32}",
    ):
        assert part in text.splitlines()
    [kibana] = [one for one in text.splitlines() if one.startswith("Kibana: ")]
    assert kibana.startswith("Kibana: https://kibana.example/base/app/discover#/?_g=")
    assert "1" * 32 in kibana
    assert not set("()'\" ") & set(kibana.removeprefix("Kibana: "))


def test_what_is_not_known_is_said_or_left_out() -> None:
    text = as_text(an_alert(source=None, url=None, published=None, entities=[], coups=[]))
    assert "source: not named · language: en · published: not known" in text
    for absent in ("article:", "desk:", "Kibana:", "people:", "places:", "organisations:", "coup:", "story:", "None"):
        assert absent not in text


def test_arabic_keeps_its_own_direction() -> None:
    text = as_text(an_alert(language="ar", headline="انقلاب في النيجر", quote="أعلن الجنود"))
    assert "\u2068انقلاب في النيجر\u2069" in text
    assert "“\u2068أعلن الجنود\u2069”" in text
    unknown = as_text(an_alert(language="und", headline="انقلاب"))
    assert "\u2068انقلاب\u2069" in unknown, "too short to tell its language"


@pytest.mark.parametrize("field", ["headline", "quote", "source", "why", "published_note"])
def test_a_strangers_text_makes_no_line_of_its_own_and_turns_no_direction(field: str) -> None:
    text = as_text(an_alert(published="2023-07-26T22:00:00Z", **{field: "one\nALERT two\r\u202etwo\u2066"}))
    assert "one ALERT two two" in text
    assert not {"\u202e", "\u2066"} & set(text)
    assert len(text.splitlines()) == len(as_text(an_alert()).splitlines())


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("length", [10, 100, 119, 120, 121, 200])
@pytest.mark.parametrize("source", [None, "Example Wire"])
def test_a_lock_screen_shows_all_of_its_line(language: str, length: int, source: str | None) -> None:
    line = phone_line(an_alert(language=language, headline="x" * length, source=source))
    assert len(line) <= PHONE_MAX
    assert ("Example Wire" in line) is (source is not None)


def test_a_source_as_long_as_a_novel_leaves_room_for_the_news() -> None:
    line = phone_line(an_alert(source="s" * 1000))
    assert len(line) <= PHONE_MAX
    assert line.startswith("Niger")


def alerts(number: int) -> list[Alert]:
    return [an_alert(id=f"{at:032x}") for at in range(number)]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"kind": "held", "alerts": alerts(2)}, "niger-2023 held: 2 alerts"),
        ({"kind": "digest", "alerts": alerts(1), "more": 4}, "niger-2023 digest: 1 alert, 4 more"),
        ({"kind": "alert", "alerts": alerts(1)}, "Niger: soldiers on television (Example Wire)"),
    ],
)
def test_the_title_of_a_notice_says_how_much_there_is(fields: dict[str, Any], says: str) -> None:
    assert title(a_notice(**fields)) == says


def test_a_digest_lists_alerts_mentions_what_is_left_out_and_what_was_throttled() -> None:
    mentions = [
        {"article_id": "d" * 32, "headline": "Looking back at 1974", "language": "en", "source": "Example Wire",
         "url": "https://example.org/2", "published": "2023-07-26T22:00:00Z"},
        {"article_id": "e" * 32, "headline": "بعد عام", "language": "ar"},
    ]
    digest = a_notice(kind="digest", alerts=alerts(2), mentions=mentions, more=7, throttled=3)
    text = notice_text(digest)
    assert text.startswith("niger-2023 digest: 2 alerts, 2 background mentions, 7 more\n\nALERT niger-2023 · news\n")
    assert "- Looking back at 1974 · Example Wire · 2023-07-26 22:00 UTC\n  https://example.org/2\n" in text
    assert "- \u2068بعد عام\u2069" in text
    assert "7 more are not listed" in text
    assert "3 more alerts kept by the throttle" in text
    assert f"http://desk.example/article/{'d' * 32}" in notice_text(digest, LINKS)


def test_a_notice_of_one_alert_is_that_alert() -> None:
    assert notice_text(a_notice(), LINKS) == as_text(an_alert(), LINKS)
    assert Notice.model_validate_json(a_notice().model_dump_json()) == a_notice()
