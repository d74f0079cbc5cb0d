"""The same kinds of news told once more in other words, in four languages: rules are for kinds, not for sentences."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

THREE = {("mali-2020", "historical"), ("niger-2023", "historical"), ("burkina-faso-2022-09", "historical")}

COUPS: list[tuple[str, str, str, str, Told]] = [
    # whom several states are ruled by
    ("en", "2025-01-30", "Sahel leaders meet",
     "The junta-governed trio of Mali, Niger and Burkina Faso met.", THREE),
    ("en", "2025-03-01", "Bloc mulls future",
     "It lost three military-ruled members: Mali, Niger and Burkina Faso.", THREE),
    ("fr", "2025-03-01", "La CEDEAO face à son avenir",
     "Trois pays dirigés par des militaires, le Mali, le Burkina Faso et le Niger, ont quitté le bloc.", THREE),
    ("ha", "2025-03-01", "Makomar ECOWAS",
     "Kasashe uku da sojoji ke mulki, Mali, Nijar da Burkina Faso, sun fice daga kungiyar.", THREE),
    ("ar", "2025-03-01", "إيكواس أمام المستقبل",
     "غادرت التكتل ثلاث دول يحكمها الجيش هي مالي والنيجر وبوركينا فاسو.", THREE),
    # a year of its own behind each of several countries
    ("en", "2024-02-10", "Analysis: the region",
     "From Mali in 2020 to Gabon in 2023, soldiers have seized power.",
     {("mali-2020", "historical"), ("gabon-2023", "historical")}),
    ("en", "2024-02-10", "Analysis: the region",
     "Army officers toppled the presidents of Mali (2020), Guinea (2021) and Niger (2023).",
     {("mali-2020", "historical"), ("guinea-2021", "historical"), ("niger-2023", "historical")}),
    ("fr", "2024-02-10", "Analyse",
     "De la Guinée en 2021 au Gabon en 2023, les militaires ont pris le pouvoir.",
     {("guinea-2021", "historical"), ("gabon-2023", "historical")}),
    ("ha", "2024-02-10", "Sharhi", "Daga Mali a shekarar 2020 zuwa Gabon a 2023, sojoji sun kwace mulki.",
     {("mali-2020", "historical"), ("gabon-2023", "historical")}),
    ("ar", "2024-02-10", "تحليل", "من غينيا عام 2021 إلى الغابون عام 2023 استولى العسكريون على السلطة.",
     {("guinea-2021", "historical"), ("gabon-2023", "historical")}),
    ("en", "2024-02-10", "Analysis: the region",
     "Mali joined the bloc in 2020 and Guinea left in 2021; soldiers seized power in Niger in 2023.",
     {("niger-2023", "historical")}),
    # what is not called a coup yet, in a country that has just had one
    ("en", "2023-08-05", "US says it still recognises Bazoum",
     "Washington has not yet called the events in Niger a coup.", {("niger-2023", "asserted")}),
    ("fr", "2023-08-05", "Niger : Washington évite le mot",
     "Les États-Unis n'ont pas encore qualifié de coup d'État les événements au Niger.", {("niger-2023", "asserted")}),
    ("en", "2024-05-02", "Mali: parties protest", "The opposition in Mali called the delay a coup.", set()),
    # plots, and attempts that failed
    ("en", "2025-08-15", "Mali detains generals",
     "Two generals were detained in Bamako over a bid to destabilise the state.",
     {("mali-2025-attempt", "asserted")}),
    ("en", "2026-01-20", "Togo hands over former Burkina leader",
     "Ouagadougou says Damiba masterminded a plan to topple Captain Traore.",
     {("burkina-faso-2026-attempt", "asserted")}),
    ("en", "2025-12-08", "Benin: calm after mutiny",
     "Soldiers announced on state TV on Sunday that they had removed President Patrice Talon. Hours later the interior "
     "minister said that the attempt had been foiled.", {("benin-2025-attempt", "asserted")}),
    ("fr", "2025-12-08", "Bénin : retour au calme",
     "Des militaires avaient annoncé à la télévision la destitution du président Talon. La mutinerie a échoué.",
     {("benin-2025-attempt", "asserted")}),
    ("ha", "2025-12-08", "Benin ta samu natsuwa",
     "Wasu sojoji sun sanar a talabijin cewa sun hambarar da Shugaba Talon. Gwamnati ta ce ta murkushe su.",
     {("benin-2025-attempt", "asserted")}),
    ("ar", "2025-12-08", "هدوء في بنين",
     "أعلن جنود عبر التلفزيون أنهم عزلوا الرئيس تالون، ثم قالت الحكومة إنها أحبطت المحاولة.",
     {("benin-2025-attempt", "asserted")}),
    # the day after
    ("en", "2025-11-27", "ECOWAS suspends Bissau",
     "The bloc suspended Guinea-Bissau after officers took control of the country and arrested President Embalo.",
     {("guinea-bissau-2025", "asserted")}),
    ("fr", "2025-11-27", "Bissau suspendue",
     "Le bloc a suspendu la Guinée-Bissau au lendemain de la prise du pouvoir par des officiers, qui retiennent le "
     "président Embalo.", {("guinea-bissau-2025", "asserted")}),
    ("ha", "2025-11-27", "An dakatar da Guinea-Bissau",
     "ECOWAS ta dakatar da kasar bayan da hafsoshi suka karbe iko suka kama Shugaba Embalo.",
     {("guinea-bissau-2025", "asserted")}),
    ("ar", "2025-10-15", "مدغشقر: العقيد يؤدي اليمين",
     "يؤدي العقيد راندريانيرينا اليمين بعدما أطاح جنوده بالرئيس راجولينا.", {("madagascar-2025", "asserted")}),
    # of neighbours that are not named, which is no new coup here
    ("en", "2024-03-25", "Senegal votes at last",
     "The country had feared that it would go the way of its neighbours, where soldiers have grabbed power.",
     {("unspecified", "historical")}),
    ("fr", "2024-03-25", "Le Sénégal vote enfin",
     "Le pays craignait le sort de ses voisins, où des militaires ont pris le pouvoir.",
     {("unspecified", "historical")}),
    # denied
    ("en", "2023-07-28", "Uganda rejects coup talk",
     "A spokesman denied reports that soldiers were planning to oust President Museveni.",
     {("unspecified", "negated")}),
    ("ha", "2023-07-30", "Gwamnatin Ghana ta musanta",
     "Ba gaskiya ba ne cewa sojoji na shirin juyin mulki a Ghana, in ji minista.", {("unspecified", "negated")}),
    ("ar", "2023-07-28", "أوغندا تنفي", "نفى متحدث أن يكون جنود يخططون للإطاحة بالرئيس موسيفيني.",
     {("unspecified", "negated")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "expected"), COUPS)
def test_a_coup_in_other_words_is_the_same_coup(
    language: str, published: str, title: str, text: str, expected: Told, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == expected


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "A doctor in Agadez looks back",
         "Mariama Issa treats two hundred patients a week. She came a year before the army unseated the president."),
        ("fr", "Agadez : une médecin raconte",
         "Elle soigne deux cents malades par semaine. Elle est rentrée un an avant le putsch."),
        ("ha", "Likita a Agadez",
         "Ta dawo gida shekara guda kafin sojoji su hambarar da shugaban kasa. Tana duba marasa lafiya 200."),
        ("ar", "طبيبة في أغاديز", "عادت قبل عام من إطاحة الجيش بالرئيس وهي تعالج مئتي مريض."),
    ],
)
def test_what_only_says_when_makes_no_crisis_of_a_portrait(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, language=language, published="2024-08-03")
    assert {c.salience for c in tags.crises if c.id == "niger-2023"} <= {"background"}
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "ECOWAS ready to intervene",
         "Army chiefs say they will go into Niger, where soldiers deposed President Bazoum on 26 July. The region has "
         "seen coups in Mali, Guinea and Burkina Faso since 2020."),
        ("fr", "La Cédéao prête à intervenir",
         "Les chefs d'état-major veulent entrer au Niger, où des militaires ont renversé le président Bazoum. "
         "La région a connu des coups d'État au Mali et en Guinée depuis 2020."),
        ("ha", "ECOWAS ta shirya shiga tsakani",
         "Hafsoshi sun ce za su shiga Nijar, inda sojoji suka hambarar da Shugaba Bazoum a ranar 26 ga Yuli. Yankin ya "
         "sha fama da juyin mulki a Mali da Guinea tun 2020."),
        ("ar", "إيكواس مستعدة للتدخل",
         "قال قادة الجيوش إنهم سيدخلون النيجر حيث أطاح جنود بالرئيس بازوم. وشهدت المنطقة انقلابات في مالي وغينيا "
         "منذ 2020."),
        ("en", "Nigeria: lawmakers reject use of force",
         "Senators told President Tinubu to look for other ways of getting Niger back to democracy."),
    ],
)
def test_what_the_bloc_does_is_news_of_the_crisis(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, language=language, published="2023-08-20").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Paris recalls its ambassador", "French soldiers will leave Niger too, President Macron announced."),
        ("fr", "Paris rappelle son ambassadeur", "Emmanuel Macron annonce le départ des soldats français du Niger."),
        ("fr", "Les soldats américains vont partir", "Washington accepte de retirer ses troupes du Niger."),
        ("ha", "Faransa za ta janye jakadanta", "Macron ya ce sojojin Faransa za su bar Nijar kafin karshen shekara."),
        ("ha", "Amurka za ta kwashe sojojinta daga Nijar", "Jami'ai sun ce an amince."),
        ("ar", "باريس تسحب سفيرها", "قال ماكرون إن الجنود الفرنسيين سيغادرون النيجر قبل نهاية العام."),
    ],
)
def test_what_others_do_to_it_is_news_of_the_crisis(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, language=language, published="2023-09-24").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "New ambassador arrives in Hanoi", "She had served in Niger before and likes the heat."),
        ("en", "Troops leave flooded province",
         "Engineers from Niger had helped to mend the bridges of the Philippines."),
        ("fr", "Rabat rappelle son ambassadeur à Stockholm",
         "Le diplomate avait été en poste au Niger de 2010 à 2014."),
    ],
)
def test_an_act_elsewhere_is_none_of_the_crisis(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, language=language, published="2023-09-24").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger ends military accord with US",
         "Spokesman Amadou Abdramane said on television that it was revoked."),
        ("fr", "Niamey dénonce l'accord avec Washington", "Le porte-parole Amadou Abdramane l'a lu à la télévision."),
        ("ha", "Nijar ta soke yarjejeniya da Amurka", "Kakakin sojoji Amadou Abdramane ne ya karanta sanarwar."),
        ("ar", "النيجر تلغي الاتفاق العسكري مع واشنطن", "قرأ المتحدث أمادو عبد الرحمن البيان عبر التلفزيون."),
    ],
)
def test_an_act_of_the_junta_wakes_the_desk(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, language=language, published="2024-03-17").alert
