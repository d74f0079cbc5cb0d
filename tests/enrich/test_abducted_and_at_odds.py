"""Abductions are no act of state, quarrels and sales of uranium are; and a headline's why may stand over plain news."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_denied_plots_and_closer_ties import FILLER, RULED

ABDUCTED = {
    "en": (
        "The Swiss foreign ministry confirmed on Sunday that a tourist was kidnapped in Agadez in northern Niger, "
        "and said it was in touch with the delegation of the European Union. "
    ),
    "fr": (
        "Le ministère suisse des Affaires étrangères a confirmé dimanche qu'une touriste a été enlevée à Agadez, dans "
        "le nord du Niger, et qu'il est en contact avec la délégation de l'Union européenne. "
    ),
    "ar": (
        "أكدت وزارة الخارجية السويسرية الأحد أن سائحة خُطفت في أغاديز شمال النيجر، "
        "وقالت إنها على تواصل مع وفد الاتحاد الأوروبي. ورفضت السلطات التعليق. "
    ),
    "ha": (
        "Ma'aikatar harkokin wajen Switzerland ta tabbatar a ranar Lahadi cewa an sace wata baturiya a Agadas da ke "
        "arewacin Nijar, ta kuma ce tana magana da tawagar Tarayyar Turai. "
    ),
}


@pytest.mark.parametrize("language", ABDUCTED)
def test_a_state_that_speaks_of_one_of_its_own_who_was_abducted_does_nothing_to_the_crisis(
    language: str, tagged: Tagger
) -> None:
    found = tagged(ABDUCTED[language], published="2025-01-12", language=language)
    assert (found.crises[0].salience, found.alert) == ("none", False)


def test_what_a_junta_does_for_the_abducted_is_an_act_and_so_is_an_embassy_shut(tagged: Tagger) -> None:
    for title in ("Niger's junta holds talks on kidnapped tourist", "Niger closes its embassy in Paris"):
        assert tagged(FILLER["en"] + RULED["en"], title=title, published="2025-01-12").alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Dispute between Niger and Benin"),
        ("fr", "Différend entre le Niger et le Bénin"),
        ("ar", "خلاف بين النيجر وبنين"),
        ("ha", "Rikici tsakanin Nijar da Jamhuriyar Benin"),
        ("en", "Niger puts its uranium on the international market"),
        ("fr", "Le Niger met son uranium en vente sur le marché mondial"),
        ("ar", "النيجر تطرح مخزونها من اليورانيوم في السوق الدولية"),
        ("ha", "Nijar ta sa uranium dinta a kasuwar duniya"),
        ("fr", "Le Niger ferme les vannes de l'oléoduc"),
        ("ar", "الحكومة النيجرية سحبت رخصة استغلال منجم"),
    ],
)
def test_a_quarrel_of_states_and_what_is_done_with_oil_and_uranium_are_acts_though_the_coup_is_told_late(
    language: str, title: str, tagged: Tagger
) -> None:
    found = tagged(2 * FILLER[language] + RULED[language], title=title, published="2025-06-07", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Coup puts uranium supplies in doubt in Niger"), ("en", "Niger's onions find no market in Benin")],
)
def test_what_others_bear_stays_an_effect(language: str, title: str, tagged: Tagger) -> None:
    found = tagged(2 * FILLER[language] + RULED[language], title=title, published="2025-06-07", language=language)
    assert not found.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "New chief in Dosso, Niger", "Interior Minister {} led the feast with the governor and lawmakers."),
        ("fr", "Niger : un chef intronisé", "Le ministre de l'Intérieur {} a présidé la fête avec le gouverneur."),
        ("ar", "النيجر: تنصيب زعيم في دوسو", "ترأس وزير الداخلية {} الحفل بحضور حاكم دوسو ونواب."),
        ("ha", "Bikin nadin sarki a Dosso, Nijar", "Ministan cikin gida {} ya jagoranci bikin tare da gwamna."),
    ],
)
def test_who_ruled_later_is_a_minister_only_in_texts_from_before(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    name = "محمد بازوم" if language == "ar" else "Mohamed Bazoum"
    assert tagged(text.format(name), title=title, published=None, language=language).crises[0].salience == "none"


def test_a_former_minister_may_be_the_president_who_is_held(tagged: Tagger) -> None:
    found = tagged(
        "Former interior minister Mohamed Bazoum gets a doctor at last.", title="Niger frees a doctor", published=None
    )
    assert found.crises[0].salience == "main"


ECOWAS = (
    "Kungiyar ECOWAS ta dage takunkuman da ta kakaba wa Nijar a taron da shugabanninta suka yi ranar Asabar. Ta "
    "kakaba su ne bayan da sojoji suka kifar da gwamnatin Mohamed Bazoum."
)


def test_a_why_in_hausa_that_stands_over_the_act_itself_is_news(tagged: Tagger) -> None:
    found = tagged(
        ECOWAS, title="Dalilin da ya sa ECOWAS ta janye takunkumin Nijar", published="2024-02-25", language="ha"
    )
    assert found.alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Dalilin da ya sa ECOWAS ta janye takunkumin Nijar", "Ko me ya sa ECOWAS ta dage takunkumin Nijar? " + ECOWAS),
        ("Dalilin da ya sa ECOWAS ta janye takunkumin Nijar", "Nijar ta sha wahalar takunkumin ECOWAS. " + ECOWAS),
        ("Dalilin da ya sa sojoji suka yi juyin mulki a Nijar", ECOWAS),
    ],
)
def test_a_why_that_is_answered_stays_an_explainer(title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2024-02-25", language="ha").alert


def test_neither_fear_nor_favour_is_an_opinion_but_a_column_called_so_is(tagged: Tagger) -> None:
    text = "La radio, que la junte du Niger a suspendue jeudi pour trois mois, l'a dit dans un communiqué samedi."
    news = "La BBC, suspendue par la junte du Niger, promet d'informer « sans crainte ni parti pris »"
    assert tagged(text, title=news, published="2024-12-15", language="fr").alert
    column = "Parti pris : la junte du Niger suspend la BBC"
    assert not tagged(text, title=column, published="2024-12-15", language="fr").alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ليس الانقلاب جديدا في أفريقيا. وقد أطاح الحرس الرئاسي بالرئيس محمد بازوم في النيجر."),
        ("ha", "Juyin mulki ba sabon abu ba ne a Afirka. Masu tsaro sun hambarar da Shugaba Mohamed Bazoum na Nijar."),
    ],
)
def test_that_coups_are_nothing_new_tells_and_denies_none(language: str, text: str, tagged: Tagger) -> None:
    coups = tagged(text, published="2023-09-08", language=language).coups
    assert [(c.event, c.status) for c in coups] == [("niger-2023", "asserted")]
    assert not coups[0].evidence.surface.startswith(("Juyin", "الانقلاب"))


def test_what_leaders_ought_to_do_about_coups_is_an_opinion(tagged: Tagger) -> None:
    title, text = "Juyin mulki: Ya zama dole shugabannin Afirka su sauya hali", ECOWAS
    assert not tagged(text, title=title, published="2023-09-08", language="ha").alert
    said = "Tinubu: Ya zama dole sojojin Nijar su saki Bazoum"
    assert tagged(text, title=said, published="2023-09-08", language="ha").alert
