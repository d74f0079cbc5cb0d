"""What each index is told of how texts become words."""

from __future__ import annotations

import json

import pytest

from services.elastic.analysis import ANALYZERS, FOLDED, TYPED, analysis, field_of
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
    assert set(told["analyzer"]) == {*ANALYZERS.values(), *TYPED.values(), FOLDED}
    assert {"apostrophes", "presentation_forms"} == set(told["char_filter"])
    assert {"english_stop", "french_elision", "arabic_stem"} <= set(told["filter"])


def test_an_index_without_texts_is_told_of_none() -> None:
    told = index_body(DELIVERIES_INDEX.name, IndexSettings())["settings"]["analysis"]
    assert told == {"char_filter": {}, "filter": {}, "analyzer": {}}


def test_an_analyzer_that_is_not_ours_is_our_bug() -> None:
    with pytest.raises(KeyError):
        analysis(["harmattan_latin"])


@pytest.mark.parametrize(("language", "text", "field"), [
    ("en", "Soldiers took the president’s palace", "en"), ("fr", "L’armée a pris l'aéroport", "fr"),
    ("fr", "L\u02bcarmée a pris l'aéroport", "und"), ("fr", "L`armée et l´aéroport", "fr"),
    ("ha", "'Yan tawaye da ɓarayi", "ha"), ("ha", "\u02bcYan tawaye", "und"), ("ha", "Ma`aikata", "und"),
    ("ha", "Ma´aikata", "und"), ("ar", "الجيش في نيامي", "ar"), ("ar", "الجيش \ufeff في نيامي �", "ar"),
    ("ar", "ﺍﻟﺠﻴﺶ", "und"), ("ar", "ٱلجيش", "und"), ("sw", "Jeshi", "und"), ("und", "Niamey", "und"),
    ("fr", "\ud800", "fr"),
])
def test_a_text_is_read_as_its_language_unless_it_has_letters_that_only_the_folded_field_knows(
    language: str, text: str, field: str
) -> None:
    assert field_of(language, text) == field


def test_what_is_typed_is_read_as_texts_are_and_its_odd_letters_too() -> None:
    told = index_body(ARTICLES_INDEX.name, IndexSettings())
    analyzers, fields = told["settings"]["analysis"]["analyzer"], told["mappings"]["properties"]["text"]["properties"]
    for language, name in TYPED.items():
        assert fields[language] | {"search_analyzer": name} == fields[language]
        assert analyzers[name]["filter"] == analyzers[ANALYZERS[language]]["filter"]
        assert analyzers[name]["char_filter"]
        assert not analyzers[ANALYZERS[language]]["char_filter"]
