"""Charges that a state denies, rows over a border, offices that are shut; and what is only announced or only a page."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

RULED = {
    "en": "Niger has been ruled by a junta since soldiers deposed Mohamed Bazoum in July 2023.",
    "fr": "Le Niger est dirigé par une junte depuis que des soldats ont renversé Mohamed Bazoum en juillet 2023.",
    "ar": "ويقود النيجر مجلس عسكري منذ أن أطاح جنود بالرئيس محمد بازوم في يوليو 2023.",
    "ha": "Gwamnatin mulkin soja ce ke jagorantar Nijar tun bayan da sojoji suka hambarar da Mohamed Bazoum.",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Abuja denies funding bandits in Niger"),
        ("fr", "Abuja dément financer des terroristes au Niger"),
        ("ar", "أبوجا تنفي تمويل إرهابيين في النيجر"),
        ("ha", "Najeriya ta musanta tallafa wa 'yan ta'adda a Nijar"),
    ],
)
def test_who_denies_that_he_pays_attackers_of_a_neighbour_answers_its_rulers(
    tagged: Tagger, language: str, title: str
) -> None:
    tags = tagged(RULED[language], title=title, published="2024-12-20", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Abuja mourns dead of terrorist attack in Niger"),
        ("fr", "Des terroristes tuent dix paysans au Niger"),
        ("ar", "إرهابيون يقتلون عشرة فلاحين في النيجر"),
        ("ha", "'Yan ta'adda sun kashe manoma goma a Nijar"),
    ],
)
def test_an_attack_is_none(tagged: Tagger, language: str, title: str) -> None:
    assert not tagged(RULED[language], title=title, published="2024-12-20", language=language).alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Niger orders the closing of Red Cross offices"),
        ("en", "Niger orders the departure of Red Cross staff"),
        ("fr", "Niger : fermeture du bureau de la Croix-Rouge"),
        ("ar", "النيجر تأمر بإغلاق مكاتب الصليب الأحمر"),
        ("ha", "Nijar ta ba da umarnin rufe ofishin Red Cross"),
    ],
)
def test_an_aid_body_whose_office_is_ordered_shut_is_no_effect(tagged: Tagger, language: str, title: str) -> None:
    assert tagged(RULED[language], title=title, published="2025-02-08", language=language).alert


@pytest.mark.parametrize("title", ["Red Cross doctors see hunger in Niger", "Niger needs Red Cross staff"])
def test_an_aid_body_at_work_is_one(tagged: Tagger, title: str) -> None:
    assert not tagged(RULED["en"], title=title, published="2025-02-08", language="en").alert


# What a dry account of a law says, without a day and with nobody who speaks.
LAW = (
    "The text of 2015 had been adopted at the wish of the Union, and 36 articles long it put behind bars whoever drove "
    "people through the desert for money. It is no longer in force, and those who were held under it, some 40 drivers "
    "of the north, are free. It had ruined the north, which is poor and has little other work, and it was never "
    "popular. The council of the generals who deposed Mohamed Bazoum in Niger in July has put an end to it."
)


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("Niger repeals its law against the drivers of the desert and of the north", True),
        ("Niger answers the Union by repealing the law on its desert drivers", True),
        ("Niger and the Union: what becomes of the law on desert drivers", False),
    ],
)
def test_a_law_undone_is_news_however_dryly_it_is_told(tagged: Tagger, title: str, alert: bool) -> None:
    assert tagged(LAW, title=title, published="2023-11-28", language="en").alert == alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Le Niger répond à l'Union en abrogeant une loi"),
        ("ar", "النيجر ترد على الاتحاد بإلغاء قانون الهجرة"),
        ("ha", "Nijar ta mayar wa Tarayyar Turai martani ta hanyar soke doka"),
    ],
)
def test_a_law_that_is_undone_in_answer_is_an_act_of_the_rulers(tagged: Tagger, language: str, title: str) -> None:
    tags = tagged(RULED[language], title=title, published="2023-11-28", language=language)
    assert tags.alert
    assert told_of(tags) == {("niger-2023", "asserted")}


BETWEEN = {
    "en": "Ministers of both countries met last week and parted without a word. Oil waits in the pipe. Cattle do "
    "too. Lorries queue for miles along the river, and traders sleep under them. The last talks were held in "
    "March in the same hall, and nothing came of these either, nor of those before. On the other bank boats "
    "lie idle, and their owners mend nets, play cards and wait for the rains, which are late. Nobody in the "
    "port could say when it all ends. A message for the general who rules in Niamey was taken by an aide, for "
    "he had other guests. He came to power by the coup of July in Niger.",
    "fr": "Des ministres des deux pays se sont vus la semaine passée et se sont quittés sans un mot. Le brut "
    "attend. Le bétail aussi. Les camions font la queue le long du fleuve et les marchands dorment dessous. "
    "Les derniers échanges dataient de mars, dans la même salle, sans plus de fruit. Sur l'autre rive les "
    "pirogues ne bougent pas et leurs maîtres attendent la pluie, qui tarde. Un message destiné au général "
    "qui dirige le pays a été pris par un aide. Il est arrivé au pouvoir par le coup d'État de juillet au "
    "Niger.",
    "ar": "التقى وزراء البلدين الأسبوع الماضي وافترقوا دون كلمة. النفط ينتظر في الأنبوب والماشية كذلك. وتصطف "
    "الشاحنات أميالا على طول النهر وينام التجار تحتها. وكان آخر لقاء في مارس في القاعة نفسها ولم يثمر هو أيضا "
    "ولا ما سبقه. وتسلم أحد المساعدين رسالة إلى الجنرال الذي يحكم في نيامي لأن لديه ضيوفا آخرين. وقد وصل إلى "
    "السلطة بانقلاب يوليو في النيجر.",
    "ha": "Ministocin kasashen biyu sun gana a makon jiya suka rabu ba tare da wata magana ba. Mai na jira a "
    "bututu. Shanu ma haka. Manyan motoci sun yi layi a gefen kogi, 'yan kasuwa na kwana a karkashinsu. "
    "Ganawar karshe an yi ta ne a watan Maris a daki daya, ita ma ba ta haifar da komai ba. Wani hadimi ne ya "
    "karbi sakon janar din da ke mulki. Ya hau mulki ne ta hanyar juyin mulkin watan Yuli a Nijar.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Niger and Benin still at odds in border dispute"),
        ("en", "Niger-Benin pipeline row drags on"),
        ("fr", "Entre le Niger et le Bénin, un différend frontalier sans issue"),
        ("ar", "النيجر وبنين: خلاف حدودي بلا مخرج"),
        ("ha", "Takaddamar iyaka tsakanin Nijar da Benin ta ki karewa"),
    ],
)
def test_a_row_of_the_rulers_with_a_neighbour_is_of_the_crisis(tagged: Tagger, language: str, title: str) -> None:
    tags = tagged(BETWEEN[language], title=title, published="2024-06-04", language=language)
    assert tags.crises[0].salience == "main"
    assert ("niger-2023", "asserted") in told_of(tags)


def test_trade_with_a_neighbour_is_none(tagged: Tagger) -> None:
    text = (
        "Cattle of both countries are sold at the fair by the river. Boats bring salt and onions, and take cloth back. "
        "Traders come from far, and stay three days. Prices were good, for the rains are late. Feed is dear, and "
        "who has many beasts sells some. Fishermen mend nets on the bank, and children carry water. A drummer went "
        "round at noon, as he has for years. In the evening there is wrestling, and meat is roasted on long fires. Who "
        "wins gets a ram, and has to share it. The oldest of the herders is past eighty and has missed no fair since "
        "he was a boy. He brought nine cows, and took six back. Some of the traders wore badges of the general who "
        "came to power by the coup of July in Niger."
    )
    tags = tagged(text, title="Niger and Benin: a river and its cattle fair", published="2024-06-04")
    assert tags.crises[0].salience != "main"


ANNOUNCED = {
    "en": "Gunmen have killed forty people in an attack on a mosque in the west of Niger. Interior minister Mohamed "
    "Toumba announced it on television. Three days of mourning begin on Saturday.",
    "fr": "Une attaque contre une mosquée de l'ouest du Niger a fait quarante morts. Le ministre Mohamed Toumba l'a "
    "annoncé à la télévision. Trois jours de deuil commencent samedi.",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_only_announces_an_attack_does_not_make_it_the_crisis(tagged: Tagger, language: str) -> None:
    assert not tagged(ANNOUNCED[language], published="2025-03-22", language=language).alert


def test_but_who_accuses_a_neighbour_of_it_does(tagged: Tagger) -> None:
    text = "Gunmen attacked a post in the west of Niger. General Abdourahamane Tiani accused France on television."
    assert tagged(text, published="2025-03-22", language="en").alert


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("The US ambassador to Niger: career, duties and family", False),
        ("US ambassador to Niger leaves for good", True),
    ],
)
def test_a_page_on_a_diplomat_is_no_news(tagged: Tagger, title: str, alert: bool) -> None:
    text = "The ambassador came in August 2023. Soldiers had deposed Mohamed Bazoum in Niger weeks before, and said so."
    assert tagged(text, title=title, published=None, language="en").alert == alert
