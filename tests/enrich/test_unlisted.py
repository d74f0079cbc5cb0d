"""A coup that no list has yet: the next one is never in it."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

Told = tuple[str, str, str]


def _coups(tagged: Tagger, title: str, text: str, published: str, language: str) -> list[Told]:
    tags = tagged(text, title=title, published=published, language=language)
    return [(one.event, one.type, one.status) for one in tags.coups]


@pytest.mark.parametrize(
    ("language", "published", "title", "text", "told"),
    [
        (
            "en", "2026-10-05", "Togo soldiers announce coup on state television",
            "A group of officers said on Monday that they had seized power in Lome and closed the borders.",
            ("togo-2026", "realized", "asserted"),
        ),
        (
            "fr", "2027-02-11", "Sénégal : l'armée annonce avoir pris le pouvoir",
            "Des militaires ont annoncé jeudi à Dakar avoir renversé le président. Le couvre-feu est décrété.",
            ("senegal-2027", "realized", "asserted"),
        ),
        (
            "fr", "2027-03-02", "Tentative de coup d'État au Togo",
            "Des tirs ont été entendus lundi à Lomé. Le gouvernement dit que des mutins ont échoué.",
            ("togo-2027-attempt", "attempted", "asserted"),
        ),
        (
            "ar", "2027-03-02", "محاولة انقلاب فاشلة في توغو",
            "أعلنت الحكومة في لومي إحباط محاولة انقلاب نفذها ضباط فجر الثلاثاء.",
            ("togo-2027-attempt", "alleged", "asserted"),
        ),
        (
            "ha", "2027-03-02", "Sojoji sun yi juyin mulki a Kamaru",
            "Wasu hafsoshi sun bayyana a talabijin din kasar a Yaounde, suka ce sun kwace mulki.",
            ("cameroon-2027", "realized", "asserted"),
        ),
    ],
)
def test_a_coup_that_is_in_no_list_is_named_by_its_country_and_year(
    tagged: Tagger, language: str, published: str, title: str, text: str, told: Told
) -> None:
    assert _coups(tagged, title, text, published, language) == [told]


@pytest.mark.parametrize(("published", "event"), [("2026-06-01", "mali-2026"), ("2028-06-01", "mali-2028")])
@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Mali coup: soldiers oust Goita", "Officers said on Tuesday that they had toppled General Goita."),
        ("fr", "Mali : des officiers renversent Assimi Goïta", "Ils l'ont annoncé mardi à la télévision, à Bamako."),
        ("ar", "مالي: ضباط يطيحون بالجنرال أسيمي غويتا", "أعلنوا ذلك الثلاثاء على التلفزيون الرسمي في باماكو."),
    ],
)
def test_who_drives_out_him_that_came_by_a_coup_makes_a_new_one(
    tagged: Tagger, language: str, title: str, text: str, published: str, event: str
) -> None:
    found = _coups(tagged, title, text, published, language)
    assert [one[0] for one in found] == [event]


def test_whom_one_coup_brought_and_the_next_drove_out_is_no_new_one(tagged: Tagger) -> None:
    text = "Burkina Faso mourned its dead. In Ouagadougou, soldiers had ousted Paul-Henri Damiba in September 2022."
    assert all("2024" not in one[0] for one in _coups(tagged, "Burkina Faso mourns", text, "2024-05-01", "en"))


def test_the_date_line_of_an_attempt_dates_no_older_one(tagged: Tagger) -> None:
    text = (
        "Bamako, 3 March 2027 - Officers exchanged fire with loyal troops in an attempt to topple General Goita, "
        "the army said."
    )
    found = _coups(tagged, "Shots in Bamako", text, "2027-03-03", "en")
    assert ("mali-2027-attempt", "attempted", "asserted") in found


def test_a_coup_that_is_only_passed_by_is_not_named(tagged: Tagger) -> None:
    text = (
        "The president opened a bridge in Lome. Traders praised the shorter way to market, farmers were glad. "
        "His visit lasted two hours and ended with a dinner. Guests spoke of the harvest, of schools and of a road to "
        "the north that has been promised for years, and of the rains, which had come early this time "
        "and had washed two small bridges away before the harvest was in. An old man told how he had hidden during "
        "a coup."
    )
    found = _coups(tagged, "Togo opens a bridge", text, "2026-03-01", "en")
    assert all(one[0] in ("unspecified", "togo-1963", "togo-1967") for one in found)


@pytest.mark.parametrize(
    ("published", "text", "event"),
    [
        ("2026-08-30", "Mutineers who attacked the airport of Niamey failed to topple the junta of Niger.",
         "niger-2026-attempt"),
        ("2026-01-07", "Burkina Faso says that it foiled a coup attempt on Saturday.", "burkina-faso-2026-attempt"),
        ("2022-05-17", "Mali says that officers attempted a coup last week.", "mali-2022-attempt"),
    ],
)
def test_attempts_of_late_years_are_known(tagged: Tagger, published: str, text: str, event: str) -> None:
    assert event in [one[0] for one in _coups(tagged, "", text, published, "en")]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger junta detains officers after mutiny", "Forty soldiers are held, the rulers in Niamey said."),
        ("fr", "Niger : le général Tiani réapparaît après la mutinerie", "Il a salué la loyauté de la garde."),
        ("ar", "النيجر: تياني يظهر بعد التمرد", "ظهر على التلفزيون بعد أيام من تمرد جنود في قاعدة نيامي الجوية."),
        ("ha", "Nijar: Tchiani ya bayyana bayan boren sojoji", "Ya yi jawabi a talabijin a Yamai."),
    ],
)
def test_a_mutiny_of_these_weeks_is_meant_and_not_the_coup_of_years_ago(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert ("niger-2026-attempt", "attempted", "asserted") in _coups(tagged, title, text, "2026-09-02", language)


@pytest.mark.parametrize(
    ("language", "title", "text", "event"),
    [
        ("ha", "An yi yunkurin juyin mulki a Chadi", "An ji harbe-harbe a N'Djamena.", "chad-2027-attempt"),
        ("fr", "Guinée : tentative de coup d'État déjouée", "Des tirs ont éclaté à Conakry.", "guinea-2027-attempt"),
    ],
)
def test_an_attempt_is_not_the_coup_that_succeeded_years_ago(
    tagged: Tagger, language: str, title: str, text: str, event: str
) -> None:
    assert _coups(tagged, title, text, "2027-03-02", language) == [(event, "attempted", "asserted")]


def test_how_somebody_came_to_power_is_no_news(tagged: Tagger) -> None:
    text = "Gnassingbe Eyadema, who came to power in a military coup, ruled for 38 years; his son leads Togo now."
    assert [one[2] for one in _coups(tagged, "Togo's ruling family", text, "2026-09-15", "en")] == ["historical"]
