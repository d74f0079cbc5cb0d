"""Coups that somebody meets over, one of today below a list of older ones, and migrants who are sent home."""

from __future__ import annotations

from tests.enrich.conftest import Tagger, told_of

THREE = {("mali-2021", "asserted"), ("guinea-2021", "asserted"), ("burkina-faso-2022-01", "asserted")}


def test_coups_that_leaders_meet_over_are_all_the_subject(tagged: Tagger) -> None:
    for title, text in (
        (
            "Bloc's leaders meet over coups in Mali, Guinea and Burkina Faso",
            "They will discuss in Accra the coups in Mali, Guinea and Burkina Faso.",
        ),
        (
            "Sommet sur les putschs au Mali, en Guinée et au Burkina Faso",
            "Ils doivent discuter à Accra des coups d'Etat au Mali, en Guinée et au Burkina Faso.",
        ),
        (
            "ECOWAS za ta tattauna juyin mulkin Mali, Guinea da Burkina Faso",
            "Za su yi taro a Accra don tattauna juyin mulkin da aka yi a Mali, Guinea da Burkina Faso.",
        ),
        (
            "قمة تبحث الانقلابات في مالي وغينيا وبوركينا فاسو",
            "يجتمع القادة في أكرا لبحث الانقلابات العسكرية في مالي وغينيا وبوركينا فاسو.",
        ),
    ):
        assert told_of(tagged(text, title, published="2022-02-03")) == THREE, title


def test_a_text_without_a_headline_says_itself_that_they_are_discussed(tagged: Tagger) -> None:
    for text in (
        "Leaders of the union will discuss the coups in Mali, Guinea and Burkina Faso at their summit.",
        "سيبحث القادة في قمتهم الانقلابات العسكرية التي عرفتها مالي وغينيا وبوركينا فاسو.",
    ):
        assert told_of(tagged(text, published="2022-02-03")) == THREE, text


def test_coups_that_neighbours_only_look_on_at_are_not(tagged: Tagger) -> None:
    tags = tagged(
        "From Senegal to Togo those who rule look on.",
        "Coups in Mali, Guinea and Burkina Faso worry the region",
        published="2022-02-03",
    )
    assert ("guinea-2021", "historical") in told_of(tags)


LISTS = (
    "Countries in uniform\n\n1. Mali\nSoldiers seized power in 2020.\n2. Niger\nSoldiers took power in July 2023.\n"
    "3. Gabon\nSoldiers staged a coup in 2023.\n{}",
    "Kasashen da sojoji ke mulki\n\n1. Mali\nSojoji sun karbi iko a 2020.\n2. Nijar\nSojoji sun karbi iko a Yulin "
    "2023.\n3. Gabon\nSojoji sun yi juyin mulki a 2023.\n{}",
    "Pays en uniforme\n\n1. Mali\nLes militaires ont pris le pouvoir en 2020.\n2. Niger\nLes militaires ont pris le "
    "pouvoir en juillet 2023.\n3. Gabon\nLes militaires ont fait un coup d'Etat en 2023.\n{}",
    "دول يحكمها العسكر\n\n1. مالي\nاستولى الجيش على السلطة عام 2020.\n2. النيجر\nاستولى الجيش على السلطة في يوليو "
    "2023.\n3. الغابون\nنفذ الجيش انقلابا عام 2023.\n{}",
)


def test_a_coup_of_today_is_an_item_of_its_own_below_a_list(tagged: Tagger) -> None:
    for text, today in zip(
        LISTS,
        (
            "Today soldiers took power in Guinea-Bissau, too.",
            "A yau ma sojoji sun karbi ikon kasar Guinea-Bissau.",
            "Aujourd'hui, des militaires ont aussi pris le pouvoir en Guinée-Bissau.",
            "واليوم استولى الجيش على السلطة في غينيا بيساو.",
        ),
        strict=True,
    ):
        told = told_of(tagged(text.format(today), published="2025-11-26"))
        assert ("guinea-bissau-2025", "asserted") in told, today
        assert ("niger-2023", "historical") in told, today


def test_a_coup_that_only_dates_what_is_said_today_is_not(tagged: Tagger) -> None:
    text = LISTS[0].format("A minister said today, after soldiers took power in Guinea-Bissau, that he is calm.")
    assert ("guinea-bissau-2025", "asserted") not in told_of(tagged(text, published="2025-11-26"))


def test_migrants_sent_home_are_no_act_of_state(tagged: Tagger) -> None:
    for title in (
        "Algeria expels hundreds of migrants to Niger",
        "L'Algérie expulse des centaines de migrants vers le Niger",
        "Aljeriya ta kori daruruwan bakin haure zuwa Nijar",
        "الجزائر تطرد مئات المهاجرين إلى النيجر",
        "ترحيل مهاجرين غير نظاميين من ليبيا إلى النيجر",
    ):
        tags = tagged(title + ".", title, published="2024-04-20")
        assert not tags.alert, title
        assert tags.crises[0].salience != "main", title


def test_an_envoy_summoned_over_them_or_sent_home_is_one(tagged: Tagger) -> None:
    for title in (
        "Niger summons Algerian ambassador over expulsion of migrants",
        "Niger : l'ambassadeur d'Algérie convoqué après l'expulsion de migrants",
        "Nijar ta kira jakadan Aljeriya kan korar bakin haure",
        "النيجر تستدعي السفير الجزائري احتجاجا على ترحيل مهاجرين",
        "Niger expels French ambassador",
    ):
        assert tagged(title + ".", title, published="2024-04-20").alert, title


def test_coups_are_counted_in_numerals_and_in_the_feminine(tagged: Tagger) -> None:
    for text in (
        "وقع الانقلاب في النيجر في يوليو، وهو واحدة من ثماني انقلابات حدثت في المنطقة منذ عام 2020.",
        "الانقلاب في النيجر هو الثامن في ظرف السنوات الثلاث الأخيرة.",
        "An yi juyin mulki a Nijar, juyin mulkin da ke matsayin karo na 8 cikin kasa da shekaru 3 a yankin.",
    ):
        assert ("unspecified", "historical") in told_of(tagged(text)), text


def test_a_row_goes_on_behind_how_long_ago_its_last_one_was(tagged: Tagger) -> None:
    text = "نفذ ضباط شباب انقلابات في مالي وفي غينيا وقبل يومين في بوركينا فاسو."
    events = {coup.event for coup in tagged(text, published="2022-01-26").coups}
    assert events == {"mali-2021", "guinea-2021", "burkina-faso-2022-01"}


def test_a_coup_of_today_is_an_item_of_its_own_below_paragraphs_too(tagged: Tagger) -> None:
    """The day is the first word behind the end of a paragraph."""
    text = LISTS[0].format("Today soldiers took power in Guinea-Bissau, too.").replace("\n", "\n\n")
    assert ("guinea-bissau-2025", "asserted") in told_of(tagged(text, published="2025-11-26"))
