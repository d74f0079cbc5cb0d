"""What a court must rule on, who protests, who is abroad: news by words that essays have as well."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

RULINGS = [
    ("Niger : la Cour doit dire si Bazoum perd son immunité",
     "Ses défenseurs veulent que les débats soient rouverts. Il est retenu à Niamey depuis le putsch."),
    ("La juridiction dira le 7 juin si l'immunité de Bazoum doit être levée",
     "Ses avocats ont obtenu ce report. Il est retenu à Niamey depuis le putsch."),
    ("Niger's top court must rule on Bazoum's immunity",
     "His lawyers want the debate to be reopened. He has been held in Niamey since the coup."),
    ("Court to say on 7 June whether Bazoum should lose his immunity",
     "His lawyers want the debate to be reopened. He has been held in Niamey since the coup."),
    ("محكمة النيجر: على القضاة أن تقرر ما إذا كان يجب رفع الحصانة عن بازوم",
     "يريد محاموه إعادة فتح المرافعات. بازوم محتجز في نيامي منذ الانقلاب."),
    ("Kotun Nijar za ta ce ko ya kamata a cire wa Bazoum kariya",
     "Lauyoyinsa sun nemi a sake bude shari'ar. Ana tsare da Bazoum a Yamai tun juyin mulki."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), RULINGS)
def test_what_a_court_must_rule_on_is_no_opinion(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title, published="2024-05-10").alert
    assert tagged(f"{title}. {text}", published="2024-05-10").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Le monde doit dire si le Niger compte", "Le putsch a plongé le pays dans la crise."),
        ("The world must care for Niger", "The coup has plunged the country into a crisis."),
        ("La Cour doit respecter Bazoum au Niger", "Le putsch a plongé le pays dans la crise."),
    ],
)
def test_what_the_world_must_do_is_an_opinion(title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title, published="2024-05-10").alert


def test_who_protests_over_lorries_that_a_junta_sells_from_is_news(tagged: Tagger) -> None:
    text = "Des camions d'uranium ont quitté Arlit. Orano proteste. La junte au pouvoir au Niger a annoncé cette vente."
    assert tagged(text, published=None).alert
    trade = "Des camions d'oignons ont quitté Arlit. Les prix montent depuis que la junte est au pouvoir au Niger."
    assert not tagged(trade, published=None).alert


def test_a_strike_against_a_junta_is_news_by_relative_clauses_too(tagged: Tagger) -> None:
    text = (
        "Rien de tel ne s'était vu depuis que l'armée a pris le pouvoir au Niger : mercredi les enseignants ont entamé "
        "trois jours de grève qui paralysent les écoles. C'est la première fois depuis l'arrivée de la junte que leurs "
        "syndicats agissent ensemble. La décision dit la tension entre la profession et les autorités de transition."
    )
    assert tagged(text, published=None).alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Le Premier ministre du Niger en Iran : trouver des alliés malgré les sanctions",
         "Six mois ont passé depuis le coup d'État et l'économie nigérienne souffre. L'État ne rembourse plus ses "
         "dettes, et la sécurité empire. Le chef du gouvernement a donc fait une longue tournée à la recherche de "
         "partenaires."),
        ("Niger's prime minister in Iran: finding allies despite sanctions",
         "Six months have passed since the coup and the economy of Niger suffers. The state no longer pays its "
         "debts, and safety gets worse. The head of government therefore made a long tour to look for partners."),
    ],
)  # fmt: skip
def test_an_office_abroad_is_news_without_a_verb(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title, published=None).alert
    assert not tagged(text, title.partition(":")[2].strip().capitalize(), published=None).alert
