"""The query that others alert by is given its due: it finds what a person expects of it, in each language."""

from __future__ import annotations

import pytest

from tests.quality.typed import matches


@pytest.mark.parametrize(("language", "article", "found"), [
    ("en", "NIGER: a coup is under way", True),
    ("en", "Niger's soldiers recoup their pay", False),
    ("en", "Nigeria fears a coup", False),
    ("fr", "Niger : le coup d’État de juillet", True),
    ("fr", "Un Coup d'Etat au Niger", True),
    ("fr", "Beaucoup de pluie au Niger", False),
    ("ar", "وقع انقلاب في النيجر", True),
    ("ar", "أدانت الانقلاب بالنيجر", True),
    ("ar", "انقلاب سيارة في نيجيريا", False),
    ("ha", "An yi juyin mulki a Nijar", True),
    ("ha", "Juyin juya hali a Nijar", False),
])
def test_it_finds_whole_words_in_any_case_and_accent(language: str, article: str, found: bool) -> None:
    assert matches(language, article) is found
