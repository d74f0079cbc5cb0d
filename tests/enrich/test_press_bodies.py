"""The press that a ministry silences is of the crisis; its place in a ranking and classes that are put off are not."""

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Niger : les atteintes à la liberté de la presse nous préoccupent, dit un responsable",
         "Un arrêté du ministère de l'Intérieur suspend les activités de la Maison de la presse."),
        ("en", "Press house of Niger is suspended", "The interior ministry suspended the Press House on Monday."),
        ("ar", "النيجر: قلق على حرية الصحافة", "علق قرار لوزارة الداخلية نشاط دار الصحافة في نيامي."),
        ("ha", "Nijar: Damuwa kan 'yancin 'yan jarida", "An dakatar da ayyukan gidan jarida na Yamai."),
    ],
)  # fmt: skip
def test_a_press_body_that_is_suspended_is_of_the_crisis(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title, published="2024-02-06", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Press freedom: Niger falls to 83rd place",
         "Niger is 83rd of 180 countries in the ranking of press freedom by Reporters Without Borders."),
        ("fr", "Niger : cours suspendus par la chaleur",
         "Les cours sont suspendus à Zinder à cause de la chaleur, ont rapporté des médias."),
    ],
)  # fmt: skip
def test_a_ranking_and_classes_put_off_are_not(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2024-05-06", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("none", False)
