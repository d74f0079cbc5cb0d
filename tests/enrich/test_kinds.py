"""Kinds of sentences that real articles have and invented ones had not; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of
from tests.enrich.test_coups import told


def test_a_list_of_earlier_coups_without_years_is_background(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Officers said on air that they had taken power. Theirs is the second coup this summer, after Niger. "
        "Soldiers likewise seized power in Chad, Guinea, Mali and Burkina Faso; the votes of the 1990s are forgotten.",
        published="2023-08-30",
        title="Gabon: army officers claim to have seized power",
    )
    assert got == {
        ("gabon-2023", "asserted"),
        *((e, "historical") for e in ("niger-2023", "mali-2020", "guinea-2021", "burkina-faso-2022-09", "chad-2021")),
    }


def test_countries_in_a_row_before_a_plural_all_had_one(tagged: Tagger) -> None:
    got = told(tagged, "Mali and Burkina Faso have seen coups too.", published="2023-08-30", title="Coup in Gabon")
    assert {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")} <= got


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats were not sure who commands the coup in Niger.",
        "Ecowas may send troops to undo the coup in Niger if talks fail.",
        "Personne n'est sûr de savoir qui commande le coup d'État au Niger.",
        "Kungiyar ta ce ba za ta amince ba da juyin mulkin Nijar.",
    ],
)
def test_what_is_denied_or_unsure_beside_a_coup_is_not_the_coup(tagged: Tagger, text: str) -> None:
    assert told(tagged, text) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officers are accused of having planned a coup.", "asserted"),
        ("Des officiers sont accusés d'avoir fomenté un coup d'État.", "asserted"),
        ("Soldiers are preparing a coup.", "future"),
    ],
)
def test_a_plot_that_is_judged_is_no_plan_any_more(tagged: Tagger, text: str, status: str) -> None:
    tags = tagged(text, title="Senegal: officers in court", published="2023-08-10")
    assert [(c.event, c.type, c.status) for c in tags.coups] == [("unspecified", "conspiracy", status)]


@pytest.mark.parametrize("text", ["Residents expect a military coup.", "Protesters call for a coup."])
def test_who_hopes_for_a_coup_has_not_seen_one(tagged: Tagger, text: str) -> None:
    assert told(tagged, text) == {("unspecified", "hypothetical")}


@pytest.mark.parametrize(
    "text",
    [
        "Jam'iyyar APC ta ƙwace mulki daga hannun PDP a zaɓen 2015.",
        "Taliban ta karɓe iko da birnin Kabul, ta kifar da gwamnatin Afghanistan.",
        "Kamfanin ya sauke nauyin da ke kansa, in ji gwamnatin jihar.",
        "Sojojin sun kwace iko da gari biyu.",
    ],
)
def test_in_hausa_power_changes_hands_without_a_coup(tagged: Tagger, text: str) -> None:
    assert not told(tagged, text)


@pytest.mark.parametrize("text", ["Taron majalisar tsaron ƙasa a Abuja.", "Hukumar kare al'umma ta Burkina Faso."])
def test_a_security_council_is_not_the_junta(tagged: Tagger, text: str) -> None:
    assert "cnsp" not in {e.id for e in tagged(text, published="2023-09-10").entities}


def test_the_french_word_alone_tells_the_coup_where_one_is_told(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Il a renversé Ali Bongo. Au Niger aussi, le coup était venu de la garde présidentielle.",
        title="Gabon : un général au pouvoir après le coup d'État",
        published="2023-08-31",
    )
    assert ("niger-2023", "historical") in got


@pytest.mark.parametrize("text", ["Le voyage vaut le coup.", "Le coup a été dur pour les commerçants du Niger."])
def test_the_french_word_alone_tells_no_coup_elsewhere(tagged: Tagger, text: str) -> None:
    assert not told(tagged, text)


def test_an_army_that_turns_on_its_president_is_told_in_arabic(tagged: Tagger) -> None:
    assert told(tagged, "ضباط غابونيون من الحرس انقلبوا على الرئيس في الجيش الغابوني", published="2023-08-30") == {
        ("gabon-2023", "asserted")
    }


@pytest.mark.parametrize(
    ("text", "published"),
    [("The general staged a coup in 1917.", None), ("Wani janar ya yi juyin mulki a 1991.", None)],
)
def test_a_year_long_past_dates_a_coup_without_a_date_of_the_text(
    tagged: Tagger, text: str, published: str | None
) -> None:
    assert told(tagged, text, published=published) == {("unspecified", "historical")}


def test_the_coup_that_is_counted_is_the_one_of_the_article(tagged: Tagger) -> None:
    tags = tagged(
        "استولى ضباط على السلطة في الغابون. الانقلاب هو الثاني هذا الصيف بعد النيجر.",
        published="2023-08-31",
    )
    assert told_of(tags) == {("gabon-2023", "asserted"), ("niger-2023", "historical")}
    assert [c.salience for c in tags.crises] == ["background"]
    assert not tags.alert


def test_two_coups_of_one_country_are_told_apart_by_whom_they_drove_out(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Captain Ibrahim Traoré toppled Paul-Henri Damiba. Damiba had himself toppled Roch Kaboré eight months before.",
        published="2022-10-02",
        title="Burkina Faso: a second coup",
    )
    assert got == {("burkina-faso-2022-09", "asserted"), ("burkina-faso-2022-01", "asserted")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army had seized power in Burkina Faso in January.", "burkina-faso-2022-01"),
        ("L'armée avait pris le pouvoir au Burkina Faso en janvier.", "burkina-faso-2022-01"),
        ("استولى الجيش على السلطة في بوركينا فاسو في يناير", "burkina-faso-2022-01"),
        ("Sojoji sun kwace mulki a Burkina Faso a watan Janairu.", "burkina-faso-2022-01"),
        ("The army seized power in Burkina Faso on Friday.", "burkina-faso-2022-09"),
    ],
)
def test_two_coups_of_one_country_are_told_apart_by_their_month(tagged: Tagger, text: str, event: str) -> None:
    assert event in {e for e, _ in told(tagged, text, published="2022-10-02")}


def test_the_years_between_which_coups_fell_date_none_of_them(tagged: Tagger) -> None:
    text = "Juntas came to power in Mali, Burkina Faso and Niger between 2020 and 2023."
    assert {e for e, _ in told(tagged, text, published="2024-07-09")} == {
        *("mali-2020", "burkina-faso-2022-09", "niger-2023")
    }


@pytest.mark.parametrize(
    ("title", "published", "salience"),
    [
        ("Au Niger, les ménages comptent leurs sous sous les sanctions", "2023-08-18", "main"),
        ("Hausse du prix du riz à Maradi après les sanctions", "2023-08-24", "main"),
        ("Hausse du prix du riz à Maradi", "2023-08-24", "background"),
        ("Migrants stream through Agadez again", "2024-03-01", "background"),
    ],
)
def test_effects_alone_wake_nobody(tagged: Tagger, title: str, published: str, salience: str) -> None:
    tags = tagged("Traders in Niger blame the coup d'état of last July.", title=title, published=published)
    assert [c.salience for c in tags.crises] == [salience]
    assert not tags.alert


def test_an_act_that_touches_prices_is_news(tagged: Tagger) -> None:
    tags = tagged(
        "",
        title="Riz : la junte du Niger suspend les ventes hors du pays",
        published="2024-10-25",
    )
    assert tags.alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sahel alliance sets up a joint court", "The Alliance of Sahel States groups Mali, Burkina Faso and Niger."),
        ("Alerte maximale décrétée par l'AES", "Le Niger, le Mali et le Burkina Faso forment l'alliance."),
    ],
)
def test_the_sahel_alliance_speaks_for_its_members(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(
        text, title=title.replace("Sahel alliance sets", "AES suspends talks and sets"), published="2024-12-23"
    )
    assert tags.alert


def test_a_mediator_in_the_headline_is_news_of_the_crisis(tagged: Tagger) -> None:
    tags = tagged(
        "Le ministre a détaillé l'initiative pour sortir de la crise au Niger après le coup d'État.",
        title="Alger propose une transition de six mois",
        published="2023-08-29",
    )
    assert tags.alert
    assert [(c.event, c.status) for c in tags.coups] == [("niger-2023", "asserted")]


@pytest.mark.parametrize("title", ["Gunmen raid a market in Niger", "Niger lawmakers pass budget"])
def test_niger_is_the_state_where_only_the_state_is_spoken_of(tagged: Tagger, title: str) -> None:
    tags = tagged("The governor of Niger State, in Minna, promised help.", title=title, published="2025-07-15")
    assert "niger" not in {e.id for e in tags.entities}
    assert not tags.alert


def test_niger_is_the_country_where_both_are_spoken_of(tagged: Tagger) -> None:
    text = "Niger's junta freed two traders from Niger State. The minister in Niamey said so."
    assert {"niger", "niger-state"} <= {e.id for e in tagged(text, published="2025-07-15").entities}


def test_an_attack_at_the_border_is_not_the_crisis(tagged: Tagger) -> None:
    tags = tagged(
        "Des hommes armés ont tué six soldats.",
        title="Attaque à la frontière du Niger et du Mali",
        published="2024-10-25",
    )
    assert not tags.alert


@pytest.mark.parametrize(
    "text",
    [
        "The council condemned the attempt to change the government by force in Niger.",
        "Le Conseil condamne la tentative de prendre le pouvoir par la force au Niger.",
        "ودان المجلس محاولة تغيير السلطة بالقوة في النيجر.",
        "An yi tir da yunkurin sauya gwamnati da karfi a Nijar.",
    ],
)
def test_a_change_by_force_is_a_coup(tagged: Tagger, text: str) -> None:
    assert told(tagged, text, published="2023-07-27") == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions last until the return to constitutional order in Niger.",
        "Les sanctions valent jusqu'au retour à l'ordre constitutionnel au Niger.",
        "تستمر العقوبات حتى عودة النظام الدستوري في النيجر",
        "Takunkumin zai ci gaba har sai an maido da tsarin dimokradiyya a Nijar.",
    ],
)
def test_what_is_to_come_back_is_no_coup_by_itself(tagged: Tagger, text: str) -> None:
    assert told(tagged, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The opposition called the delay a coup.",
        "L'opposition a qualifié le report de coup d'État.",
        "Masu adawa sun kira shi juyin mulki.",
        "وصفوه بأنه انقلاب",
    ],
)
def test_an_epithet_for_something_else_is_no_coup(tagged: Tagger, text: str) -> None:
    assert told(tagged, text, title="Senegal: Macky Sall", published="2024-02-10") == set()


@pytest.mark.parametrize(
    "text",
    [
        'The prize went to "The Coup", a comedy set in an office.',
        "Le prix va au roman « Le Putsch » et à « Coup de force », un polar.",
        "Fim din 'Juyin Mulki' ya samu kyauta.",
        "فاز مسلسل «الانقلاب» بالجائزة",
        "وصف المشروع بأنه انقلاب في عالم النقل",
    ],
)
def test_titles_and_figures_of_speech_are_no_coups(tagged: Tagger, text: str) -> None:
    assert told(tagged, text, published="2024-02-10") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Traders fear shortages after the coup in Niger.",
        "On craint des pénuries après le coup d'État au Niger.",
        "وأشار محللون إلى مخاوف من نقص بعد الانقلاب في النيجر",
        "Ana fargabar karanci bayan juyin mulkin Nijar.",
    ],
)
def test_what_is_feared_after_a_coup_is_not_the_coup(tagged: Tagger, text: str) -> None:
    assert {(e, s == "hypothetical") for e, s in told(tagged, text)} == {("niger-2023", False)}


def test_coups_since_a_year_are_all_of_them(tagged: Tagger) -> None:
    got = told(tagged, "Mali and Burkina Faso have seen coups since 2020.", published="2023-08-30", title="Gabon")
    assert got == {
        (e, "historical") for e in ("mali-2020", "mali-2021", "burkina-faso-2022-01", "burkina-faso-2022-09")
    }


def test_an_earlier_coup_with_its_year_is_background_beside_a_later_one(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Captain Ibrahim Traoré came to power in a putsch in September 2022.",
        published="2023-09-28",
        title="Burkina Faso: four officers held after failed coup attempt",
    )
    assert got == {("burkina-faso-2023-attempt", "asserted"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Gabon : après Niamey, Libreville", "Le coup d'État survient un mois après celui du Niger."),
        ("Gabon: Libreville calm", "The coup came a month after that in Niger."),
        ("Gabon : Ali Bongo renversé", "Le putsch rappelle celui du Niger, en juillet."),
    ],
)
def test_the_coup_that_another_comes_after_is_background(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-08-31")
    assert told_of(tags) == {("gabon-2023", "asserted"), ("niger-2023", "historical")}
    assert not tags.alert


def test_of_several_coups_in_a_headline_none_is_the_subject(tagged: Tagger) -> None:
    text = "De Bamako à Libreville en passant par Niamey, huit coups d'État ont eu lieu depuis 2020."
    assert not tagged(text, title="Afrique : la contagion des putschs", published="2023-08-31").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger soldiers detain head of smuggling ring", "The leader was held near Agadez by the army."),
        ("Niger army seizes weapons", "Soldiers seized control of a jihadist camp near Diffa."),
        ("Niger : l'armée arrête un chef terroriste", "Le dirigeant a été retenu par les soldats près de Diffa."),
        ("النيجر: الجيش يعتقل رئيس عصابة", "قال الجنود إنه محتجز في ديفا."),
        ("Sojojin Nijar sun kama shugaban 'yan ta'adda", "An kama shi kusa da iyakar Mali."),
        ("Mali : les soldats bloquent la route du palais", "Le président passait les troupes en revue."),
    ],
)
def test_an_arrest_by_soldiers_is_a_coup_only_in_its_days(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2024-05-01")
    assert not tags.coups
    assert not tags.alert


def test_who_is_held_by_name_stays_a_mention_at_any_time(tagged: Tagger) -> None:
    got = told(tagged, "Mohamed Bazoum is still held by soldiers in the palace.", published="2024-05-01")
    assert got == {("niger-2023", "asserted")}
