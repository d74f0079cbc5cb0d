"""Kinds that Hausa articles drawn without choosing got wrong, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, ids, told_of

COUPS: list[tuple[str, str, str, Told]] = [
    # what coups do and lead to anywhere is none of anybody's
    ("2023-08-20", "Sojoji ba su da hurumin mulki, in ji Jonathan",
     "Tsohon shugaban Najeriya ya ce juyin mulki ya mayar da kasashe baya.", set()),
    ("2024-05-10", "Tinubu ya yi jawabi a Abuja", "Ya ce juyin mulkin soja na mayar da hannun agogo baya.", set()),
    ("2023-09-02", "Ministan Najeriya ya halarci taro", "Ya ce juyin mulki bai taba kawo ci gaba ba.", set()),
    ("2023-08-04", "Ruto ya yi magana a Nairobi", "Ya ce rashin adalci na haifar da juyin mulki.", set()),
    ("2024-03-04", "ECOWAS ta yi taro", "Kungiyar ta ce ba za ta lamunci juyin mulki a kowace kasa ba.", set()),
    # but the known one, its country or year are somebody's
    ("2023-08-20", "Obasanjo ya yi magana kan Nijar", "Ya ce juyin mulkin ya mayar da kasar baya.",
     {("niger-2023", "asserted")}),
    ("2023-09-20", "Farfesa ya yi lacca", "Ya ce juyin mulki na kawo koma baya, kamar yadda aka gani a Mali a 2012.",
     {("mali-2012", "historical")}),
    # nobody who asks for one tells one
    ("2023-08-14", "Kungiya ta yi tir da kiraye-kirayen juyin mulki", "Kakakinta a Najeriya ya yi magana.",
     {("unspecified", "hypothetical")}),
    ("2023-08-28", "Farfesa ya gargadi 'yan siyasa", "Idan ba a gyara ba, sojoji na iya yin juyin mulki a Najeriya.",
     {("unspecified", "hypothetical")}),
    # twice in one country, and tried in others
    ("2023-08-31", "Ko me ya sa ake kifar da gwamnatoci?",
     "A 2022 an samu juyin mulki har sau biyu a Burkina Faso, haka ma an kusa yi a Gambia. Yanzu sojoji sun hambarar "
     "da Ali Bongo a Gabon.",
     {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical"), ("gabon-2023", "asserted")}),
    # soldiers who fight for pay rose against the army
    ("2023-08-24", "Shugaban Wagner ya rasu",
     "Prigozhin ya jagoranci wani boren sojoji da bai yi nasara ba kan hafsoshin Rasha.", set()),
    ("2023-08-24", "Wane ne Prigozhin?", "Ya kafa kamfanin. Boren soji da ya yi a Yuni bai kai ko'ina ba.", set()),
    # nor does what common people do in anger
    ("2023-08-09", "Farashin man fetur ya tashi", "Gwamnan Lagos ya ce za a ga boren da talakawa za su yi.", set()),
    # a coup against a neighbour's ruler is not Niger's
    ("2023-08-20", "Shugaban mulkin sojin Nijar ya yi jawabi",
     "Tchiani ya ce juyin mulkin da suka yi ya ceci kasar. Rundunar tsaron Najeriya ta ce ba za ta yi wa gwamnatin "
     "Tinubu juyin mulki ba.",
     {("niger-2023", "asserted"), ("unspecified", "negated")}),
    ("2023-07-28", "Me ya faru a Yamai?", "Dogarawa sun yi wa shugaba Mohamed Bazoum juyin mulki ranar Laraba.",
     {("niger-2023", "asserted")}),
    # soldiers who are urged to one make none
    ("2023-08-20", "Kotu ta tsare mutum uku", "Ana zarginsu da ingiza sojojin Najeriya su kifar da gwamnati.",
     {("unspecified", "hypothetical")}),
    ("2023-08-20", "Hedikwata ta ja kunne", "Ta ce wasu na zuga sojojin Najeriya su yi wa Tinubu juyin mulki.",
     {("unspecified", "hypothetical")}),
    ("2024-02-22", "Hafsan tsaro ya gargadi masu son a yi juyin mulki", "Ya yi jawabi a Najeriya.",
     {("unspecified", "hypothetical")}),
    ("2024-02-22", "Hafsan tsaron Najeriya ya yi jawabi", "Ya soki kiran da ake yi don ganin sun yi juyin mulki.",
     {("unspecified", "hypothetical")}),
    ("2024-08-06", "Tinubu ya gana da hafsoshin Najeriya", "Sun tattauna kan kiraye kiraye zuwa juyin mulki.",
     {("unspecified", "hypothetical")}),
    ("2023-08-30", "AU ta yi magana kan Gabon", "Ta yi kira ga sojojin da suka yi juyin mulki a Gabon su saki Bongo.",
     {("gabon-2023", "asserted")}),
    # some attempt of these days is not that of years ago
    ("2025-08-15", "Mali ta kama wani Bafaranshe",
     "An kuma kama sojoji a Mali bayan wani yunkurin juyin mulkin da bai yi nasara ba.",
     {("mali-2025-attempt", "asserted")}),
    # whose hand in it is denied had none in what was
    ("2023-07-30", "PNDS ta musanta zargin hannun Issoufou a juyin mulki",
     "Jam'iyyar ta fadi haka bayan juyin mulkin da sojoji suka yi wa Bazoum a Nijar.", {("niger-2023", "asserted")}),
    # whose maker tries something else was no attempt
    ("2023-10-02", "Shugaban Gabon ya gana da na Congo",
     "Jagoran juyin mulkin Gabon na yin kokarin kawo karshen takunkumi.", {("gabon-2023", "asserted")}),
    ("2024-05-04", "Mali da Burkina Faso, wadanda su ma suke karkashin mulkin sojoji, sun yi taro", "Taron ya yi kyau.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    # what it is not is no denial that it was
    ("2023-09-01", "Macron ya yi magana kan Gabon",
     "Sojoji sun hambarar da Ali Bongo. Ya ce juyin mulki ba mafita ba ne ga Gabon.", {("gabon-2023", "asserted")}),
    ("2023-08-02", "Sojojin Nijar sun yi bayani", "Sun ce abin da suka yi ba juyin mulki ba ne, ceton kasa ne.",
     {("niger-2023", "negated")}),
    # whose ousted ruler he is his name says, beside whichever coup
    ("2023-09-02", "AU ta dakatar da Gabon",
     "Sojoji sun hambarar da Ali Bongo. Juyin mulkin Gabon ya sa an manta da Nijar, inda Ecowas ke neman a maido da "
     "hambararren shugaban kasa, Mohamed Bazoum.",
     {("gabon-2023", "asserted"), ("niger-2023", "historical")}),
    # soldiers who stand firm stand before no palace
    ("2025-08-03", "Tchiani ya yaba wa sojoji", "Shugaban ya ce sojojin Nijar sun tsaya tsayin daka.", set()),
    # each of these countries had one
    ("2023-11-25", "Mali, Burkina Faso da Nijar sun kafa kawance",
     "Shugabannin sun sanya hannu. Dukkan kasashen sun fuskanci juyin mulki.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"), ("niger-2023", "asserted")}),
    ("2024-02-03", "Nijar ta kori jakada", "Kasashen Mali da Burkina Faso su ma sun fuskanci juyin mulki.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2023-07-30", "Me ya faru a Yamai?", "Juyin mulkin Nijar shi ne na farko a yankin tun na Burkina Faso a 2022.",
     {("burkina-faso-2022-09", "historical"), ("niger-2023", "asserted")}),
    # what a neighbour's army denies is not the coup of these days
    ("2023-08-31", "Labaran yau",
     "Sojoji sun yi juyin mulki a Gabon.\nSojin Najeriya sun musanta yunkurin juyin mulki.",
     {("gabon-2023", "asserted"), ("unspecified", "negated")}),
]


@pytest.mark.parametrize(("published", "title", "text", "expected"), COUPS)
def test_a_kind_of_hausa_mention_is_told(
    tagged: Tagger, published: str, title: str, text: str, expected: Told
) -> None:
    assert told_of(tagged(text, title=title, published=published)) == expected


ALERTS = [
    # an attack that the bloc or an army of it plans is the war; one by gunmen is not
    ("Sojojin ECOWAS na shirin kai hari Nijar", "Hafsoshin sun gama taro a Accra. Sun ce za a maido da Bazoum.", True),
    ("ECOWAS ta ce dakarunta za su kai wa Nijar hari", "Kungiyar ta fadi haka bayan taronta a Abuja.", True),
    ("'Yan ta'adda na shirin kai hari Nijar", "Rundunar sojin kasar ta yi gargadi game da mayakan ISWAP.", False),
    # who cuts the power acts; that there is none is an effect
    ("Juyin mulki: Najeriya ta katsewa Nijar wutar lantarki", "Kamfanin Nigelec ya ce birane na cikin duhu.", True),
    ("Nijar na fama da rashin wutar lantarki", "Kamfanin Nigelec ya ce birane na cikin duhu.", False),
    ("Benin ta baiwa Nijar izinin soma dakon danyen mai", "Ministan ya ce kasarsa ta amince.", True),
    ("Nijar ta tarbi sabbin masu bayar da shawara daga Rasha", "Sun sauka a Yamai ranar Asabar.", True),
    ("Nigeria ta musanta shiryawa jamhuriyar Niger makarkashiya", "Ma'aikatar ta fitar da sanarwa a Abuja.", True),
    ("Janar Tchiani: abubuwan sani game da shi", "Shi ne ya jagoranci juyin mulkin Nijar.", False),
    # how they spoke is news, how he lived is none; who asks his readers to beware writes an essay
    ("Yadda sanatoci suka bukaci a bude iyakar Nijar", "An rufe iyakar bayan juyin mulkin Nijar.", True),
    ("Yadda Bazoum ya girma a Diffa", "An hambarar da shi a juyin mulkin Nijar.", False),
    ("Yakin Nijar: a yi hattara", "Juyin mulkin Nijar ya girgiza yankin.", False),
    # "Nijar" is the country, whoever speaks from Naija state
    ("NIJAR: Kada a yi yaki, in ji kungiyar 'yan kasar a Legas",
     "Jagoranta a jihar Naija ya yi bayani. A watan Yuli sojoji suka hambarar da gwamnatin farar hula a Nijar.", True),
]


@pytest.mark.parametrize(("title", "text", "expected"), ALERTS)
def test_what_is_done_about_niger_wakes(tagged: Tagger, title: str, text: str, expected: bool) -> None:
    assert tagged(text, title=title, published="2023-08-10").alert is expected


def test_nijar_is_no_state_of_nigeria_though_naija_is_named(tagged: Tagger) -> None:
    found = ids(tagged("Gwamnan jihar Naija ya gana da jakadan Nijar.", title="Gwamnan ya karbi jakada"))
    assert {"niger", "niger-state"} <= found
