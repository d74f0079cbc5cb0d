"""An essay on coups is written for one of these weeks, or for those of its headline: they are no background to it."""

import pytest

from tests.enrich.conftest import Tagger, told_of

ESSAYS = [
    ("en", "Is the age of coups back in Africa?",
     "Soldiers in Mali have forced out the president. Few mourn him. A coup is a coup, says the union. In Sudan, "
     "generals unseated Bashir in April 2019."),
    ("fr", "Le temps des coups d'Etat est-il revenu ?",
     "Au Mali, des soldats ont renversé le président. Peu le pleurent. Un coup reste un coup, dit l'Union. "
     "Au Soudan aussi, des généraux ont renversé Béchir en avril 2019."),
    ("ar", "هل عاد زمن الانقلابات؟",
     "أطاح جنود بالرئيس في مالي. قليلون يأسفون عليه. ويبقى الانقلاب انقلابا كما يقول الاتحاد. "
     "وفي السودان أيضا أطاح الجنرالات بالبشير في أبريل 2019."),
    ("ha", "Shin zamanin juyin mulki ya dawo?",
     "A Mali sojoji sun hambarar da shugaban kasa. Juyin mulki dai juyin mulki ne, in ji kungiyar. "
     "A Sudan ma janar-janar sun hambarar da Bashir a Afrilun 2019."),
]  # fmt: skip
NAMED = [
    ("en", "Chad, Guinea, Sudan: can coups bring democracy?",
     "In Guinea the army removed Condé in September. In Chad a council took power in April. In Sudan generals "
     "seized power in October."),
    ("fr", "Tchad, Guinée, Soudan : la démocratie par le coup d'Etat ?",
     "En Guinée, l'armée a renversé Condé en septembre. Au Tchad, un conseil a pris le pouvoir en mai. Au Soudan, des "
     "généraux ont pris le pouvoir en octobre."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), ESSAYS)
def test_the_coup_of_these_weeks_is_what_an_essay_on_coups_is_written_for(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title, published="2020-08-27", language=language))
    assert {("mali-2020", "asserted"), ("sudan-2019", "historical")} <= told


@pytest.mark.parametrize(("language", "title", "text"), NAMED)
def test_those_of_the_year_are_that_a_headline_names(language: str, title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title, published="2021-12-03", language=language))
    assert {event for event, status in told if status == "asserted"} >= {"chad-2021", "guinea-2021", "sudan-2021"}


def test_in_other_news_it_is_background(tagged: Tagger) -> None:
    text = "The president of Cameroon changed his guard. It was days after soldiers seized power in Gabon."
    found = tagged(text, "Cameroon: new men around the palace", published="2023-09-05", language="en")
    assert ("gabon-2023", "historical") in told_of(found)


def test_later_than_these_weeks_it_is_background(tagged: Tagger) -> None:
    text = "Soldiers forced out the president of Mali. A coup is a coup, the union says. In Sudan, Bashir was unseated."
    found = tagged(text, "Do coups pay?", published="2021-03-27", language="en")
    assert ("mali-2020", "historical") in told_of(found)
