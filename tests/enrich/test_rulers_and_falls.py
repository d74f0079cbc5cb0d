"""An undated text on a ruler of long ago is none of the crisis; in Arabic a noun says too that a president fell."""

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "دعت إيكواس إلى قمة طارئة بشأن النيجر. وكان رئيس النيجر مامادو طانجا قد عدل الدستور وحل البرلمان."),
        ("fr", "La Cédéao tient un sommet sur le Niger. Le président Mamadou Tandja a dissous le parlement."),
        ("ha", "ECOWAS ta kira taron gaggawa kan Nijar. Shugaban Nijar Mamadou Tandja ya rusa majalisa."),
    ],
)
def test_a_ruler_of_its_country_of_long_ago_dates_a_text_before_the_crisis(
    language: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, published=None, language=language)
    assert (found.crises[0].salience, found.alert) == ("none", False)


@pytest.mark.parametrize(
    "text",
    [
        # who had ruled is named beside those of the crisis
        "La Cédéao tient un sommet sur le Niger. Le président Tandja fut renversé avant Bazoum, que la junte détient.",
        "La Cédéao tient un sommet sur le Niger et exige la libération de Bazoum.",
    ],
)
def test_who_is_of_the_crisis_keeps_it_there(text: str, tagged: Tagger) -> None:
    assert tagged(text, published=None, language="fr").crises[0].salience == "main"


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت سلطات النيجر الجديدة تصدير اليورانيوم. وتسببت الإطاحة بالرئيس الأسبوع الماضي في احتجاجات.",
        "تبدأ فرنسا إجلاء رعاياها من النيجر بعد أن أدت الإطاحة بالرئيس إلى احتجاجات.",
    ],
)
def test_the_toppling_of_the_president_is_the_coup(text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, published="2023-08-01", language="ar")) == {("niger-2023", "asserted")}


def test_a_plan_to_topple_the_president_is_none(tagged: Tagger) -> None:
    text = "نفى قائد جيش تشاد وجود خطة للإطاحة بالرئيس."
    assert ("chad-2021", "asserted") not in told_of(tagged(text, published="2023-08-01", language="ar"))


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Sudan's Omar al-Bashir ousted by military", "2019-04-15"),
        ("Soudan : Omar el-Béchir destitué par l'armée", "2019-04-12"),
        ("Sudan's Bashir overthrown by the army after months of protest", "2019-04-12"),
    ],
)
def test_a_ruler_named_before_a_headlines_verb_fell_by_it_and_did_not_make_it(
    tagged: Tagger, title: str, published: str
) -> None:
    told = told_of(tagged("", title=title, published=published))
    assert told == {("sudan-2019", "asserted")}


def test_whoever_acts_before_the_verb_made_it(tagged: Tagger) -> None:
    told = {
        c.event for c in tagged("Omar al-Bashir ousted the elected government in 1989.", published="2019-01-01").coups
    }
    assert told == {"sudan-1989"}


def test_a_preacher_called_bashir_is_no_ruler_of_sudan(tagged: Tagger) -> None:
    assert not tagged(
        "Bashir was ousted by the army of volunteers from his mosque in Kano.", published="2019-04-15"
    ).coups


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Guinée-Bissau : des militaires annoncent prendre le contrôle du pays", "guinea-bissau-2025"),
        ("Guinée-Bissau : l'armée dissout le gouvernement", "guinea-bissau-2025"),
    ],
)
def test_soldiers_who_take_control_or_dissolve_the_government_seize_power(
    tagged: Tagger, title: str, event: str
) -> None:
    assert {c.event for c in tagged("", title=title, published="2025-11-27").coups} == {event}


def test_a_president_who_dissolves_his_government_makes_no_coup(tagged: Tagger) -> None:
    title = "Sénégal : le président dissout le gouvernement"
    assert not tagged("L'armée défile demain à Dakar.", title=title, published="2024-12-06").coups


@pytest.mark.parametrize(
    "title",
    ["Bazoum held by presidential guard", "Dakarun tsaron fadar shugaban kasa sun tsare Bazoum"],
)
def test_his_guard_is_a_sign_that_bazoum_is_the_president(tagged: Tagger, title: str) -> None:
    tags = tagged("", title=title, published="2023-07-26")
    assert tags.alert
    assert {(c.event, c.type) for c in tags.coups} == {("niger-2023", "attempted")}
