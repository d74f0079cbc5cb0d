"""Armies that hand back a base, and unions that end a mission, are acts of the crisis: in cut headlines as well."""

import pytest

from tests.enrich.conftest import Tagger

ENDS = [
    ("en", "US army says its presence ends in",
     "The Pentagon said the army has turned over its last base in Niger to the local armed forces."),
    ("en", "European Union announces end of partnership",
     "Brussels (agencies)\n\nThe union said that it will end its military mission in Niger by the end of June."),
    ("en", "EU ends training mission", "The Council decided not to extend the military mission in Niger beyond June."),
    ("fr", "L'armée américaine annonce la fin de sa présence au",
     "Le Pentagone a annoncé que l'armée avait remis sa dernière base au Niger aux forces armées locales."),
    ("fr", "L'Union européenne annonce la fin du partenariat",
     "Bruxelles (agences)\n\nL'Union a annoncé qu'elle mettra fin à sa mission militaire au Niger d'ici fin juin."),
    ("fr", "L'UE ne prolonge pas sa mission",
     "Le Conseil a décidé de ne pas prolonger la mission militaire au Niger au-delà du 30 juin."),
    ("ar", "الجيش الفرنسي يعلن انتهاء وجوده في", "قالت الوزارة إن الجيش سلم آخر قواعده في النيجر إلى القوات المحلية."),
    ("ar", "واشنطن تضع حدا لوجودها العسكري", "سلم الجيش الأمريكي قاعدته في النيجر إلى القوات المحلية، بحسب بيان."),
    ("ar", "الاتحاد الأوروبي يعلن إنهاء الشراكة",
     "بروكسل (وكالات)\n\nقال الاتحاد إنه سينهي مهمته العسكرية في النيجر في نهاية يونيو."),
    ("ha", "Sojojin Amurka sun sanar da kawo karshen zamansu a",
     "Ma'aikatar tsaron Amurka ta ce sojojinta sun mika sansaninsu na karshe a Nijar ga dakarun kasar."),
    ("ha", "EU ba za ta tsawaita aikin sojanta ba",
     "Majalisar ta yanke shawarar ba za ta tsawaita aikin soja a Nijar ba bayan watan Yuni."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), ENDS)
def test_who_ends_a_presence_or_a_mission_is_news_without_the_word_coup(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, title=title, published="2024-07-08", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        # another country's base
        ("en", "US army says its presence ends in", "It turned over its last base in Chad to the local forces."),
        ("ar", "الجيش الفرنسي يعلن انتهاء وجوده في", "سلم الجيش آخر قواعده في السنغال إلى القوات المحلية."),
        # what else ends
        ("fr", "L'Union annonce la fin du championnat", "Bruxelles (agences)\n\nLe match au Niger aura lieu en juin."),
    ],
)
def test_what_ends_elsewhere_is_none(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title=title, published="2024-07-08", language=language)
    assert (found.crises[0].salience, found.alert) == ("none", False)
