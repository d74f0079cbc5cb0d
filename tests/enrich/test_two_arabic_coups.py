"""The Arabic dual of a coup before its countries or years, "the two coups of"; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_coups import told
from tests.enrich.test_real_arabic import entries


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("سمى قادة الجيش في النيجر وزراء جددا. والانقلاب ثالث ما عرفه الساحل بعد انقلابي مالي وبوركينا فاسو.", "bm"),
        ("سمى قادة الجيش في النيجر وزراء جددا. وجاء الانقلاب عقب انقلابي مالي وغينيا.", "gm"),
    ],
)
def test_the_two_coups_of_two_countries_are_one_of_each(text: str, events: str, tagged: Tagger) -> None:
    names = {"b": "burkina-faso-2022-09", "g": "guinea-2021", "m": "mali-2020"}
    old = {(names[letter], "realized", "historical") for letter in events}
    assert entries(tagged, text, "2023-08-16") == {("niger-2023", "realized", "asserted")} | old


def test_the_two_coups_of_two_years_are_those_of_the_country(tagged: Tagger) -> None:
    text = "وصل وزير روسي إلى باماكو اليوم. واقتربت مالي من موسكو إثر انقلابي 2020 و2021."
    old = {("mali-2020", "realized", "historical"), ("mali-2021", "realized", "historical")}
    assert entries(tagged, text, "2023-08-20") == old


def test_a_putschist_spirit_is_no_pair_of_coups(tagged: Tagger) -> None:
    text = "كتب ناقد أن في الرواية نفسا تمرديا وليس فيها ميل انقلابي. وعرضها معرض في تونس أمس."
    assert told(tagged, text, published="2023-08-20") == set()
