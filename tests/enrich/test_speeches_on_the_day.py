"""A speech on an anniversary is news; what has changed since is not, and coups of the past are told with it."""

import pytest

from tests.enrich.conftest import Tagger, told_of

SPEECHES = [
    ("en", "Two years after the coup: Tiani's address deepens rift with West",
     "General Tiani accused forces of neocolonialism of obstructing the country."),
    ("en", "Two years after the Niger coup: the address to the nation",
     "The president attacked the West on Saturday. The speech was given by General Tiani, who accused France."),
    ("fr", "Deux ans après le coup d'Etat au Niger : le discours de Tiani creuse le fossé",
     "Le général Tiani a accusé des forces néocoloniales d'entraver le pays."),
    ("ar", "بعد عامين على الانقلاب: خطاب تياني يعمق الخلاف مع الغرب",
     "اتهم الجنرال تياني قوى الاستعمار الجديد في خطاب متلفز."),
    ("ha", "Shekara biyu da juyin mulki: Jawabin Tiani ya kara dagula lamura",
     "Janar Tiani ya zargi kasashen yamma a jawabinsa ga al'umma."),
]  # fmt: skip
LOOKS_BACK = [
    ("en", "What has changed in Niger two years after the coup?",
     "Niger has had multiple coups in the past, but this time many citizens took to the streets to support it."),
    ("fr", "Niger : deux ans après le coup d'Etat", "Le Niger a connu plusieurs coups d'Etat par le passé."),
    ("ar", "ماذا تغير في النيجر بعد عامين على الانقلاب؟",
     "شهدت النيجر عدة انقلابات في الماضي، لكن الأمر اختلف هذه المرة."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), SPEECHES)
def test_a_speech_on_the_day_of_the_coup_is_news(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title, published="2025-07-27", language=language).alert


@pytest.mark.parametrize(("language", "title", "text"), LOOKS_BACK)
def test_who_looks_back_tells_coups_of_the_past_beside_it(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title, published="2025-07-25", language=language)
    assert told_of(tags) == {("niger-2023", "historical"), ("unspecified", "historical")}
    assert not tags.alert


def test_who_asks_what_came_after_a_coup_does_not_doubt_it(tagged: Tagger) -> None:
    title = "Me ya sauya a Nijar shekara biyu bayan juyin mulki?"
    assert told_of(tagged("Kasar na cikin hali.", title, published="2025-07-25", language="ha")) == {
        ("niger-2023", "historical")
    }
