"""The core: records in, records out; spans that point at the text; bounds on what is huge."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.enriched import EnrichedArticle
from schemas.record import Record
from services.enrich import steps
from services.enrich.enrich import Compiled, draft, handle, plain, tag
from services.enrich.steps.entities import MAX_MENTIONS
from services.pipeline import CRISIS, ENRICHED
from tests.enrich.conftest import article, told_of

WORDS = [
    "Niger",
    "niger",
    "النيجر",
    "والنيجر",
    "لِلنيجر",
    "Bazoum",
    "Mohamed  Bazoum",
    "coup d’État",
    "انقلاب",
    "juyin mulkin",
    "CNSP",
    "C.N.S.P.",
    "junta",
    "œuvre",
    "2010",
    ".",
    "\n\n",
    "\n",
    "Mali",
    "–",
    "'",
    "UN",
    "الرئيس\u200f",
    "tsare",
    "😀",
    "e\u0301",
    "ﻻ",
    "(",
    ",",
]


def record(value: bytes | None, headers: tuple[tuple[str, bytes], ...] = ()) -> Record:
    return Record("articles.normalized", 0, 0, 0, b"key", value, headers)


def test_an_article_becomes_an_enriched_article_with_key_and_headers(crises: Compiled) -> None:
    given_article = article("Soldiers toppled President Bazoum in Niamey.", title="Niger coup")
    handled = handle([record(given_article.model_dump_json().encode(), (("trace", b"1"),))], crises)
    (send,) = handled.sends
    assert (send.topic, send.key, send.headers[0]) == (CRISIS.name, b"niger-2023", ("trace", b"1"))
    enriched = EnrichedArticle.model_validate_json(send.value)
    assert enriched.model_dump(include=set(type(given_article).model_fields)) == given_article.model_dump()
    assert enriched.coups[0].event == "niger-2023"
    assert enriched.alert


def test_an_article_of_no_crisis_goes_straight_on_under_its_own_key(crises: Compiled) -> None:
    (send,) = handle([record(article("Rain fell on the market of Lyon.").model_dump_json().encode())], crises).sends
    assert (send.topic, send.key) == (ENRICHED.name, b"key")


def test_fields_of_a_newer_writer_are_carried_on(crises: Compiled) -> None:
    value = orjson.dumps({**orjson.loads(article("x").model_dump_json()), "schema_version": "1.9", "mood": "calm"})
    assert orjson.loads(handle([record(value)], crises).sends[0].value)["mood"] == "calm"


@pytest.mark.parametrize("value", [b"{}", b"[]", b"nonsense", b'{"id": 3}', b"\xff", b'"text"', b"[" * 5000])
def test_what_is_no_article_is_rejected_and_its_neighbours_are_not(crises: Compiled, value: bytes) -> None:
    good = record(article("Niger").model_dump_json().encode())
    handled = handle([good, record(value), good], crises)
    assert len(handled.sends) == 2
    assert [r.error for r in handled.rejected] == ["schema"]
    assert len(handled.rejected[0].reason) <= 200
    assert "\n" not in handled.rejected[0].reason


def test_a_tombstone_is_empty(crises: Compiled) -> None:
    assert len(handle([record(None)], crises).empty) == 1


def test_the_light_tags_are_those_of_the_schema(crises: Compiled) -> None:
    it = article("The junta in Niger holds Mohamed Bazoum in Niamey.", title="Niger")
    light = orjson.loads(orjson.dumps(draft(it, crises)[0]))
    assert tag(it, crises).model_dump(mode="json") == light
    assert orjson.loads(orjson.dumps(plain(draft(it, crises)[0]))) == light


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=40),
    glue=st.sampled_from([" ", "", "-", "\u00a0"]),
    title=st.booleans(),
)
def test_every_span_is_what_stands_there(crises: Compiled, words: list[str], glue: str, title: bool) -> None:
    it = article(glue.join(words), title=" ".join(words[:3]).strip() if title else "", published="2023-08-10")
    tags = tag(it, crises)
    content = it.content()
    spans = [m for e in tags.entities for m in e.mentions] + [c.evidence for c in tags.coups]
    assert all(content[s.start : s.end] == s.surface and s.surface for s in spans)
    places = sorted((m.start, m.end) for e in tags.entities for m in e.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(places)), "no two mentions overlap"
    assert len(told_of(tags)) == len(tags.coups), "one entry per event and status"


@pytest.mark.parametrize(
    "unit",
    [
        "Niger Niamey Bazoum CNSP coup d'État junta. ", "النيجر والانقلاب ", "Niger", "juyin mulki Nijar ",
        "Mohamed Bazoum Niger Mammane Osoumane ",  # one sentence, in which nothing tells a coup
        "Niger coups, migratory ambitions. ",  # a long word before each full stop
        "where, Niger, military, Niger, انقلابان - ",  # a list of countries that never ends
    ],
)
@pytest.mark.parametrize("published", ["2023-08-10", None])
def test_a_megabyte_of_names_ends_soon_and_bounded(crises: Compiled, unit: str, published: str | None) -> None:
    it = article(unit * (1_000_000 // len(unit.encode())), published=published)
    start = time.process_time()
    handled = handle([record(it.model_dump_json().encode())], crises)
    assert time.process_time() - start < 5  # under one on a quiet machine
    enriched = EnrichedArticle.model_validate_json(handled.sends[0].value)
    assert all(len(e.mentions) <= MAX_MENTIONS for e in enriched.entities)
    assert len(handled.sends[0].value) < 1_600_000


def test_every_step_is_listed() -> None:
    files = {p.stem for p in Path(steps.__file__).parent.glob("*.py")} - {"__init__"}
    assert {s.__module__.rpartition(".")[2] for s in steps.STEPS} == files
