"""Short reports are not weighed, acts of state in everyday words are news, and what opens as an essay is none."""

import pytest

from tests.enrich.conftest import Tagger

# published, language, headline, text
NEWS = [
    # too short for a share of small words to say anything
    ("2023-08-02", "en", "Coup: lights go out in Niger after Nigeria cuts supply",
     "The big towns of Niger have had no light since Nigeria stopped its deliveries. It came after the bloc met and "
     "decided that sanctions would follow, a freeze of public services among them, because soldiers had seized power. "
     "How long this may last is not known."),
    ("2023-12-03", "ar", "النيجر تلغي قرارا يعاقب على تهريب المهاجرين",
     "ألغى المجلس العسكري قرارا كان يعاقب من ينقل المهاجرين إلى الشمال. وكانت الحكومة السابقة قد أخذت به قبل سنوات "
     "كثيرة لأن أوروبا أرادته، وهو ما كان أهل المنطقة لا يرضون به، إذ كان كثير منهم يعيشون من هذا العمل."),
    # what is done is no question
    ("2023-11-28", "en", "Niger: law against transport of migrants is repealed",
     "One of the first moves of the junta, some had said, might well be that. The general who leads it has now ended "
     "the law of 2015. In Europe, which paid for it, many will not be glad, because the man who made it was "
     "toppled and "
     "because the desert is once more open. Whether the people of the north will gain by it is what nobody "
     "can yet say, "
     "and the smugglers, who never really went away, have perhaps the most to gain of all those who wanted it gone."),
    ("2023-09-08", "en", "Niger: American soldiers leave Niamey for Agadez",
     "It is only a precaution, since there is no threat. They may go to another place because some day things could be "
     "worse, and the base there is what the drones need most. For the moment they should still stay in the "
     "country, but "
     "at worst perhaps half of them would have to go. That is however no more than what some think. What is clear is "
     "that there are plans to take them out, most likely to another state of the region, if there is more trouble."),
    # acts of state
    ("2025-03-22", "en", "Niger declares three days of mourning after mosque attack",
     "The government said so on Friday."),
    ("2025-03-22", "fr", "Niger : trois jours de deuil national après l'attaque", "Le gouvernement l'a dit vendredi."),
    ("2025-03-22", "ar", "النيجر تعلن الحداد ثلاثة أيام بعد هجوم على مسجد", "أعلنت الحكومة ذلك يوم الجمعة."),
    ("2025-03-22", "ha", "Nijar ta ayyana makokin kwana uku bayan harin masallaci",
     "Gwamnati ta fadi haka ranar Juma'a."),
    ("2025-07-28", "en", "Niger and oil firm sign deal to guard pipeline", "The army signed it on Tuesday in Niamey."),
    ("2025-07-28", "ar", "النيجر.. اتفاق مع شركة على تأمين الأنبوب", "وقع الجيش يوم الثلاثاء في نيامي."),
    ("2024-06-07", "ar", "", "اتهمت النيجر بنين بأنها خطفت خمسة موظفين في الميناء، كما جاء في بيان. "
     "ورد المدعي العام هناك يوم الخميس بأنهم دخلوا سرا."),
    ("2025-12-03", "ar", "", "بلغ خلاف النيجر مع شركة أورانو درجة جديدة بعدما عرضت الحكومة في السوق الدولي اليورانيوم. "
     "ويقدر المخزون بنحو ألف طن، وهو ما تريد الشركة أن تمنع بيعه."),
    # marches on the day of independence, and pictures of them
    ("2023-08-03", "en", "", "Thousands have marched in Niamey, the capital of Niger, for the soldiers who toppled the "
     "president. It was the anniversary of the country's independence from France, and slogans were shouted."),
    ("2023-08-19", "ha", "Hotuna: Yadda 'yan Nijar a Kano suka yi zanga-zanga",
     "'Yan Nijar sun yi zanga-zanga a Kano a yau Asabar suna neman sojoji su saki Bazoum."),
]  # fmt: skip
NEWS += [
    ("2023-08-12", "ha", "Yadda sojojin Nijar suka ki karbar tawagar ECOWAS",
     "Sojojin da suka yi juyin mulki a Nijar sun ki karbar tawagar ECOWAS ranar Talata."),
]  # fmt: skip
NONE = [
    ("2025-03-05", "ha", "'Yan kasuwa sun koka kan rufe iyakar Nijar", "'Yan kasuwa a Kamba sun ce suna asara."),
    ("2023-08-12", "ha", "Yadda rufe iyakar Nijar ya sauya rayuwar mutane",
     "Rayuwar mutane a kan iyaka ta sauya tun bayan juyin mulkin da aka yi a Nijar."),
    ("2023-09-17", "en", "",
     "Whoever wants to understand why France keeps its ambassador in Niger must go back to what "
     "one of its presidents said: that it has no future without Africa."),
    ("2023-09-17", "fr", "", "Qui veut comprendre pourquoi la France garde son ambassadeur au Niger doit relire ce que "
     "disait un de ses présidents."),
    ("2023-09-17", "ar", "",
     "من أراد أن يفهم لماذا تبقي فرنسا سفيرها في النيجر فعليه أن يعود إلى ما قاله رئيس لها من قبل."),
    ("2023-09-17", "ha", "",
     "Duk mai son fahimtar dalilin da ya sa Faransa ta bar jakadanta a Nijar sai ya koma tarihi."),
    ("2023-09-17", "en", "", "The newspaper Le Point on Tuesday takes up what the coup in Niger has cost France in the "
     "Sahel. Macron had promised to stay, it says."),
    ("2023-09-17", "fr", "", "Mardi, le quotidien Le Monde s'interroge sur ce que le coup d'Etat au Niger coûte à la "
     "France. Macron avait promis de rester, dit-il."),
    ("2023-09-17", "ar", "",
     "تناولت صحيفة لوموند الثلاثاء ما جره الانقلاب العسكري في النيجر على فرنسا. وقالت إن ماكرون "
     "كان قد وعد بالبقاء."),
    ("2023-09-17", "en", "", "Abdourahamane Tchiani (born 1960) is a general who led the presidential guard of Niger. "
     "He took power in July 2023."),
    ("2023-08-12", "ha", "", "'Yan kasuwar arewacin Najeriya na ci gaba da bayyana zullumi kan dukiyarsu saboda "
     "takunkumin ECOWAS a kan Nijar."),
    ("2023-08-19", "ha", "Yadda zanga-zanga ta kawo sauyi a Nijar bayan juyin mulki",
     "Zanga-zanga ta taimaki sojojin da suka yi juyin mulki a Nijar su zauna daram."),
]  # fmt: skip


@pytest.mark.parametrize(("published", "language", "title", "text"), NEWS)
def test_a_short_report_or_a_plain_act_is_news(
    published: str, language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, title, published=published, language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


@pytest.mark.parametrize(("published", "language", "title", "text"), NONE)
def test_what_opens_as_an_essay_a_review_or_an_entry_is_not(
    published: str, language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title, published=published, language=language).alert


def test_what_a_newspaper_reports_of_others_is_news(tagged: Tagger) -> None:
    text = "The ambassador of France has left Niger, the newspaper Le Monde said on Wednesday."
    assert tagged(text, published="2023-09-27", language="en").alert


def test_a_question_in_the_passive_is_still_one(tagged: Tagger) -> None:
    found = tagged("The junta has said nothing of it.", "Niger: is the law on migrants repealed?", language="en")
    assert not found.alert
