"""What plain queries bring in on any day: texts from before the crisis, wars elsewhere, protesters, towns taken."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


def _told(tagged: Tagger, title: str, text: str, published: str | None, language: str = "ha") -> set[tuple[str, str]]:
    tags = tagged(text, title=title, language=language, published=published)
    return told_of(tags)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Bazoum ya yi alkawarin gina makarantu",
         "Dan takarar jam'iyya mai mulki a Nijar, Mohamed Bazoum, ya fara yakin neman zabe a Dosso."),
        ("ha", "Bazoum ya isa Abuja",
         "Shugaba Muhammadu Buhari ya tarbi takwaransa na Nijar Mohamed Bazoum a filin jirgi."),
        ("en", "Bazoum promises schools for girls",
         "Mohamed Bazoum, the presidential candidate, opened his campaign in Dosso. Niger votes in two rounds."),
        ("en", "Bazoum opens hospital",
         "Niger's Mohamed Bazoum cut the ribbon in Zinder on 3 August 2022 and thanked the nurses."),
        ("fr", "Bazoum lance sa campagne",
         "Mohamed Bazoum, candidat du parti au pouvoir au Niger, a ouvert sa campagne à Dosso."),
        ("ar", "بازوم يفتتح مستشفى", "افتتح محمد بازوم في زيندر بالنيجر مستشفى جديدا في 3 أغسطس 2022."),
    ],
)
def test_a_text_without_a_date_that_is_older_than_the_crisis_is_none_of_it(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, language=language, published=None)
    assert not tags.alert
    assert {crisis.salience for crisis in tags.crises} == {"none"}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Bazoum ya gana da likitansa",
         "Hambararren shugaban Nijar, wanda aka zaba a 2021, yana cikin koshin lafiya."),
        ("ha", "Bazoum ya kira Buhari ta waya",
         "Mohamed Bazoum na Nijar ya yi magana da tsohon shugaban Najeriya Muhammadu Buhari."),
        ("en", "Bazoum writes to the bloc", "Elected in 2021, he asks the chiefs of Ecowas for help for Niger."),
    ],
)
def test_a_text_without_a_date_is_otherwise_of_the_crisis(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title=title, language=language, published=None).alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sudan: fada ya sake kazancewa",
         "Sojojin Sudan sun kwato gadoji daga dakarun RSF da suka yi tawaye a Omdurman."),
        ("Sudan: an kwato filin jirgi",
         "Sojojin Sudan sun kwace iko gaba daya da filin jirgin saman birnin, kuma mazauna sun yi murna."),
        ("Sudan: mazauna na murna", "Sojojin Sudan sun karbe iko da garin Wad Madani a safiyar yau."),
    ],
)
def test_towns_that_change_hands_in_a_war_are_no_coup(title: str, text: str, tagged: Tagger) -> None:
    assert not _told(tagged, title, text, None)


def test_control_of_a_country_is_power(tagged: Tagger) -> None:
    text = "Sojojin Gabon sun karbe iko da kasar bayan zaben, in ji wani hafsa a talabijin."
    assert _told(tagged, "Gabon: sojoji a talabijin", text, "2023-08-30") == {("gabon-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "Jama'a na nuna bacin rai kan Faransa a yankin, inda take da sansanonin sojoji. Macron zai je Gabon.",
        "Rikici ya barke a Libreville na Gabon tsakanin masu bore kan sakamakon zabe da matasan unguwa.",
    ],
)
def test_anger_of_others_and_protesters_tell_no_coup(text: str, tagged: Tagger) -> None:
    assert not _told(tagged, "Ziyara a Afirka", text, None)


def test_a_month_of_last_year_dates_a_text_without_a_date(tagged: Tagger) -> None:
    text = "A watan Yulin bara sojoji suka yi juyin mulki a Nijar, sai kuma Burkina Faso a 2022, sannan Mali a 2020."
    assert _told(tagged, "Nijar, Burkina Faso da Mali sun bar ECOWAS", text, None) == {
        ("niger-2023", "asserted"), ("burkina-faso-2022-09", "historical"), ("mali-2020", "historical"),
    }


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Nijar ta nada sabon ministan kudi",
         "Gwamnatin sojin Nijar, wadda ta hau mulki bayan juyin mulkin shekarar 2023, ta nada sabon minista a Yamai."),
        ("en", "Niger names new finance minister",
         "The general, who led the coup of 2023, signed the decree in Niamey, state television of Niger said."),
        ("fr", "Niger : un nouveau ministre des Finances",
         "Le général, auteur du coup d'Etat de 2023, a signé le décret à Niamey, selon la télévision du Niger."),
        ("ar", "النيجر تعين وزيرا جديدا للمالية", "وقع الجنرال الذي قاد انقلاب عام 2023 المرسوم في نيامي بالنيجر."),
    ],
)
def test_a_year_by_itself_is_past_in_a_text_without_a_date(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert _told(tagged, title, text, None, language) == {("niger-2023", "historical")}


@pytest.mark.parametrize("when", ["a ranar 26 ga watan Yulin 2023", "a watan Yuli", "a karshen watan Yulin 2023"])
def test_a_day_or_month_may_be_of_these_weeks(when: str, tagged: Tagger) -> None:
    text = f"Sojojin da suka yi juyin mulki a Nijar {when} sun nada sabon ministan kudi."
    assert _told(tagged, "Nijar ta nada minista", text, None) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    "title",
    ["Benin ta dauki mataki kan Nijar", "Benin ta dauki sabon mataki kan Nijar", "Chadi na daukar matakai kan Nijar"],
)
def test_a_step_against_the_country_wakes_the_desk(title: str, tagged: Tagger) -> None:
    text = "Gwamnati ta ce ba za ta bari a loda danyen man Nijar ba sai an bude iyaka."
    assert tagged(text, title=title, language="ha", published="2024-05-10").alert


def test_mourning_wakes_nobody(tagged: Tagger) -> None:
    text = "Mahara sun kashe sojoji ashirin a Tillaberi. Gwamnatin mulkin sojan da ta kwace mulki bara ce ta sanar."
    assert not tagged(text, title="Nijar na zaman makoki", language="ha", published="2024-06-28").alert


def test_soldiers_in_prison_hold_no_ruler(tagged: Tagger) -> None:
    text = "Iyalan sojojin da ke tsare a gidan yari na Ouagadougou sun roki shugaban kasa ya yi musu afuwa."
    assert not _told(tagged, "Burkina Faso: iyalai sun koka", text, "2023-10-20")


def test_the_junta_that_foils_an_attempt_is_not_what_was_tried(tagged: Tagger) -> None:
    text = (
        "Gwamnatin Kyaftin Ibrahim Traore ta ce ta dakile yunkurin juyin mulki a Burkina Faso. A ranar 30 ga Satumbar "
        "2022 ne Traore ya karbe iko."
    )
    tags = tagged(text, title="Burkina Faso: an kama hafsoshi", language="ha", published=None)
    assert any(coup.type == "alleged" and coup.status == "asserted" for coup in tags.coups)


def test_to_end_civilian_rule_is_a_coup(tagged: Tagger) -> None:
    text = "Hakan na zuwa ne wata daya bayan da sojoji suka kawar da mulkin farar hula a Nijar."
    told = _told(tagged, "Sojoji sun yi juyin mulki a Gabon", text, "2023-08-30")
    assert told == {("gabon-2023", "asserted"), ("niger-2023", "historical")}


@pytest.mark.parametrize(
    ("title", "text", "published", "event"),
    [
        ("Benin: komai ya daidaita", "An murkushe sojojin da suka ce a talabijin sun tsige Talon.", "2025-12-07",
         "benin-2025-attempt"),
        ("Bissau: sojoji a talabijin", "Hafsoshi sun ce sun tsige Embalo kuma sun rufe iyakokin Guinea-Bissau.",
         "2025-11-26", "guinea-bissau-2025"),
    ],
)
def test_whom_soldiers_say_that_they_removed(
    title: str, text: str, published: str, event: str, tagged: Tagger
) -> None:
    assert {event for event, _ in _told(tagged, title, text, published)} == {event}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Kisan sojojin Nijar: ECOWAS ta aika sakon ta'aziyya",
         "Kungiyar ta yi Allah wadai da harin da ya kashe sojoji ashirin a Tillaberi."),
        ("en", "ECOWAS sends condolences to Niger after deadly attack",
         "The bloc said it shared the grief of the families of twenty soldiers killed near Tillaberi."),
        ("fr", "Attaque au Niger : condoléances de la Cédéao",
         "L'organisation s'associe à la douleur des familles de vingt soldats tués près de Tillabéri."),
    ],
)
def test_condolences_of_the_bloc_wake_nobody(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, language=language, published="2024-03-24").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Hatsi na makale a tashoshin ruwa",
         "Manoma sun koka cewa ba sa iya fitar da alkama. Majalisar Dinkin Duniya ta nemi a taimaka. Kungiyoyin agaji "
         "na Habasha da Kwango na jiran tallafi, kuma farashi na tashi a kowane mako. Jiragen ruwa ba sa motsi tun "
         "bazara, kuma direbobi na kwana a kan hanya. Masana sun ce damina ba ta yi kyau ba a bana, don haka akwai "
         "bukatar taimako cikin gaggawa kafin a shiga rani. Shugaban shirin ya ce a Habasha sojojin ruwa sun toshe "
         "tashar."),
        ("Jihar na biyan albashi a makare", "Malamai sun ce tun bayan mulkin soji a Najeriya ba su ga irin haka ba."),
    ],
)
def test_harbours_that_are_shut_and_the_years_behind_soldiers_tell_no_coup(
    title: str, text: str, tagged: Tagger
) -> None:
    assert not _told(tagged, title, text, None)


@pytest.mark.parametrize(
    ("title", "text", "published", "told"),
    [
        ("Hafsan soji: babu dalilin tsoro", "Ya ce sojoji ba za su yi juyin mulki a Najeriya ba.", "2024-08-05",
         {("unspecified", "negated")}),
        ("Hafsan soji ya yi jawabi", "Ya nemi jama'a su kawar da duk wani fargaban juyin mulki.", None,
         {("unspecified", "hypothetical")}),
        ("An rantsar da Damiba", "Kanar Damiba ya sha rantsuwa a Ouagadougou. Burkina Faso ta sha fuskantar juyin "
         "mulki tun bayan samun 'yanci a 1960.", None, {("unspecified", "historical")}),
        ("Dadis Camara ya koma gida", "Moussa Dadis Camara, wanda ya yi juyin mulki a 2008, ya koma Conakry. "
         "Guinea ta sake fuskantar wani juyin mulki a watan Satumban bana.", "2021-12-22",
         {("guinea-2008", "historical"), ("guinea-2021", "asserted")}),
    ],
)
def test_what_will_not_be_and_what_was_again(
    title: str, text: str, published: str | None, told: set[tuple[str, str]], tagged: Tagger
) -> None:
    assert _told(tagged, title, text, published) == told


def test_another_coup_is_of_its_month_where_the_first_is_told_by_its_maker(tagged: Tagger) -> None:
    text = "Moussa Dadis Camara, who led the 2008 coup in Guinea, flew home. Guinea suffered another coup in September."
    assert _told(tagged, "Dadis Camara is back", text, "2021-12-22", "en") == {
        ("guinea-2008", "historical"), ("guinea-2021", "asserted"),
    }


def test_undated_news_of_an_attempt_with_one_word_of_principle_is_of_an_attempt(tagged: Tagger) -> None:
    text = (
        "An tura Talon zuwa Yamai kan yunkurin juyin mulkin. Ya ce ya ji labarin yunkurin juyin mulki a Nijar. "
        "ECOWAS ba za ta lamunci juyin mulki ba. Ta ce wadanda suka yi yunkurin juyin mulkin su koma bariki."
    )
    tags = tagged(text, title="Talon ya tafi Nijar kan yunkurin juyin mulki", language="ha", published=None)
    assert [(coup.event, coup.type) for coup in tags.coups] == [("niger-2023", "attempted")]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bazoum: tsaro ya inganta",
         "A ziyarar da ya kai jihar Diffa, shugaba Bazoum ya ce 'yan gudun hijira na komawa."),
        ("Bazoum ya kaddamar da gada a Dosso", "Shugaban Nijar Mohamed Bazoum ya yaba wa ma'aikata."),
        ("Nijar a tafarkin dimukuradiyya",
         "Nijar ta yi fama da mulkin soji shekara da shekaru, har dalibai suka tashi."),
    ],
)
def test_what_the_ruler_did_and_what_the_country_went_through_wake_nobody(
    title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, language="ha", published=None)
    assert not tags.alert
    assert not tags.coups


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Hafsoshin Ecowas za su yi taro a Accra",
         "Za su nemi hanyar komawa tsarin mulki bayan juyin mulkin da sojoji suka yi a watan jiya. Taron kwana biyu ne "
         "kuma manyan jami'an kungiyar na halarta. Wakilai daga kasashe da dama sun iso tun jiya da yamma, a cewar "
         "masu shirya taron, kuma an tsaurara tsaro a otal din. Sai gobe za a fitar da sanarwa. Ana sa ran za su "
         "duba rahoton tawagar da ta je ganawa da bangarorin a makon da ya wuce, da kuma kudin da ake bukata. "
         "Wasu na ganin cewa batun tura dakaru zuwa Nijar zai raba kawuna."),
        ("en", "Ecowas army chiefs to meet in Accra",
         "They seek a way back to the constitution after last month's coup. The talks last two days and senior "
         "officials of the bloc attend. Delegates from several states have been arriving since yesterday evening, "
         "the organisers said, and security at the hotel was tightened. A statement is due tomorrow. They are to go "
         "through the report of the team that met the parties last week, and the money that is needed for all of it. "
         "Sending troops to Niger, some hold, would divide them."),
    ],
)
def test_the_bloc_meets_on_the_coup_and_names_the_country_far_down(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, language=language, published="2023-08-17")
    assert [(coup.event, coup.status) for coup in tags.coups] == [("niger-2023", "asserted")]
    assert tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Mali: an kama janar biyu da dan kasar Faransa kan yunkurin juyin mulki",
         "Ministan tsaro ya ce an shawo kan lamarin."),
        ("en", "Mali: two generals and a Frenchman from France held over coup attempt",
         "The minister says it is over."),
        ("fr", "Mali : deux généraux et un Français de France arrêtés pour tentative de coup d'Etat",
         "Le ministre dit que tout est calme."),
    ],
)
def test_a_coup_that_no_list_has_is_of_the_country_that_the_headline_begins_with(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert {event for event, _ in _told(tagged, title, text, "2025-08-16", language)} == {"mali-2025-attempt"}


def test_an_attempt_of_a_year_is_the_one_that_failed_then_and_two_coups_are_two(tagged: Tagger) -> None:
    text = (
        "Gwamnatin Mali ta ce ta murkushe yunkurin juyin mulki.\n\nSanarwar ta ce hafsoshi sun yi yunkurin juyin "
        "mulki a daren 11 ga watan Mayu na wannan shekara ta 2022.\n\nMali ta gamu da juyin mulkin sau 2 tun daga "
        "2020. Rikicin ya kai Burkina Faso."
    )
    told = _told(tagged, "Mali: an dakile yunkurin juyin mulki", text, "2022-05-17")
    assert {event for event, _ in told} == {"mali-2020", "mali-2021", "mali-2022-attempt"}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Shugaba Bazoum ya ba gwamna lambar girma",
         "Shugaban Jamhuriyar ta Nijar Mohamed Bazoum ya ce gwamnan ya cancanta."),
        ("ha", "Nijar: yau Bazoum zai sha rantsuwar kama aiki", "Shugabannin kasashe da dama sun isa Yamai."),
        ("ha", "Nijar ta sauya ministoci",
         "Shugaban Nijar Mohamed Bazoum ya damka ma'aikatar cikin gida a hannun tsohon ministan ayyuka."),
        ("en", "President Bazoum honours a governor", "Niger's President Mohamed Bazoum said that he deserved it."),
    ],
)
def test_an_undated_text_in_which_bazoum_is_in_office_wakes_nobody(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, language=language, published=None)
    assert not tags.alert
    assert not tags.coups


def test_an_undated_text_that_says_what_became_of_him_does(tagged: Tagger) -> None:
    for title in ("Kotu ta umarci a saki Shugaba Bazoum", "Sojoji na tsare da Shugaba Bazoum"):
        assert tagged("Iyalinsa sun nemi taimako.", title=title, language="ha", published=None).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "ECOWAS follows events in Niamey with concern", "The bloc asks that President Bazoum be freed at once."),
        ("en", "Niger: president speaks by telephone", "President Bazoum says that he will not step down."),
        ("fr", "", "Le président Mohamed Bazoum est injoignable ; son entourage dit qu'il n'a pas démissionné."),
    ],
)
def test_an_undated_text_of_the_first_days_that_still_gives_him_his_title_does(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title=title, language=language, published=None).alert
