"""In a crisis' first weeks a headline that names its country alerts, but not one of every day's other news."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

DAILY = [
    ("en", "Niger women's basketball team wins"),
    ("en", "Malaria season begins in Niger"),
    ("fr", "Basket : le Niger bat le Togo"),
    ("fr", "Niger : pluies diluviennes à Zinder"),
    ("ar", "سيدات النيجر يفزن على توغو في كرة السلة"),
    ("ar", "أمطار غزيرة في النيجر"),
    ("ha", "Cutar kyanda ta bulla a Nijar"),
    ("ha", "Tawagar kwallon kwando ta mata ta Nijar ta yi nasara"),
]
CRISIS = [
    ("en", "Niger: malaria drugs run out under ECOWAS sanctions"),
    ("fr", "Niger : la Cedeao maintient ses sanctions malgré la malnutrition"),
    ("ha", "ECOWAS ta kakaba wa Nijar takunkumi, maganin maleriya ya kare"),
]


@pytest.mark.parametrize(("language", "title"), DAILY)
def test_sport_health_and_weather_alert_nobody(language: str, title: str, tagged: Tagger) -> None:
    assert not tagged(title=title, language=language, published="2023-08-12").alert


@pytest.mark.parametrize(("language", "title"), CRISIS)
def test_what_the_crisis_does_to_them_alerts(language: str, title: str, tagged: Tagger) -> None:
    assert tagged(title=title, language=language, published="2023-08-12").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger edged by Guinea", "A late goal in Conakry decided it."),
        ("en", "Algeria outplay Niger", "The visitors conceded twice before the break."),
        ("fr", "Le Niger domine le Togo", "Adebayor avait ouvert le score d'une tête."),
        ("ar", "تونس تتفوق على النيجر", "أحرز المهاجم هدفين في الشوط الثاني."),
        ("ha", "Nijar ta yi rashin nasara a hannun Ghana", "An buga wasan sada zumunta a Kumasi."),
    ],
)
def test_a_game_told_only_in_the_text_is_none_of_the_crisis(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title=title, language=language, published="2023-09-08").alert
