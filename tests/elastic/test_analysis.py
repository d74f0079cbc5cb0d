"""What each index is told of how texts become words."""

from __future__ import annotations

import json

import pytest

from services.elastic.analysis import ANALYZERS, FOLDED, analysis
from services.elastic.mapping import IndexSettings, index_body
from services.pipeline import ARTICLES_INDEX, DELIVERIES_INDEX, INDEXES


@pytest.mark.parametrize("name", [index.name for index in INDEXES])
def test_an_index_is_told_of_the_analyzers_that_its_fields_name_and_of_no_others(name: str) -> None:
    body = index_body(name, IndexSettings())
    fields = json.dumps(body["mappings"])
    assert all(f'"{analyzer}"' in fields for analyzer in body["settings"]["analysis"]["analyzer"])
    assert fields.count('"analyzer"') == 0 or body["settings"]["analysis"]["analyzer"]


def test_articles_have_an_analyzer_for_every_language() -> None:
    told = index_body(ARTICLES_INDEX.name, IndexSettings())["settings"]["analysis"]
    assert set(told["analyzer"]) == {*ANALYZERS.values(), FOLDED}
    assert {"apostrophes", "presentation_forms"} == set(told["char_filter"])
    assert {"english_stop", "french_elision", "arabic_stem"} <= set(told["filter"])


def test_an_index_without_texts_is_told_of_none() -> None:
    told = index_body(DELIVERIES_INDEX.name, IndexSettings())["settings"]["analysis"]
    assert told == {"char_filter": {}, "filter": {}, "analyzer": {}}


def test_an_analyzer_that_is_not_ours_is_our_bug() -> None:
    with pytest.raises(KeyError):
        analysis(["harmattan_latin"])
