"""A line that is one of its own is no part of the next: lists of headlines; a wrapped text is still one."""

import pytest

from services.enrich.text.fold import fold
from tests.enrich.conftest import Tagger, told_of

LIST = """Kenyan leader and US envoy hold talks
China and Benin elevate relations
France ready to respond if facilities in Niger are targeted
African Union suspends Gabon's membership following military coup
1,500 civilians were killed in Sudan's war, says official
ECOWAS denies reports on a transition for Niger"""


def test_a_coup_in_a_list_of_headlines_is_of_its_own_line(tagged: Tagger) -> None:
    tags = tagged(LIST, "Africa news", published="2023-09-01", language="en")
    assert {event for event, _ in told_of(tags)} == {"gabon-2023"}
    assert not tags.alert


def test_a_coup_is_not_of_the_country_of_the_line_above(tagged: Tagger) -> None:
    text = "War in Sudan goes on\nSierra Leone vows to bring Koroma to justice over coup\nSummit in Harare opens"
    told = told_of(tagged(text, "News that matters", published="2024-08-19", language="en"))
    assert {event for event, _ in told} == {"sierra-leone-2023-attempt"}


@pytest.mark.parametrize(
    "wrapped",
    [
        "Soldiers of the guard have seized power in\nNiger and hold the president, it was\nsaid on Wednesday.",
        "The president of\nNiger\n, Mohamed Bazoum, is held in his palace by the guard.",
        "قال المجلس العسكري في النيجر إن\nالرئيس محتجز في قصره منذ الصباح\nوإن الحدود مغلقة حتى الغد كله",
    ],
)
def test_a_wrapped_line_goes_on(wrapped: str) -> None:
    assert b"\x01" not in fold(wrapped).key


@pytest.mark.parametrize("lines", [LIST, "سقوط مطر\nالاتحاد الأفريقي يعلق عضوية الغابون بعد الانقلاب\nوفاة شاعر"])
def test_each_line_of_a_list_ends(lines: str) -> None:
    assert fold(lines).key.count(b"\x01") == lines.count("\n")


def test_an_analysis_by_somebody_wakes_nobody(tagged: Tagger) -> None:
    for language, title in (("fr", "Coup d'Etat au Niger : analyse d'Ousmane Ndiaye"),
                            ("en", "Coup in Niger: analysis by our editor")):  # fmt: skip
        assert not tagged("Niger 2023.", title, published="2023-08-09", language=language).alert
