"""Full names in spellings that no list has: by their consonants, and only where the crisis is spoken of."""

from __future__ import annotations

import pytest

from services.enrich.text.fold import fold_name
from services.enrich.text.spelt import sounds_of
from tests.enrich.conftest import Tagger, ids, surfaces


@pytest.mark.parametrize(
    ("text", "entity", "surface"),
    [
        ("A Nijar, Muhamadu Isufou ya ce zai shiga tsakani.", "mahamadou-issoufou", "Muhamadu Isufou"),
        ("Nijar: Janar Abdouraman Tshiani ya yi jawabi.", "abdourahamane-tchiani", "Abdouraman Tshiani"),
        ("Niger: the ministers met Mammane Osoumane in Niamey.", "mahamane-ousmane", "Mammane Osoumane"),
        ("Au Niger, Mahaman Usmane a été reçu.", "mahamane-ousmane", "Mahaman Usmane"),
        ("وصل الوزير باكاري ياو صنغاري إلى النيجر", "bakary-yaou-sangare", "باكاري ياو صنغاري"),
        ("قال بأكاري ياوو سنقاري في النيجر", "bakary-yaou-sangare", "بأكاري ياوو سنقاري"),
        ("التقى وفد النيجر بعبدالسلام ابوبكار", "abdulsalami-abubakar", "عبدالسلام ابوبكار"),
    ],
)
def test_a_full_name_in_an_unlisted_spelling_is_known(tagged: Tagger, text: str, entity: str, surface: str) -> None:
    assert surfaces(tagged(text), entity) == [surface]


@pytest.mark.parametrize(
    "text",
    [
        "Mammane Osoumane won the wrestling match in Kano.",  # nothing of Niger
        "In Niger the traders Ibrahim Musa and Ali Sani were heard.",
        "Au Niger, Mohamed Sylla et Moussa Diallo ont été libérés.",
        "قال محمد يوسف في النيجر إن التجارة متوقفة",  # not محمدو يوسوفو
        "A Nijar, an ga mahaman usmane a kasuwa.",  # no capital
        "وصل في النيجر إلى الحكم كرابع رئيس",  # not حكيمي غربا
    ],
)
def test_others_of_nearly_that_name_are_nobody(tagged: Tagger, text: str) -> None:
    assert not ids(tagged(text)) - {"niger", "kano"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Issoufou", "Isufu"), ("Tchiani", "Chiani"), ("Djibo", "Jibo"), ("Ousmane", "Usman"), ("Sissoco", "Cissoko"),
        ("تشياني", "شيانى"), ("سانغاري", "صنقاري"), ("واتارا", "وطارا"), ("الأمين", "امين"), ("عيسى", "إيسا"),
    ],
)
def test_what_papers_write_differently_sounds_the_same(one: str, other: str) -> None:
    assert sounds_of(fold_name(one)) == sounds_of(fold_name(other))
