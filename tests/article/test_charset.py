"""The right letters or a dead letter; never accented soup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article.mojibake import repair
from tests.article.records import articles, errors

FRENCH = "Les soldats ont fermé la frontière et l’aéroport ; « c’est fini », dit le général à la télé."
ARABIC = "أغلق الجنود الحدود والمطار بعد أن قال القائد إن الرئيس محمد بازوم لم يعد في القصر"
HAUSA = "Sojoji sun rufe iyakokin ƙasar kuma sun ce shugaban ba ya cikin fadar ɗin"


def misread(data: bytes, page: str) -> str:
    """What a program shows that takes the bytes for this page, undefined ones as latin-1."""
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize(
    ("text", "page"),
    [(ARABIC, "cp1256"), (ARABIC, "iso8859_6"), (FRENCH, "cp1252"), (FRENCH.replace("’", "'"), "latin-1")],
)
@pytest.mark.parametrize("form", ["{}", '{{"text": "{}"}}'])
def test_old_code_pages_are_read_where_the_words_prove_them(text: str, page: str, form: str) -> None:
    (found,) = articles(form.format(text).encode(page))
    assert found.text == text
    assert "encoding" in found.notes[0]


@pytest.mark.parametrize(
    "value",
    [
        "محمد بازوم".encode("cp1256"),
        FRENCH.replace("’", "'").encode("mac_roman"),
        FRENCH.replace("’", "'").encode("cp850"),
        "Wojsko zamknęło granice i lotnisko, a prezydenta już nie ma".encode("cp1250"),
        "Солдаты закрыли границы и аэропорт".encode("cp1251"),
        FRENCH.encode() + b"\xff",
        ARABIC.encode()[:-1],
        bytes(range(0xA0, 0x100)),
    ],
)
def test_bytes_without_proof_are_a_dead_letter(value: bytes) -> None:
    assert errors(value) == ["not_utf8"]


@pytest.mark.parametrize("text", [FRENCH, ARABIC, HAUSA])
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_utf8_that_was_read_as_western_upstream_is_undone(text: str, page: str) -> None:
    mended, notes = repair(misread(text.encode(), page))
    assert mended == text
    assert len(notes) == 1


def test_utf8_that_was_misread_twice_is_undone() -> None:
    assert repair(misread(misread(FRENCH.encode(), "cp1252").encode(), "cp1252"))[0] == FRENCH


@pytest.mark.parametrize("page", ["cp1256", "iso8859_6"])
def test_an_arabic_code_page_that_was_shown_as_accented_latin_is_undone(page: str) -> None:
    mended, notes = repair(misread(ARABIC.encode(page), "cp1252"))
    assert mended == ARABIC
    assert page in notes[0]


@pytest.mark.parametrize("headline", ["انقلاب", "النيجر", "انقلاب 2023: نيامي"])
def test_a_headline_of_one_or_two_words_in_arabic_soup_is_undone(headline: str) -> None:
    assert repair(misread(headline.encode("cp1256"), "cp1252"))[0] == headline


@pytest.mark.parametrize("text", ["ÉTÉ À ÉVIAN", "ÇÀ ET LÀ", "ÉÇÃ", "ÄÖÜÄÖ"])
def test_a_few_capitals_with_accents_are_no_arabic(text: str) -> None:
    assert repair(text)[0] == text


@pytest.mark.parametrize("text", [FRENCH, ARABIC])
def test_utf8_that_was_read_as_arabic_is_undone(text: str) -> None:
    assert repair(misread(text.encode(), "cp1256"))[0] == text


def test_quotes_that_became_control_characters_are_quotes() -> None:
    assert articles(b'{"text": "the general\xc2\x92s guard"}')[0].text == "the general’s guard"


@pytest.mark.parametrize(
    "text",
    [FRENCH, ARABIC, HAUSA, "ÇA VA À NOËL, 5 €", "São Tomé: MANHÃ É “boa”", "Ålesund, Øresund, Ærø", "L’ÉTAT — É— «Ã»",
     "فقط، “الرئيس” و§ ٥ © حظ„", "Þórður á Íslandi ræðir við ráðherra"],
)  # fmt: skip
def test_healthy_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


@given(st.text())
def test_repairing_never_raises(text: str) -> None:
    repair(text)
