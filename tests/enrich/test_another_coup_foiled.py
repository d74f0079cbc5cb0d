"""Another coup that is foiled is told, and no fear of one."""

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Burkinabe army foils another coup", "Burkina Faso says it has foiled a plot to kill the president."),
        ("fr", "L'armée burkinabè déjoue un nouveau coup d'État", "Le Burkina Faso dit avoir déjoué un complot."),
        ("ha", "Sojojin Burkina Faso sun dakile wani sabon juyin mulki", "Burkina Faso ta ce ta dakile makirci."),
    ],
)
def test_another_coup_that_is_foiled_is_told_and_not_feared(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = told_of(tagged(text, title=title, language=language, published="2026-01-07"))
    assert ("burkina-faso-2026-attempt", "asserted") in found
    assert ("unspecified", "hypothetical") not in found


def test_another_coup_that_may_come_is_feared(tagged: Tagger) -> None:
    found = told_of(tagged("Burkina Faso's army fears another coup.", published="2026-06-07"))
    assert found == {("unspecified", "hypothetical")}
