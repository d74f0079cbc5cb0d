"""An attack that is expected from abroad is the crisis, and headlines that tell and then ask are news."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "النيجر: حملة لتجنيد آلاف المتطوعين لصد هجوم خارجي محتمل",
            "دعا سكان في نيامي إلى تجنيد متطوعين بعد الانقلاب. وقال أحدهم إن التجنيد يبدأ السبت.",
        ),
        (
            "fr",
            "Niger : des volontaires contre une attaque extérieure",
            "Des habitants de Niamey veulent s'enrôler après le coup d'Etat, a dit l'un d'eux samedi.",
        ),
        (
            "en",
            "Niger: volunteers sign up to repel external attack",
            "People in Niamey want to enlist after the coup, one of them said. It begins on Saturday.",
        ),
        (
            "ha",
            "Nijar: Matasa za su tare harin daga waje",
            "Mazauna Yamai sun ce za su shiga aikin soja bayan juyin mulki. Za a fara ranar Asabar.",
        ),
    ],
)
def test_who_prepares_for_an_attack_from_abroad_is_of_the_crisis(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title, "2023-08-16", language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


def test_an_attack_on_a_village_is_not(tagged: Tagger) -> None:
    text = "قتل مسلحون عشرة قرويين في تيلابيري قرب الحدود مع مالي. وقع هجوم الثلاثاء بعد الانقلاب."
    assert not tagged(text, "النيجر: قتلى في هجوم على قرية", "2023-08-16", "ar").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "بريغوجين يؤيد الانقلاب في النيجر في تسجيل صوتي.. ماذا قال؟",
            "نشرت رابطة تسجيلا مساء الخميس قال فيه إن ما حدث كفاح.",
        ),
        (
            "ابنة رئيس النيجر لصحيفة: فقد أبي وزنه لكنه لن يستسلم",
            "روت ابنة الرئيس المحتجز محمد بازوم ظروف أسرتها منذ أن احتجزه العسكريون الذين قطعوا الكهرباء. "
            "وتعيش العائلة بلا ماء نظيف. وفشلت الجهود في حمل المجلس العسكري على الإفراج عنه.",
        ),
    ],
)
def test_who_backs_it_and_then_is_asked_of_and_what_a_daughter_tells_is_news(
    tagged: Tagger, title: str, text: str
) -> None:
    assert tagged(text, title, "2023-08-12", "ar").alert
