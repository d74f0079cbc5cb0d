"""A text without a date that says "last year" of a coup, or gives its bare year: its first month says how long ago."""

import pytest

from tests.enrich.conftest import Tagger, told_of

LATE = [
    ("en",
     "A court in Niamey met on {}. It has to lift the immunity of Mohamed Bazoum, overthrown in July 2023 by soldiers.",
     ("7 June", "8 October")),
    ("en", "The ministers of Niger's junta met on {}. Soldiers seized power there in a coup in July last year.",
     ("7 June", "8 October")),
    ("fr", "La justice du Niger s'est réunie le {}. Mohamed Bazoum a été renversé par l'armée en juillet 2023.",
     ("7 juin", "8 octobre")),
    ("ar", "اجتمع وزراء المجلس العسكري في النيجر في {} بعد الانقلاب الذي أطاح بالرئيس بازوم في يوليو من العام الماضي.",
     ("7 يونيو", "8 أكتوبر")),
    ("ha", "Ministocin gwamnatin mulkin sojan Nijar sun gana ranar {} tun bayan juyin mulkin watan Yulin bara.",
     ("7 ga watan Yuni", "8 ga watan Oktoba")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "days"), LATE)
def test_the_first_month_of_an_undated_text_says_whether_its_coup_is_a_year_old(
    language: str, text: str, days: tuple[str, str], tagged: Tagger
) -> None:
    found = [told_of(tagged(text.format(day), published=None, language=language)) for day in days]
    assert found == [{("niger-2023", "asserted")}, {("niger-2023", "historical")}]


def test_a_later_year_in_the_text_makes_its_coup_old_whatever_the_month(tagged: Tagger) -> None:
    text = "A court in Niamey met on 7 June. Bazoum was overthrown in July 2023 by soldiers, and held until 2025."
    assert told_of(tagged(text, published=None, language="en")) == {("niger-2023", "historical")}
