"""Folding: what looks alike becomes alike, and every byte knows its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.enrich.text.fold import fold, fold_name, shown

ALPHABET = "aZéÉœßŒ ñɓƙ'’ʼ`-–—\n\t\u00a0.,?؟،النيجرـَُِّأإآىيﻻﺍ\u200b\u200f😀𝐀中123٣İŉ"


@pytest.mark.parametrize(
    "same",
    [
        ["coup d'État", "coup d’Etat", "COUP D`ETAT", "coup dʼétat", "coup d état"],
        ["Guinée-Bissau", "guinee bissau", "Guinée–Bissau", "GUINÉE\u00a0BISSAU"],
        ["hamɓarar", "Hambarar", "HAMƁARAR"],
        ["أفريقيا", "افريقيا", "أفريقيا", "إفريقيا"],
        ["النَّيْجَر", "النيجر", "النيـــجر", "ﺍﻟﻨﻴﺠﺮ", "النی‌جر"],
        ["مالي", "مالى", "مالی"],
        ["cœur", "coeur", "CŒUR"],
    ],
)
def test_what_differs_only_in_writing_folds_to_the_same(same: list[str]) -> None:
    assert len({shown(fold_name(form)) for form in same}) == 1


@pytest.mark.parametrize("text", ["coup d’État à Niamey", "أُغلِقَ المجالُ الجوّي", "Ƙungiyar ƙasashe", "Tchiani"])
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).key == fold(unicodedata.normalize("NFC", text)).key


def test_plain_text_needs_no_map() -> None:
    assert fold("Le général Tiani a parlé à Niamey.").offsets is None


@given(st.text(alphabet=ALPHABET, max_size=60))
def test_every_span_of_a_folded_text_lies_in_the_text_in_order(text: str) -> None:
    folded = fold(text)
    length = len(folded.key) - 1
    assert folded.offsets is None or len(folded.offsets) == length
    previous = 0
    for at in range(length):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= previous
        previous = start


@given(st.text(max_size=80))
def test_no_text_fails(text: str) -> None:
    fold(text)


def test_half_a_character_is_a_symbol() -> None:
    assert fold("Niger\ud83d coup").key.startswith(b"niger~ coup")


def test_a_word_boundary_is_told_in_every_script() -> None:
    assert shown(fold("中Mali").key)[0] == "□"
