"""Rulers still in office, states whose number is told, power taken from civilians, and ids as data sets write them."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

IN_OFFICE = [
    (
        "ha",
        "Bazoum ya yaba wa sojojin Nijar",
        "Bazoum Mohammed, shugaban Jamhuriyar Nijar, ya ce yankin Tillaberi ya kwanta.",
    ),
    (
        "en",
        "Bazoum praises the soldiers of Niger",
        "Mohamed Bazoum, president of Niger, told troops in Tillaberi that it is safer.",
    ),
    (
        "fr",
        "Bazoum félicite les soldats du Niger",
        "Mohamed Bazoum, président du Niger, dit à Tillabéri que la région va mieux.",
    ),
    ("ar", "بازوم يشيد بجنود النيجر", "قال محمد بازوم، رئيس جمهورية النيجر، للجنود في تيلابيري إن المنطقة أكثر أمنا."),
]


@pytest.mark.parametrize(("language", "title", "text"), IN_OFFICE)
def test_a_ruler_whose_title_stands_behind_his_name_was_not_yet_driven_out(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert not tagged(text, title=title, published=None, language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Bazoum speaks with Blinken",
            "Mohamed Bazoum, president of Niger, spoke by telephone with the US secretary, who called for his release.",
        ),
        (
            "ha",
            "Bazoum ya yi magana da Blinken",
            "Bazoum Mohammed, shugaban kasar Nijar, ya yi magana da sakataren Amurka, wanda ya bukaci a sako shi.",
        ),
        (
            "fr",
            "Bazoum remercie ses soutiens",
            "Mohamed Bazoum, président déchu du Niger, a écrit lundi qu'il allait bien.",
        ),
    ],
)
def test_a_ruler_in_trouble_is_of_the_crisis_whatever_his_title(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published=None, language=language).alert


def test_a_headline_that_asks_who_somebody_is_tells_no_news(tagged: Tagger) -> None:
    text = "Mai fafutukar ya shekara a tsare saboda sukar gwamnatin soja ta Nijar, in ji Amnesty a ranar Laraba."
    asked = "Wanene Moussa Tchangari — mai fafutukar da ake so a saka a Nijar"
    said = "Amnesty ta bukaci a saki Moussa Tchangari a Nijar"
    assert not tagged(text, title=asked, published="2025-12-04", language="ha").alert
    assert tagged(text, title=said, published="2025-12-04", language="ha").alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ha", "Kasashen Nijar da Mali, da suka kwace mulki daga hannun farar hula, sun yi taro a Yamai."),
        ("en", "Niger and Mali, where power was wrested from civilians, met in Niamey."),
        ("fr", "Le Niger et le Mali, où le pouvoir a été arraché aux civils, se sont réunis à Niamey."),
        ("ar", "اجتمعت في نيامي النيجر ومالي التي انتزعت السلطة من المدنيين."),
    ],
)
def test_states_that_took_power_from_civilians_each_had_a_coup(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, published="2024-07-06", language=language)
    assert {e for e, _ in told_of(tags)} == {"niger-2023", "mali-2020"}


def test_power_taken_over_from_a_party_is_no_coup(tagged: Tagger) -> None:
    text = "Jam'iyyar ta karbi mulki daga hannun PDP a Najeriya bayan zaben da aka yi."
    assert not told_of(tagged(text, published="2024-07-06", language="ha"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tiani of Niger accuses France of plots of all kinds since they took power."),
        ("ar", "اتهم الجنرال تياني فرنسا بتدبير مؤامرات ضد النيجر منذ توليهم السلطة."),
        ("ha", "Janar Tiani na Nijar ya zargi Faransa da yi wa kasarsa makarkashiya tun da suka hau mulki."),
    ],
)
def test_plots_since_somebody_took_power_make_no_plot_of_that(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, published="2025-06-01", language=language)
    assert told_of(tags) == {("niger-2023", "historical")}


AT_LARGE = ("unspecified", "historical")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La Cédéao, dont le Niger est le quatrième Etat membre (sur 15) à connaître un putsch depuis 2020, hésite.",
        ),
        ("en", "Niger is the fourth member state of the bloc (of 15) to see a military takeover since 2020."),
        ("ar", "النيجر هي الدولة الرابعة التي تشهد انقلابا منذ 2020."),
        ("ha", "Nijar ce kasa ta hudu a ECOWAS da aka yi wa juyin mulki tun 2020."),
        (
            "ha",
            "Sojoji sun kifar da Bazoum a Nijar. Gwamnatinsa na daya cikin jerin gwamnatocin da aka hambarar a Sahel.",
        ),
        (
            "en",
            "Soldiers toppled Bazoum of Niger. His is one of several governments that they have toppled in the Sahel.",
        ),
    ],
)
def test_a_state_told_by_its_number_counts_the_coups_of_the_others(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2023-12-11", language=language))
    assert AT_LARGE in told
    assert "niger-2023" in {event for event, _ in told}


def test_a_fourth_state_that_does_something_else_counts_no_coups(tagged: Tagger) -> None:
    text = "Togo is the fourth member state to send an envoy to Niger since the coup."
    assert {event for event, _ in told_of(tagged(text, published="2023-12-11", language="en"))} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ha", "Ya ce wa shugabanni su hada kai su yaki juyin mulkin da ya sake kunno kai a yammacin Afirka."),
        ("en", "He told leaders to unite against the military coups that have resurfaced in West Africa."),
        ("fr", "Il appelle à l'unité contre les coups d'Etat qui refont surface en Afrique de l'Ouest."),
        ("fr", "L'escalade des changements anticonstitutionnels en Afrique inquiète, dit-il."),
        ("en", "The rise of unconstitutional changes of government in Africa is a worry, he said."),
    ],
)
def test_coups_that_come_back_to_a_region_are_of_its_past(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-07-11", language=language)) == {AT_LARGE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'union condamne les changements anticonstitutionnels, dit-il."),
        ("en", "The union rejects unconstitutional changes, he said."),
    ],
)
def test_what_a_union_holds_of_unlawful_changes_tells_none(tagged: Tagger, language: str, text: str) -> None:
    assert not told_of(tagged(text, published="2023-07-11", language=language))


def test_a_country_of_two_islands_goes_by_its_whole_name(tagged: Tagger) -> None:
    text = "Quatre hommes arrêtés lors de la tentative de coup d'Etat à Sao Tomé sont morts, dit le gouvernement."
    told = told_of(tagged(text, published="2022-11-28", language="fr"))
    assert told == {("sao-tome-and-principe-2022-attempt", "asserted")}
