"""Who rules is no coup, nor whose son he is, nor what he did not take power for; and coups that a region has seen."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani, who has held power in Niger for a year, accuses France."),
        ("fr", "Le général Tiani accuse la France. L'homme fort de Niamey parle de mensonges au Niger."),
        ("ar", "اتهم الجنرال تياني الذي يتولى السلطة في النيجر منذ عام فرنسا."),
        ("ha", "Janar Tiani, wanda ke rike da mulki a Nijar tun shekara daya, ya zargi Faransa."),
    ],
)
def test_who_holds_power_is_no_coup(tagged: Tagger, language: str, text: str) -> None:
    assert not tagged(text, published="2024-12-27", language=language).coups


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani, who seized power in Niger in 2023, accuses France."),
        ("fr", "Le général Tiani, nouvel homme fort du Niger, accuse la France."),
        ("ar", "اتهم الجنرال تياني الذي تولى السلطة في النيجر عام 2023 فرنسا."),
        ("ha", "Janar Tiani, wanda ya kwace mulki a Nijar a 2023, ya zargi Faransa."),
    ],
)
def test_who_took_it_is(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-12-27", language=language)) == {("niger-2023", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قال الجنرال تياني: طموحنا ليس في السيطرة على الحكم في النيجر. وقد أطاح العسكريون ببازوم."),
        ("ha", "Janar Tchiani: Burinmu ba shi ne mu kwace mulki a Nijar ba. Sojoji sun hambarar da Bazoum."),
        (
            "fr",
            "Le général Tiani : notre but n'est pas de prendre le pouvoir au Niger. Ils ont renversé Bazoum.",
        ),
    ],
)
def test_what_rulers_did_it_not_for_denies_no_coup(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-19", language=language)) == {("niger-2023", "asserted")}


def test_what_soldiers_say_they_did_not_do_is_denied(tagged: Tagger) -> None:
    told = told_of(
        tagged("قال الضابط: ليس انقلابا في النيجر ولم نسيطر على الحكم.", published="2023-07-27", language="ar")
    )
    assert "negated" in {status for _, status in told}


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "He was a critic of the military regime led by the son of Idriss Déby Itno in Chad.", "chad-2021"),
        ("fr", "Il critiquait le régime militaire dirigé par le fils d'Idriss Déby Itno au Tchad.", "chad-2021"),
        ("en", "He was a critic of the military regime led by General Idriss Déby Itno in Chad.", "chad-1990"),
        ("fr", "Il critiquait le régime militaire dirigé par le général Idriss Déby Itno au Tchad.", "chad-1990"),
    ],
)
def test_a_regime_that_somebodys_son_leads_is_not_his(tagged: Tagger, language: str, text: str, event: str) -> None:
    assert told_of(tagged(text, published="2024-01-02", language=language)) == {(event, "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "France has left Chad. Its sway wanes after a string of coups in countries of the region.",
        ),
        (
            "fr",
            "La France a quitté le Tchad. Elle recule après une série de coups d'Etat dans les pays de la région.",
        ),
        ("ar", "غادر الجيش الفرنسي تشاد. وينحسر نفوذ باريس بعد انقلابات متتالية شهدتها دول المنطقة."),
        ("ha", "Faransa ta mika sansaninta a Chadi. Karfinta ya ragu bayan jerin juyin mulki a kasashen yankin."),
    ],
)
def test_coups_of_a_region_are_not_those_of_the_country_at_hand(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2025-01-30", language=language)) == {("unspecified", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "France has left Chad. Its sway wanes after the coups in countries such as Mali and Niger.",
        ),
        ("ar", "غادر الجيش الفرنسي تشاد. وينحسر نفوذ باريس بعد انقلابات شهدتها مالي والنيجر."),
    ],
)
def test_coups_of_countries_that_are_named_are_theirs(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-01-30", language=language))
    assert told == {("mali-2020", "historical"), ("niger-2023", "historical")}
