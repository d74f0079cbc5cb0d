"""Kinds that full-length articles in French and Hausa had; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of
from tests.enrich.test_coups import told


def test_an_inquiry_into_a_coup_is_no_idiom(tagged: Tagger) -> None:
    text = "Trente personnes sont écrouées dans l'enquête sur le coup d'État avorté au Bénin."
    assert told(tagged, text, published="2025-12-14") == {("benin-2025-attempt", "asserted")}


def test_a_senate_of_nigeria_condemns_the_coup_next_door(tagged: Tagger) -> None:
    text = (
        "Au Nigeria, le Sénat s'est réuni. Les élus du Nigeria veulent rétablir Bazoum. Le président du Sénat a "
        "condamné le coup d'État. Le Nigeria et le Nigeria seul décidera, dit Abuja."
    )
    title = "Le Sénat nigérian désapprouve une intervention du Nigeria"
    assert told(tagged, text, published="2023-08-05", title=title) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Les généraux arrivés au pouvoir à Niamey en juillet ont dénoncé l'accord.", "niger-2023"),
        ("Niger : les militaires qui gouvernent le pays ont reçu l'ambassadeur.", "niger-2023"),
        ("Les colonels de Bamako au Mali ont reporté le scrutin.", "mali-2020"),
        ("Bissau : sojoji sun karɓe cikakken iko a Guinea-Bissau.", None),
    ],
)
def test_who_came_to_rule_in_uniform_is_a_junta(text: str, event: str | None, tagged: Tagger) -> None:
    day = "2023-12-01" if event else "2025-11-26"
    assert {e for e, _ in told(tagged, text, published=day)} == {event or "guinea-bissau-2025"}


@pytest.mark.parametrize(
    ("text", "published", "events"),
    [
        ("Goïta a dirigé deux coups d'État en neuf mois au Mali.", "2024-06-07", {"mali-2020", "mali-2021"}),
        ("An yi juyin mulki sau biyu a Mali.", "2024-06-07", {"mali-2020", "mali-2021"}),
        ("Rawlings du Ghana avait mené deux coups d'État.", "2022-11-01", {"ghana-1979", "ghana-1981"}),
        (
            "Au Burkina Faso, deux coups d'État ont eu lieu.",
            "2023-03-01",
            {"burkina-faso-2022-01", "burkina-faso-2022-09"},
        ),
    ],
)
def test_two_coups_of_one_country_are_both_meant(text: str, published: str, events: set[str], tagged: Tagger) -> None:
    assert {e for e, _ in told(tagged, text, published=published)} == events


@pytest.mark.parametrize(
    ("text", "title", "published", "event"),
    [
        (
            "L'ancien président s'est réfugié à Bissau. Le Tchad l'avait accueilli. Bissau se dit surprise."
            " Il avait pris la tête de la Centrafrique en mars 2003 par un coup d'État.",
            "La CPI recherche François Bozizé",
            "2024-03-12",
            "central-african-republic-2003",
        ),
        (
            "Le 15 octobre 1987, des tirs éclatèrent à Ouagadougou. Le coup d'État porta au pouvoir son frère d'armes.",
            "Burkina Faso : le procès de l'assassinat",
            "2022-04-06",
            "burkina-faso-1987",
        ),
        (
            "An kashe Sankara a Burkina Faso a juyin mulkin da ya ɗora Compaoré kan karaga.",
            "Kotu ta ɗaure Blaise Compaoré",
            "2022-04-06",
            "burkina-faso-1987",
        ),
        (
            "Les deux généraux se battent. La transition était née de la chute d'Omar el-Béchir, renversé par "
            "l'armée en avril 2019.",
            "Soudan : un an de guerre",
            "2024-04-15",
            "sudan-2019",
        ),
        (
            "Janar Babangida ya hamɓarar da Muhammadu Buhari a Najeriya.",
            "Tuna baya",
            "2025-07-14",
            "nigeria-1985",
        ),
    ],
)
def test_a_coup_is_the_one_of_its_year_and_of_those_named(
    text: str, title: str, published: str, event: str, tagged: Tagger
) -> None:
    assert {e for e, _ in told(tagged, text, published=published, title=title)} == {event}


def test_who_is_toppled_stands_before_a_passive(tagged: Tagger) -> None:
    text = (
        "Le lieutenant-colonel Paul-Henri Damiba est démis de ses fonctions, ont annoncé des soldats du Burkina Faso."
    )
    assert {e for e, _ in told(tagged, text, published="2022-09-30")} == {"burkina-faso-2022-09"}


def test_the_headline_says_more_than_the_one_who_was_driven_out(tagged: Tagger) -> None:
    tags = tagged(
        "La présidence a dénoncé une tentative de coup d'État.",
        title="Madagascar : l'unité CAPSAT prend le pouvoir",
        published="2025-10-14",
        language="fr",
    )
    assert [(c.event, c.type) for c in tags.coups] == [("madagascar-2025", "realized")]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "fr",
            "Abidjan : une folle rumeur",
            "Des comptes annoncent un coup d'État en Côte d'Ivoire. Il n'en est rien.",
        ),
        (
            "fr",
            "Y a-t-il eu un coup d'État en Côte d'Ivoire ?",
            "Des vidéos montrent un coup d'État à Abidjan. Tout est faux.",
        ),
        ("ha", "Shin an yi juyin mulki a Ivory Coast?", "Ana cewa sojoji sun yi juyin mulki. Ƙarya ne."),
    ],
)
def test_what_the_next_sentence_denies_is_denied(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2025-05-23", language=language)
    assert entries_of(tags) == {("unspecified", "alleged", "negated")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ha", "Koriya ta Arewa: jita-jitar ta yi yawa har aka ce an yi masa juyin mulki."),
        ("ha", "Masu kira a yi juyin mulki a Najeriya maƙiyan ƙasa ne."),
        ("fr", "Au Togo, des rumeurs font état d'un coup d'État."),
    ],
)
def test_a_rumour_or_a_call_is_not_told_as_fact(language: str, text: str, tagged: Tagger) -> None:
    assert {c.status for c in tagged(text, language=language, published="2024-02-22").coups} <= {
        "hypothetical",
        "future",
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ha", "Tsohon shugaban mulkin sojan Najeriya Janar Babangida ya yi kira ga matasa su koma noma."),
        ("fr", "Coup de force au groupe Atos. Un putsch, disent les actionnaires et les créanciers."),
        ("fr", "Avec « Le Coup », le réalisateur venu du Niger signe un film où l'on renverse un patron."),
    ],
)
def test_a_former_ruler_a_board_and_a_title_are_no_coups(language: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, language=language, published="2024-10-02").coups


def test_officers_who_are_held_hold_nobody(tagged: Tagger) -> None:
    title = "An kama hafsoshi huɗu bisa yunƙurin kifar da Traoré"
    text = "Kotun soji a Burkina Faso ta ce an tsare hafsoshi huɗu bayan an daƙile wani juyin mulki."
    assert {e for e, _ in told(tagged, text, "2023-09-28", title)} == {"burkina-faso-2023-attempt"}


def test_a_minister_who_was_one_makes_no_coup_old(tagged: Tagger) -> None:
    title = "Benin: An ɗaure tsohon minista shekara 20 kan shirin juyin mulki"
    assert told(tagged, "", "2025-01-31", title) == {("benin-2024-attempt", "asserted")}


def test_the_coup_of_a_neighbour_is_background_to_a_reshuffle(tagged: Tagger) -> None:
    text = (
        "Le jour où l'armée s'emparait du pouvoir à Libreville, la présidence publiait des nominations. Un scénario "
        "gabonais n'est pas exclu."
    )
    title = "Cameroun : Paul Biya fait le ménage dans l'armée"
    assert told(tagged, text, "2023-09-06", title) == {("gabon-2023", "historical")}


def test_soldiers_of_another_country_are_no_sign_of_the_crisis(tagged: Tagger) -> None:
    text = "Wannan na zuwa ne wata guda bayan sojoji sun kifar da Mohamed Bazoum a Nijar."
    tags = tagged(text, title="Sojojin Gabon sun ce sun karɓe mulki", published="2023-08-30", language="ha")
    assert told_of(tags) == {("gabon-2023", "asserted"), ("niger-2023", "historical")}
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ha", "An kama mutum uku da ake zargi da satar raƙuma a Zinder"),
        ("fr", "Zinder : trois voleurs de chameaux arrêtés au Niger"),
    ],
)
def test_thieves_who_are_caught_wake_nobody(language: str, title: str, tagged: Tagger) -> None:
    assert not tagged("", title=title, published="2023-10-04", language=language).alert


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sojojin Kongo sun ce an daƙile juyin mulki a Kinshasa.", "dr-congo-2024-attempt"),
        ("An yi juyin mulki a Jamhuriyar Afirka ta Tsakiya a shekarar 2003.", "central-african-republic-2003"),
        ("An yi juyin mulki a Murtaniya a shekarar 2008.", "mauritania-2008"),
    ],
)
def test_countries_are_known_by_their_hausa_names_and_capitals(text: str, event: str, tagged: Tagger) -> None:
    assert {e for e, _ in told(tagged, text, "2024-05-20")} == {event}


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Traoré ya ƙwace mulki ne a Burkina Faso a 2022.", "2025-01-16", {("burkina-faso-2022-09", "historical")}),
        (
            "Au Niger, Daouda Malam Wanké dirigeait en 1999 le conseil militaire qui prit le pouvoir.",
            "2023-11-14",
            {("niger-1999", "historical")},
        ),
        (
            "Depuis le putsch de juillet 2023, les camions du Niger passent par le Burkina Faso.",
            "2024-10-25",
            {("niger-2023", "historical")},
        ),
        ("Le régime né du 26 juillet au Niger a reçu un médiateur.", "2023-12-14", {("niger-2023", "asserted")}),
        (
            "Le lieutenant-colonel avait lui-même chassé Roch Kaboré du Burkina Faso en janvier 2022, accusé d'avoir "
            "trop peu fait contre des groupes jihadistes.",
            "2023-09-30",
            {("burkina-faso-2022-01", "historical")},
        ),
        (
            "Au Burkina Faso, la rue gronda fin octobre 2014. L'armée prit le pouvoir.",
            "2024-10-31",
            {("burkina-faso-2014", "historical")},
        ),
        ("Sénégal : l'armée ne fera jamais de coup d'État.", "2024-03-24", {("unspecified", "negated")}),
    ],
)
def test_names_months_and_the_sentence_beside_tell_which_coup(
    text: str, published: str, expected: set[tuple[str, str]], tagged: Tagger
) -> None:
    assert told(tagged, text, published) == expected


def test_a_general_secretary_is_no_soldier(tagged: Tagger) -> None:
    text = "Coup de force au conseil du groupe. Le directeur général conserve la confiance des administrateurs."
    assert not tagged(text, language="fr", published="2024-06-18").coups


def test_a_question_on_effects_is_no_act_of_state(tagged: Tagger) -> None:
    title = "Yadda rufe iyakar Gaya ke wahalar da masu sayen shinkafa"
    text = "Buhun shinkafa ya yi tsada. An rufe iyakar Nijar ne bayan sojoji sun yi juyin mulki a watan Yulin 2023."
    tags = tagged(text, title=title, published="2024-05-10", language="ha")
    assert [(c.event, c.status) for c in tags.coups] == [("niger-2023", "historical")]
    assert tags.crises[0].salience == "background"


def test_portraits_of_officers_wake_nobody(tagged: Tagger) -> None:
    title = "Les hommes forts du Niger : portraits croisés de cinq officiers"
    assert not tagged("Le général Tiani a renversé Mohamed Bazoum.", title=title, published="2023-08-18").alert


def test_a_general_who_files_his_candidacy_deposes_nobody(tagged: Tagger) -> None:
    title = "Guinée : le général Doumbouya dépose sa candidature à la présidentielle"
    assert not tagged("", title=title, published="2025-11-04", language="fr").coups


def test_what_posts_say_is_not_told_beside_its_denial(tagged: Tagger) -> None:
    title = "Non, il n'y a pas eu de coup d'État en Côte d'Ivoire"
    text = "Des publications affirment que l'armée ivoirienne a renversé Alassane Ouattara. Certaines sont vieilles."
    assert told(tagged, text, "2025-05-22", title) == {("unspecified", "negated")}


def test_what_they_wanted_to_bribe_him_for_is_a_plot(tagged: Tagger) -> None:
    title = "Bénin : vingt ans de prison pour complot"
    text = "L'ancien ministre voulait soudoyer le commandant de la garde pour prendre le pouvoir."
    tags = tagged(text, title=title, published="2025-01-30", language="fr")
    assert entries_of(tags) == {("benin-2024-attempt", "alleged", "asserted")}
