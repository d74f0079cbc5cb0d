"""Families of words for a coup, in four languages: each row is a sentence of our own for one family."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_coups import told

DAY = "2023-08-10"
TOLD = [
    # nouns of the act
    "The takeover by the army in Niger has split the region.",
    "La prise de pouvoir de l'armée au Niger divise la région.",
    "La destitution de Mohamed Bazoum a surpris Niamey.",
    "ندد الاتحاد بإقالة الرئيس المنتخب في النيجر.",
    "أثار استيلاء الجيش على السلطة في النيجر قلق الجيران.",
    # who holds power since
    "Niger's military leader received the envoy.",
    "The captive president of Niger saw a doctor.",
    "Mutinous guards in Niger turned the envoy away.",
    "Les tombeurs de Mohamed Bazoum ont reçu l'émissaire à Niamey.",
    "Le chef de l'État captif a vu un médecin à Niamey, au Niger.",
    "رفض الحكام الجدد في النيجر استقبال الوفد.",
    "قال عسكر النيجر إنهم لن يتراجعوا.",
    "Sojojin da ke rike da mulki a Nijar sun gana da tawagar.",
    # other verbs, passives, a pronoun for the ruler
    "Bazoum lost power when soldiers in Niger rose.",
    "Mohamed Bazoum is still in the palace in Niamey. His own guards turned on him.",
    "Les gardes ont chassé du pouvoir le président du Niger.",
    "Mohamed Bazoum a perdu le pouvoir au Niger.",
    "أزاح الضباط رئيس النيجر.",
    "خلعه ضباط في نيامي، والرئيس بازوم في قصره.",
    "Sojoji sun raba shugaba Bazoum da mulki a Nijar.",
    "Sojojin Nijar sun yi wa shugabansu tawaye.",
    # those who, and a verb behind who
    "Envoys will meet the men who ejected Bazoum in Niger.",
    "Alger refuse de combattre ceux qui ont pris le pouvoir à Niamey.",
    "طالب الاتحاد بعدم الاعتراف بمن استولوا على الحكم في النيجر.",
    "Kada a amince da wadanda suka karbe mulki a Nijar, in ji tarayyar.",
    # power changes hands, institutions end
    "Soldiers in Niger announced the dissolution of all institutions.",
    "The president's rule is over, a colonel said on Niger's television.",
    "« Nous avons décidé de mettre fin au régime. » Un colonel l'a lu à la télévision du Niger.",
    "Les officiers ont pris les rênes du pays au Niger, et les institutions sont dissoutes.",
    "قبض الضباط في النيجر على زمام السلطة.",
    "قرأ عقيد في النيجر بيانا يعلن حل جميع المؤسسات.",
    "Sojoji a Nijar sun rushe dukkan hukumomin kasar.",
    "Hafsoshin Nijar sun kama ragamar shugabancin kasar.",
]
FIRST_DAY = [
    "Soldiers encircle the president's residence in Niger's capital.",
    "The presidency of Niger spoke of an anti-republican move by the guards.",
    "Des soldats ont bouclé les rues devant les bureaux du chef de l'État à Niamey.",
    "يمنع الحراس رئيس النيجر من الخروج من القصر.",
    "تحدثت رئاسة النيجر عن تحرك مناهض للجمهورية قام به الحرس.",
    "Dakarun da ke gadin shugaban Nijar sun yi masa kawanya a fadarsa.",
]
NOT_TOLD = [
    "The board of the Lagos bank was sacked in what staff call a coup by the directors.",
    "The takeover of the Nigerian brewery was approved by shareholders.",
    "It was quite the coup for a village in Niger State.",
    "Le bon coup de la brocante de Niamey : un tableau de maître.",
    "Putsch au sein du club : le trésorier prend la place de l'entraîneur à Zinder.",
    "أصيب خمسة في انقلاب حافلتهم قرب نيامي.",
    "انقلاب في نتائج الجولة: نادي نيامي يتصدر.",
    "Waƙar Juyin Mulki ta mawakin Nijar ta yi fice.",
    "Gaza: an kashe mutane, in ji gwamnatin Nijar.",
    "Ecowas wants Mohamed Bazoum put back in office in Niger.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_family_of_words_tells_the_coup(tagged: Tagger, text: str) -> None:
    assert told(tagged, text, published=DAY) == {("niger-2023", "asserted")}


@pytest.mark.parametrize("text", FIRST_DAY)
def test_a_siege_of_the_first_day_is_an_attempt(tagged: Tagger, text: str) -> None:
    coups = tagged(text, published="2023-07-26").coups
    assert {(c.event, c.type, c.status) for c in coups} == {("niger-2023", "attempted", "asserted")}


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_word_alike_tells_none(tagged: Tagger, text: str) -> None:
    assert told(tagged, text, published=DAY) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army rules out a coup.", "negated"),
        ("Officers shrug off rumours of a takeover by soldiers.", "negated"),
        ("L'armée récuse toute tentative de putsch.", "negated"),
        ("استبعد الناطق باسم الجيش أي انقلاب.", "negated"),
        ("قال الجيش إن الحديث عن انقلاب محض خيال.", "negated"),
        ("Kakakin soji ya ce babu mai shirin juyin mulki.", "negated"),
        ("The palace changes its officers for fear of contagion of a coup.", "hypothetical"),
        ("Le palais change ses officiers de peur d'un putsch.", "hypothetical"),
        ("يتخوف مراقبون من انقلاب.", "hypothetical"),
        ("Masana na fargabar juyin mulki.", "hypothetical"),
    ],
)
def test_denial_and_fear_have_many_words(tagged: Tagger, text: str, status: str) -> None:
    assert told(tagged, text, published="2023-11-10", title="Ghana") == {("unspecified", status)}


def test_a_plan_to_topple_is_told_without_the_word_coup(tagged: Tagger) -> None:
    tags = tagged("Police arrested soldiers over a plan to topple the government.", title="Togo: arrests in barracks")
    assert [(c.event, c.type, c.status) for c in tags.coups] == [("togo-2023-attempt", "conspiracy", "asserted")]


@pytest.mark.parametrize(
    ("text", "title", "published", "event"),
    [
        ("The president said the people had foiled the coup.", "Turkey remembers", "2024-07-15", "turkey-2016-attempt"),
        ("On 7 January 2019 soldiers tried to topple him.", "Gabon: who is Ali Bongo", DAY, "gabon-2019-attempt"),
        ("Ali Bongo, whose ouster officers announced, came to power in 2009.", "Gabon", "2023-08-30", "gabon-2023"),
    ],
)
def test_a_day_or_a_year_tells_which_coup(
    tagged: Tagger, text: str, title: str, published: str, event: str
) -> None:
    assert event in {e for e, _ in told(tagged, text, title=title, published=published)}


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Is a coup under way in Niger? Guards surround the palace", "2023-07-26"),
        ("West African bloc eases sanctions on Niger", "2024-02-24"),
        ("Niamey : les clés de la base remises, les derniers soldats français s'envolent", "2023-12-22"),
        ("النيجر ومالي تعلنان خروجهما الفوري من إيكواس", "2024-01-28"),
        ("Nijar ta yi fatali da yarjejeniyar soji da Amurka", "2024-03-17"),
    ],
)
def test_acts_of_the_crisis_have_many_words(tagged: Tagger, title: str, published: str) -> None:
    assert tagged("Nijar, Niger, النيجر.", title=title, published=published).alert


@pytest.mark.parametrize(
    "text",
    [
        "Since soldiers toppled Bazoum no buyers come.",
        "Depuis la chute de Bazoum, plus d'acheteurs.",
        "منذ أن أطيح بازوم لم يأت أحد.",
    ],
)
def test_what_only_dates_a_piece_of_daily_life_wakes_nobody(tagged: Tagger, text: str) -> None:
    tags = tagged(text, title="Bilma: the salt of the desert", published="2023-11-24")
    assert tags.crises[0].salience == "background"
    assert not tags.alert


def test_a_coup_feared_elsewhere_after_that_of_niger_is_background_to_it(tagged: Tagger) -> None:
    tags = tagged("Since the events in Niamey the palace fears a coup.", title="Cameroon: officers moved")
    assert tags.crises[0].salience == "background"
    assert not tags.alert
