"""Some stand for a crisis from a day on: an activist whom the junta holds, a base that troops leave."""

import pytest

from tests.enrich.conftest import Tagger

HELD = [
    ("en", "Niamey court hears Moussa Tchangari",
     "The activist Moussa Tchangari was brought before a judge in Niamey on Monday, his lawyer said."),
    ("fr", "Niger : Moussa Tchangari entendu par le juge",
     "Le militant Moussa Tchangari a été conduit lundi devant un juge à Niamey, a dit son avocat."),
    ("ar", "النيجر: قاض يستمع إلى موسى تشانغاري",
     "نقل الناشط موسى تشانغاري يوم الاثنين إلى قاض في نيامي، كما قال محاميه."),
    ("ha", "Nijar: Alkali ya saurari Moussa Tchangari",
     "An kai dan gwagwarmaya Moussa Tchangari gaban alkali a Yamai ranar Litinin, in ji lauyansa."),
]  # fmt: skip
LEFT = [
    ("en", "Pentagon statement on Niger",
     "All American troops are out of Air Base 201 near Agadez, both armies said."),
    ("fr", "Communiqué du Pentagone sur le Niger",
     "Plus aucun Américain n'est à la base aérienne 201, ont dit les armées."),
    ("ar", "بيان من البنتاغون عن النيجر",
     'لم يبق أي جندي أمريكي في القاعدة الجوية "201" قرب أغاديز، كما قال الجيشان.'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), HELD)
def test_whom_the_junta_holds_is_news_since_he_was_taken(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title, published="2025-03-11", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


@pytest.mark.parametrize(("language", "title", "text"), LEFT)
def test_a_base_is_of_the_crisis_while_troops_leave_it(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title, published="2024-08-06", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


def test_neither_is_so_in_a_text_of_no_day_that_says_nothing_of_that_time(tagged: Tagger) -> None:
    held = "The police said on Monday that the activist Moussa Tchangari was held for aiding Boko Haram in Niger."
    built = "A runway for drones is being built in Niger: Air Base 201 near Agadez will cost 110 million dollars."
    assert {tagged(text, published=None, language="en").crises[0].salience for text in (held, built)} == {"none"}


def test_nor_in_one_of_a_later_time(tagged: Tagger) -> None:
    text = "An exhibition of old aircraft has opened in Niger at Air Base 201 in Agadez."
    assert tagged(text, published="2025-11-02", language="en").crises[0].salience == "none"


def test_in_a_text_of_no_day_a_year_of_that_time_is_enough(tagged: Tagger) -> None:
    text = "Calls to free Moussa Tchangari, held since December 2024, grew in Niger this week, Transparency said."
    assert tagged(text, published=None, language="en").crises[0].salience == "main"


def test_a_minister_whom_the_junta_named_speaks_for_it(tagged: Tagger) -> None:
    text = "Niger's minister of mines, Ousmane Abarchi, was at the site on Friday and said the state stands by it."
    found = tagged(text, "Uranium project receives minister from Niger", published="2024-05-07", language="en")
    assert (found.crises[0].salience, found.alert) == ("main", True)
