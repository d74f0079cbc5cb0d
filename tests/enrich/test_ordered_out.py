"""Who is told to go, who is flown out, and what a longer idiom or a word for reviews must not take."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    "text",
    [
        "Dix minutes après le coup d'envoi, le Niger menait. Un coup franc a frôlé la lucarne.",
        "Trois jours après le coup de filet, le Niger compte ses suspects.",
    ],
)
def test_an_idiom_takes_a_longer_mention_that_it_goes_on_behind(tagged: Tagger, text: str) -> None:
    assert not tagged(text, "Le Mena du Niger gagne", "2025-10-12", "fr").coups


def test_after_the_coup_is_a_mention_where_no_idiom_follows(tagged: Tagger) -> None:
    tags = tagged(
        "À Niamey, les banques restent fermées.", "Niger : trois jours après le coup, la peur", "2023-07-30", "fr"
    )
    assert [c.event for c in tags.coups] == ["niger-2023"]


@pytest.mark.parametrize(
    ("language", "title", "text", "alert"),
    [
        (
            "en",
            "Niger Republic tells Red Cross to leave",
            "The military junta wants the ICRC to go, a source said on Wednesday. Its office was shut on Tuesday.",
            True,
        ),
        (
            "fr",
            "Le Niger prie la Croix-Rouge de partir",
            "La junte a fermé mardi le bureau du CICR à Niamey, a dit une source.",
            True,
        ),
        (
            "ar",
            "النيجر تطالب الصليب الأحمر بالمغادرة",
            "أغلق المجلس العسكري يوم الثلاثاء مكتب اللجنة في نيامي، بحسب مصدر.",
            True,
        ),
        (
            "ha",
            "Nijar ta umarci Red Cross ta fice daga kasar",
            "Gwamnatin mulkin soja ta rufe ofishin kungiyar a Yamai ranar Talata, in ji wata majiya.",
            True,
        ),
        (
            "en",
            "Aid groups leave Niger's children without food as sanctions bite",
            "Mothers in Maradi say there is nothing left since the coup.",
            False,
        ),
    ],
)
def test_who_is_told_to_leave_is_news_and_not_what_aid_needs(
    tagged: Tagger, language: str, title: str, text: str, alert: bool
) -> None:
    assert tagged(text, title, "2025-02-06", language).alert is alert


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("Niger : un militant, voix critique de la junte, enlevé", True),
        ("Critique du livre : un reporter chez les putschistes de Niamey", False),
    ],
)
def test_who_criticises_the_junta_reviews_nothing(tagged: Tagger, title: str, alert: bool) -> None:
    text = "Il a été saisi mardi soir chez lui, à Niamey, par quatre hommes en civil, ont dit ses proches."
    assert tagged(text, title, "2024-12-04", "fr").alert is alert


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Des hommes en armes ont pris la route de Bamako. Une mutinerie, dit l'ambassade de Norvège.", True),
        ("en", "Armed soldiers drove to Bamako and arrested ministers. A mutiny, says Norway's embassy.", True),
        ("fr", "Des prisonniers ont brûlé des matelas à Bamako. Une mutinerie, dit le directeur.", False),
    ],
)
def test_a_mutiny_is_of_the_soldiers_in_the_sentence_before(
    tagged: Tagger, language: str, text: str, told: bool
) -> None:
    coups = tagged(text, "Mali : des tirs" if language == "fr" else "Mali: shots", "2020-08-18", language).coups
    assert [(c.event, c.type) for c in coups] == ([("mali-2020", "attempted")] if told else [])


@pytest.mark.parametrize(
    ("language", "title", "text", "alert"),
    [
        (
            "fr",
            "Niger : la junte ferme la porte au riz destiné à la Cédéao",
            "Seuls le Burkina Faso et le Mali pourront encore en recevoir, a annoncé le général Tiani.",
            True,
        ),
        (
            "en",
            "Niger's junta bars rice exports to the bloc",
            "Only Burkina Faso and Mali will get any, General Tiani said on Sunday.",
            True,
        ),
        (
            "fr",
            "Niger : sous la junte, le riz se fait rare",
            "Les ménages de Niamey peinent depuis le coup d'Etat et les sanctions.",
            False,
        ),
        (
            "fr",
            "Issoufou : « complice » du putsch ? Sa fondation dément",
            "L'ancien président du Niger récuse le rôle qu'on lui prête dans le coup d'État du 26 juillet 2023.",
            True,
        ),
        (
            "fr",
            "Niger : à qui profite le putsch ? Ce que pensent les chercheurs",
            "Trois mois après le coup d'Etat, les analyses divergent.",
            False,
        ),
        (
            "fr",
            "Le Niger efface la loi de 2015 contre les passeurs",
            "Le général Tiani a signé samedi une ordonnance qui l'abroge, a annoncé la radio publique.",
            True,
        ),
        (
            "fr",
            "Le fils de Bazoum quitte Lomé",
            "Salem Bazoum a pris jeudi un avion, a appris notre rédaction auprès de ses proches.",
            True,
        ),
    ],
)
def test_what_rulers_do_to_goods_and_who_answers_what_is_asked_is_news(
    tagged: Tagger, language: str, title: str, text: str, alert: bool
) -> None:
    assert tagged(text, title, "2023-11-28", language).alert is alert
