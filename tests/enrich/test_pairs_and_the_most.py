"""Pairs of countries that are told of again with years, rows where nothing was done, and who had the most coups."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

PAIRS = [
    (
        "fr",
        "Le général Mody reçu au Mali et au Burkina",
        "Le numéro 2 de la junte qui a pris le pouvoir au Niger est arrivé à Bamako.\n"
        "Ces deux pays, eux aussi tenus par des juntes depuis des coups d'État en 2021 et 2022, le soutiennent.",
    ),
    (
        "en",
        "General Mody visits Mali and Burkina Faso",
        "The number two of the junta that took power in Niger flew to Bamako.\n"
        "Both countries, also ruled by juntas since coups in 2021 and 2022, back it.",
    ),
    (
        "ha",
        "Janar Mody ya ziyarci Mali da Burkina Faso",
        "Mataimakin shugaban sojojin da suka kwace mulki a Nijar ya isa Bamako.\n"
        "Kasashen biyu ma suna karkashin mulkin soja tun bayan juyin mulki a 2021 da 2022.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), PAIRS)
def test_years_behind_both_countries_are_those_of_the_pair_named_before(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    told = {event for event, _ in told_of(tagged(text, title=title, published="2023-08-03", language=language))}
    assert {"niger-2023", "mali-2021", "burkina-faso-2022-09"} <= told
    assert not told & {"mali-2020", "niger-2021-attempt"}


def test_both_countries_without_a_coup_told_of_them_have_none(tagged: Tagger) -> None:
    text = "The junta that seized power in Niger has the support of Mali and Burkina Faso. Both countries have said so."
    told = told_of(tagged(text, title="Niger junta defies the bloc", published="2023-08-03", language="en"))
    assert {event for event, _ in told} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Après le putsch à Niamey, il faut arrêter ces coups d'Etat, dit-elle. Pourquoi au Niger, alors qu'on "
            "ne l'a pas fait au Mali, en Guinée ni au Burkina Faso ?",
        ),
        (
            "en",
            "After the putsch in Niamey these coups must stop, she said. Why in Niger when the bloc did not do so in "
            "Mali, Guinea and Burkina Faso?",
        ),
    ],
)
def test_a_row_of_countries_where_nothing_was_done_is_no_list_of_coups(
    tagged: Tagger, language: str, text: str
) -> None:
    told = told_of(tagged(text, title="Niger : Dakar", published="2023-08-03", language=language))
    assert {event for event, _ in told} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "On note plusieurs renversements de gouvernements élus. Ce sont les cas du Mali, de la Guinée et du Niger.",
        ),
        ("en", "Several overthrows of elected governments are on record. The cases are Mali, Guinea and Niger."),
    ],
)
def test_several_overthrows_are_those_of_the_countries_listed_next(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged("Des militaires. " + text, published="2024-08-03", language=language))
    assert {event for event, _ in told} == {"mali-2020", "guinea-2021", "niger-2023"}


AT_LARGE = ("unspecified", "historical")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ha", "Sudan ce ta fi yawan juyin mulki, da guda 16."),
        ("fr", "Le Soudan a connu le plus de coups d'Etat, seize en tout."),
        ("ar", "السودان هو أكثر الدول انقلابات، ستة عشر."),
        ("ha", "Tun daga nan Afirka ke ta ganin juyin mulki, wadanda yanzu suka haura 220."),
        ("ha", "Kasashen Afirka sun yi ta fuskantar juyin mulkin soja tun bayan samun 'yancin kai."),
    ],
)
def test_the_most_coups_and_hundreds_of_them_are_none_in_particular(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-01-01", language=language)) == {AT_LARGE}


def test_most_coups_with_their_year_are_that_years(tagged: Tagger) -> None:
    text = "Sudan ce ta fi yawan juyin mulki a shekarar 2021, lokacin da sojoji suka kwace mulki."
    assert "sudan-2021" in {event for event, _ in told_of(tagged(text, published="2024-01-01", language="ha"))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ha",
            "Sojojin Zimbabwe sun kawo karshen mulkin Mugabe a 2017, amma Janar Moyo ya ce ba juyin mulki suka yi ba.",
        ),
        (
            "fr",
            "L'armée du Zimbabwe a mis fin au règne de Mugabe en 2017, mais un général dit que ce n'est pas un putsch.",
        ),
    ],
)
def test_a_denial_behind_a_coup_in_its_sentence_is_of_that(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2021-08-01", language=language))
    assert told == {("zimbabwe-2017", "historical"), ("zimbabwe-2017", "negated")}


def test_a_denial_alone_is_of_none_in_particular(tagged: Tagger) -> None:
    text = "Le général dit que ce n'est pas un putsch des militaires. L'armée du Zimbabwe a renversé Mugabe en 2017."
    told = told_of(tagged(text, published="2021-08-01", language="fr"))
    assert ("zimbabwe-2017", "negated") not in told


def test_what_only_some_see_as_a_coup_is_alleged(tagged: Tagger) -> None:
    seen = "In Chad the son took over in 2021, what some see as a coup."
    plain = "In Chad the son took over in 2021 in a coup."
    types = {
        text: {c.type for c in tagged(text, published="2022-08-01", language="en").coups} for text in (seen, plain)
    }
    assert types == {seen: {"alleged"}, plain: {"realized"}}


def test_a_year_since_which_he_rules_by_a_coup_is_that_coups(tagged: Tagger) -> None:
    text = "Deby ya fi kowa dadewa yana mulkin Chadi, tun 1990 da ya hau sakamakon wani juyin mulki."
    assert told_of(tagged(text, published="2021-04-20", language="ha")) == {("chad-1990", "historical")}


def test_a_word_that_is_only_spoken_of_tells_no_coup(tagged: Tagger) -> None:
    text = (
        "Idan aka ce juyin mulki a Afirka, ana tunawa da sojan da ya hambare gwamnati a 1952. "
        "Sudan ce ta fi yawan juyin mulki."
    )
    tags = tagged(text, title="Wanda ya fara juyin mulki a Afirka", published="2024-01-01", language="ha")
    assert told_of(tags) == {AT_LARGE}


def test_attempts_of_the_islands_and_of_benin_are_told_by_their_years(tagged: Tagger) -> None:
    text = "Condamné pour une tentative de coup d'État au Bénin en 1977, il revint aux Comores pour celle de 1995."
    assert "benin-1977-attempt" in {event for event, _ in told_of(tagged(text, published="2007-10-14", language="fr"))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The coups in Mali and Burkina Faso in 2020, 2021 and 2022 weakened the bloc."),
        ("fr", "Les coups d'État au Mali et au Burkina Faso en 2020, 2021 et 2022 ont affaibli le bloc."),
    ],
)
def test_of_more_years_than_countries_each_has_its_own(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2024-05-06", language=language))
    events = ("mali-2020", "mali-2021", "burkina-faso-2022-01", "burkina-faso-2022-09")
    assert told == {(event, "historical") for event in events}
