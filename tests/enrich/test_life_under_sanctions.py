"""How life goes on under sanctions is no news of the crisis, nor who visits refugees."""

import pytest

from tests.enrich.conftest import Tagger

LIFE = [
    ("en", "Life goes on under sanctions in Niger",
     "Shops are open in Niamey after the coup, but prices rise, residents said on Friday."),
    ("fr", "Niger : la vie continue sous les sanctions",
     "A Niamey les boutiques sont ouvertes après le putsch, mais les prix montent, disent vendredi des habitants."),
    ("ar", "النيجر: الحياة تستمر في ظل العقوبات",
     "المتاجر مفتوحة في نيامي بعد الانقلاب لكن الأسعار ترتفع، كما قال سكان الجمعة."),
    ("ha", "Nijar: Rayuwa na tafiya cikin takunkumi",
     "Shaguna a bude suke a Yamai bayan juyin mulki amma farashi na tashi, in ji mazauna ranar Juma'a."),
    ("en", "People at Niger border cry out over hardship from ECOWAS sanctions",
     "Residents said on Friday that they go hungry after the coup."),
    ("fr", "Les riverains de la frontière du Niger se plaignent des sanctions de la Cedeao",
     "Des habitants ont dit vendredi avoir faim après le putsch."),
    ("ar", "سكان الحدود مع النيجر يشكون من وطأة عقوبات إيكواس",
     "قال سكان يوم الجمعة إنهم جائعون بعد الانقلاب."),
    ("ha", "Mazauna iyakar Nijar na kukan matsin rayuwa saboda takunkumin ECOWAS",
     "Mazauna sun ce ranar Juma'a suna fama da yunwa bayan juyin mulki."),
]  # fmt: skip
VISITS = [
    ("en", "Agadez: IOM delegation visits refugee camps",
     "The head of the IOM led a delegation to camps in Agadez, Niger, on Monday."),
    ("fr", "Agadez : une délégation de l'OIM dans les camps de réfugiés",
     "La cheffe de l'OIM a conduit lundi une délégation dans des camps à Agadez, au Niger."),
    ("ar", "أغاديز: وفد من منظمة الهجرة يزور مخيمات اللاجئين",
     "قادت مديرة المنظمة يوم الاثنين وفدا إلى مخيمات في أغاديز بالنيجر."),
    ("ha", "Agadez: Tawagar OIM ta ziyarci sansanonin 'yan gudun hijira",
     "Shugabar OIM ta jagoranci tawaga zuwa sansanonin a Agadez ta Nijar ranar Litinin."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), LIFE)
def test_how_life_goes_on_wakes_nobody(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title, published="2023-10-11", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", False)


@pytest.mark.parametrize(("language", "title", "text"), VISITS)
def test_who_visits_refugees_is_none_of_it(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title, published="2025-05-21", language=language)
    assert (found.crises[0].salience, found.alert) == ("none", False)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "ECOWAS delegation in Niamey over sanctions"),
        ("fr", "Une délégation de la Cedeao à Niamey pour les sanctions"),
        ("ar", "وفد من إيكواس في نيامي لبحث العقوبات"),
        ("ha", "Tawagar ECOWAS ta isa Yamai kan takunkumi"),
        ("en", "Niger expels head of UN refugee agency"),
        ("fr", "Le Niger expulse la cheffe du HCR chargée des réfugiés"),
    ],
)
def test_a_mission_of_the_bloc_and_an_expulsion_still_do(language: str, title: str, tagged: Tagger) -> None:
    assert tagged("", title, published="2023-08-19", language=language).alert
