"""Earlier coups as the press tells them in a paragraph of background: by their dead, by rows, in few words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

# a ruler's death by soldiers' hands, or in the year of the coup
KILLED = [
    ("en", "Niger: the general speaks", "Bare was a general too. In April 1999 Ibrahim Bare Mainassara was shot dead.",
     "niger-1999"),
    ("en", "Niger's palace", "It was there that his own guard gunned down President Ibrahim Bare Mainassara.",
     "niger-1999"),
    ("en", "A day in Ouagadougou", "Captain Thomas Sankara was killed by soldiers as a meeting began.",
     "burkina-faso-1987"),
    ("fr", "Niger : le palais", "Ibrahim Baré Maïnassara dirige le pays trois ans. Il est abattu par sa garde.",
     "niger-1999"),
    ("fr", "Lomé se souvient", "Sylvanus Olympio fut assassiné en janvier 1963 devant une ambassade.", "togo-1963"),
    ("ar", "قصر نيامي", "حكم إبراهيم باري ميناسارا ثلاث سنوات ثم قتل على يد حرسه.", "niger-1999"),
    ("ar", "ذكرى سانكارا", "وقد اغتيل توماس سانكارا عام 1987.", "burkina-faso-1987"),
    ("ha", "Fadar Yamai", "Ibrahim Bare Mainassara ya yi mulki na shekara uku, sannan aka kashe shi a 1999.",
     "niger-1999"),
    ("ha", "Tunawa da Sankara", "Sojoji ne suka kashe Thomas Sankara a Ouagadougou.", "burkina-faso-1987"),
]


@pytest.mark.parametrize(("language", "title", "text", "event"), KILLED)
def test_a_ruler_killed_by_soldiers_tells_the_coup(
    language: str, title: str, text: str, event: str, tagged: Tagger
) -> None:
    assert (event, "historical") in told_of(tagged(text, title=title, published="2024-05-02", language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thomas Sankara's widow says that her husband was assassinated, and by whom."),
        ("en", "Thomas Sankara spoke for an hour, and then three of the protesters were killed by soldiers."),
        ("en", "Thomas Sankara was a captain; five of his soldiers had been killed at the border."),
        ("fr", "Thomas Sankara aimait la guitare. Son ami a été tué sur la route."),
        ("ar", "كان توماس سانكارا ضابطا. وقتل سبعة جنود في هجوم هذا الأسبوع."),
        ("ha", "Thomas Sankara kyaftin ne. An kashe sojoji uku a kan iyaka."),
    ],
)
def test_a_death_beside_his_name_tells_none(language: str, text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, title="Sankara", published="2024-05-02", language=language)) == set()


# an attempt that is called no more, beside coups or by soldiers, in a year in which one failed
TRIED = [
    ("en", "Niger: a long list", "Coups in 1996, 1999 and 2010 succeeded, a failed one in March 2021 did not."),
    ("en", "Niger's president",
     "He was elected in early 2021. Days before his oath, soldiers tried to storm the palace."),
    ("en", "Niger's past", "Officers overthrew the government in 2010, and tried to do so in 2021."),
    ("fr", "Niger : une longue liste", "Le pays a connu quatre coups d'État, et une tentative avortée en mars 2021."),
    ("fr", "Niger : le palais", "En 2021, des militaires avaient tenté de s'emparer du palais présidentiel."),
    ("ar", "النيجر: قائمة طويلة", "شهدت البلاد انقلابات أعوام 1996 و1999 و2010، ومحاولة فاشلة في مارس 2021."),
    ("ar", "النيجر: القصر", "وكان عسكريون قد حاولوا اقتحام القصر الرئاسي في 2021."),
    ("ha", "Nijar: jerin dogo", "An yi juyin mulki a 1996, 1999 da 2010, da kuma yunƙuri da bai yi nasara ba a 2021."),
    ("ha", "Nijar: fadar", "A 2021 wasu sojoji sun yi yunkurin kutsawa cikin fadar shugaban kasa."),
]


@pytest.mark.parametrize(("language", "title", "text"), TRIED)
def test_an_attempt_of_a_known_year_needs_no_other_word(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title=title, published="2024-05-02", language=language))
    assert ("niger-2021-attempt", "historical") in told


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: talks", "Mediators met in Niamey. A failed attempt in March 2021 had cost them a year."),
        ("en", "Niger: a long list", "Coups in 1996, 1999 and 2010 succeeded, a failed one in 1976 did not."),
        ("en", "Niger's parks", "In 2021 poachers tried to enter the palace gardens in Niamey."),
        ("fr", "Niger : dialogue", "À Niamey, une tentative avortée de dialogue avait eu lieu en mars 2021."),
        ("ar", "النيجر: حوار", "وفي نيامي فشلت محاولة حوار في مارس 2021."),
        ("ha", "Nijar: tattaunawa", "A Yamai an yi yunkuri da bai yi nasara ba na sulhu a 2021."),
    ],
)
def test_what_else_failed_that_year_tells_none(language: str, title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title=title, published="2024-05-02", language=language))
    assert not any(event == "niger-2021-attempt" for event, _ in told)


OF_NIGER = {"niger-1974", "niger-1996", "niger-1999", "niger-2010", "niger-2023"}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: a general in power",
         "It is the fifth putsch since the country's independence, after those of 1974, 1996, 1999 and 2010."),
        ("fr", "Niger : un général au pouvoir",
         "C'est le cinquième coup d'État de l'histoire du pays, après ceux de 1974, 1996, 1999 et 2010."),
        ("ar", "النيجر: جنرال في السلطة",
         "وهذا خامس انقلاب في تاريخ البلاد بعد انقلابات 1974 و1996 و1999 و2010."),
        ("ha", "Nijar: janar a kan mulki",
         "Wannan shi ne juyin mulki na biyar a Nijar, bayan na 1974, da 1996, da 1999, da kuma 2010."),
    ],
)
def test_a_coup_that_is_counted_with_a_row_of_years_is_one_beside_them(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title=title, published="2023-07-29", language=language))
    assert {event for event, _ in told} == OF_NIGER


def test_a_row_of_years_beside_a_country_without_coups_is_read(tagged: Tagger) -> None:
    text = "Coups in Mali and Russia in 2020 and 2021 changed the map."
    assert ("mali-2020", "historical") in told_of(tagged(text, title="A map", published="2024-05-02", language="en"))


# countries in a row, each with a short clause of its own
IN_TURN = [
    ("en", "2023-08-05", "Niger: the generals name a premier",
     "Mali's army seized power in August 2020; Guinea followed in September 2021, Burkina Faso with two takeovers in "
     "2022.", {"mali-2020", "guinea-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"}),
    ("en", "2025-12-10", "Benin after the mutiny",
     "Soldiers overthrew Guinea-Bissau's president last month, and Madagascar's in October.",
     {"guinea-bissau-2025", "madagascar-2025"}),
    ("en", "2023-09-02", "Gabon's general speaks",
     "It is the latest of many coups in Africa. Guinea's government fell in September 2021, Niger's in July 2023.",
     {"guinea-2021", "niger-2023"}),
    ("fr", "2023-08-12", "Un gouvernement à Niamey",
     "Le Mali (2020 et 2021), la Guinée (2021) et le Burkina Faso (deux fois en 2022) ont basculé auparavant.",
     {"mali-2020", "mali-2021", "guinea-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"}),
    ("fr", "2025-12-10", "Bénin : après la mutinerie",
     "Fin novembre, des soldats ont pris le pouvoir en Guinée-Bissau ; en octobre, c'était à Madagascar.",
     {"guinea-bissau-2025", "madagascar-2025"}),
    ("ar", "2025-12-10", "بنين بعد التمرد",
     "وأطاح جنود برئيس غينيا بيساو الشهر الماضي، وبرئيس مدغشقر في أكتوبر.",
     {"guinea-bissau-2025", "madagascar-2025"}),
    ("ar", "2023-08-12", "حكومة في نيامي",
     "استولى الجيش على السلطة في مالي في أغسطس 2020، وتلتها غينيا في سبتمبر 2021، ثم بوركينا فاسو مرتين في 2022.",
     {"mali-2020", "guinea-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"}),
    ("ha", "2023-08-12", "Sabuwar gwamnati a Yamai",
     "Sojoji sun kwace mulki a Mali a 2020, sai Guinea a 2021, sannan Burkina Faso sau biyu a 2022.",
     {"mali-2020", "guinea-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "events"), IN_TURN)
def test_a_row_of_short_clauses_tells_the_coup_of_each_country(
    language: str, published: str, title: str, text: str, events: set[str], tagged: Tagger
) -> None:
    told = told_of(tagged(text, title=title, published=published, language=language))
    assert events <= {event for event, _ in told}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers seized power in Niger in July 2023. Guinea voted in September 2021, the minister recalled."),
        ("en", "Soldiers seized power in Niger, said the envoy, who had left Guinea in September 2021."),
        ("fr", "Des soldats ont pris le pouvoir au Niger. Il avait visité la Guinée en septembre 2021."),
        ("ar", "استولى جنود على السلطة في النيجر. وقد زار الوزير غينيا في سبتمبر 2021."),
        ("ha", "Sojoji sun kwace mulki a Nijar. Ya ziyarci Guinea a watan Satumban 2021."),
    ],
)
def test_the_year_of_a_coup_beside_its_country_tells_none_in_another_clause(
    language: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title="An envoy remembers", published="2024-05-02", language=language))
    assert not any(event == "guinea-2021" for event, _ in told)


# this one beside those before it, whom soldiers drove out one after the other, and rows that a sentence begins with
OF_ROWS = [
    ("en", "2023-07-28", "Niger: a long list", "Niger has known four coups before this week's.", {"niger-2023"}),
    ("fr", "2023-07-28", "Niger : une longue liste",
     "Le Niger avait connu quatre coups d'État avant celui de cette semaine.", {"niger-2023"}),
    ("ar", "2023-07-28", "النيجر: قائمة طويلة", "عرفت النيجر أربعة انقلابات قبل ما حدث هذا الأسبوع.", {"niger-2023"}),
    ("ha", "2023-07-28", "Nijar: jerin dogo", "An yi juyin mulki sau hudu a Nijar kafin na wannan makon.",
     {"niger-2023"}),
    ("en", "2021-05-27", "Mali: a colonel alone",
     "For the second time in nine months soldiers have seized power. In August they had toppled President Keita.",
     {"mali-2020", "mali-2021"}),
    ("fr", "2021-05-27", "Mali : un colonel seul",
     "Pour la deuxième fois en neuf mois le colonel s'empare du pouvoir, après le renversement d'Ibrahim Boubacar "
     "Keïta en août.", {"mali-2020", "mali-2021"}),
    ("ar", "2021-05-27", "مالي: عقيد وحده",
     "وللمرة الثانية خلال تسعة أشهر يستولي العقيد على السلطة في مالي، بعد إطاحته بالرئيس كيتا في أغسطس.",
     {"mali-2020", "mali-2021"}),
    ("ha", "2021-05-27", "Mali: kanar shi kadai",
     "Karo na biyu cikin wata tara kanar din ya kwace mulki a Mali, bayan hambarar da shugaba Keita a watan Agusta.",
     {"mali-2020", "mali-2021"}),
    ("fr", "2022-10-01", "Burkina : le capitaine Traoré prend le pouvoir",
     "C'est la deuxième fois cette année : en janvier, Damiba avait renversé Roch Kaboré.",
     {"burkina-faso-2022-01", "burkina-faso-2022-09"}),
    ("en", "2021-09-07", "Conakry after the colonel",
     "In Mali officers toppled President Keita in August 2020 and his successor Bah Ndaw in May 2021.",
     {"mali-2020", "mali-2021"}),
    ("fr", "2021-09-07", "Conakry après le colonel",
     "Au Mali, des militaires ont renversé le président Keïta en août 2020, puis son successeur Bah Ndaw en mai.",
     {"mali-2020", "mali-2021"}),
    ("ar", "2021-09-07", "كوناكري بعد العقيد",
     "وفي مالي أطاح ضباط بالرئيس كيتا في أغسطس 2020، وبخلفه باه نداو في مايو.", {"mali-2020", "mali-2021"}),
    ("ha", "2021-09-07", "Conakry bayan kanar din",
     "A Mali sojoji sun hambarar da shugaba Keita a watan Agustan 2020, da magajinsa Bah Ndaw a watan Mayu.",
     {"mali-2020", "mali-2021"}),
    ("en", "2024-05-02", "Three capitals", "In Mali, Burkina Faso and Guinea, soldiers have taken power.",
     {"mali-2020", "burkina-faso-2022-09", "guinea-2021"}),
    ("fr", "2024-05-02", "Trois capitales",
     "Au Mali, au Burkina Faso et en Guinée, des militaires ont pris le pouvoir.",
     {"mali-2020", "burkina-faso-2022-09", "guinea-2021"}),
    ("en", "2024-05-02", "Mali's vote is put off",
     "The officers, who took power in 2020 and again in 2021, name no day.",
     {"mali-2020", "mali-2021"}),
    ("fr", "2024-05-02", "Mali : le vote repoussé",
     "Les officiers, qui ont pris le pouvoir en 2020 puis en 2021, ne donnent pas de date.",
     {"mali-2020", "mali-2021"}),
    ("en", "2025-12-01", "Bissau's past", "Guinea-Bissau had seen coups in 1980, 1999, 2003 and 2012.",
     {"guinea-bissau-1980", "guinea-bissau-2003", "guinea-bissau-2012"}),
    ("ha", "2025-12-01", "Tarihin Guinea-Bissau",
     "An yi juyin mulki a kasar a 1980 da 2003 da 2012, sannan aka yi yunkuri a Fabrairun 2022.",
     {"guinea-bissau-1980", "guinea-bissau-2003", "guinea-bissau-2012", "guinea-bissau-2022-attempt"}),
    ("ar", "2025-12-01", "ثلاث عواصم", "الانقلابات منذ سنوات: مالي (2020 و2021)، غينيا (2021)، النيجر والغابون (2023).",
     {"mali-2020", "mali-2021", "guinea-2021", "niger-2023", "gabon-2023"}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "events"), OF_ROWS)
def test_what_stands_in_a_row_with_a_coup_is_told_too(
    language: str, published: str, title: str, text: str, events: set[str], tagged: Tagger
) -> None:
    told = told_of(tagged(text, title=title, published=published, language=language))
    assert events <= {event for event, _ in told}


@pytest.mark.parametrize(
    ("language", "published", "text", "event"),
    [
        ("fr", "2024-05-02", "Le Niger a connu un putsch en 2023. Le Mali, en 2020, avait signé le traité.",
         "mali-2020"),
        ("en", "2021-09-07", "In Mali officers toppled Ibrahim Boubacar Keita, and Bah Ndaw thanked them.",
         "mali-2021"),
        ("fr", "2023-08-03", "Au Burkina Faso, Roch Kaboré a vu son mandat écourté par Paul-Henri Damiba.",
         "burkina-faso-2022-09"),
        ("en", "2021-05-27", "In August 2020 Mali's soldiers seized power for the second time in ten years.",
         "mali-2021"),
        ("en", "2023-07-28", "Niger has had four coups since independence, before this week's summit.", "niger-2023"),
    ],
)
def test_who_is_only_named_beside_a_coup_is_in_no_row(
    language: str, published: str, text: str, event: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title="Long ago", published=published, language=language))
    assert not any(of == event for of, _ in told)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: the guard's general",
         "He is said to have foiled a coup attempt in 2015, then another in March 2021, days before Bazoum's oath."),
        ("fr", "Niger : le général de la garde",
         "Il aurait déjoué une tentative de coup d'État en 2015, puis une autre en mars 2021, avant l'investiture."),
        ("ar", "النيجر: جنرال الحرس", "وينسب إليه إفشال محاولة انقلاب عام 2015، ثم أخرى في مارس 2021 قبل التنصيب."),
        ("ha", "Nijar: janar na dogarai",
         "An ce ya dakile yunkurin juyin mulki a 2015, sannan wani a watan Maris na 2021 kafin rantsarwa."),
    ],
)
def test_two_attempts_of_two_years_are_both_told(language: str, title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title=title, published="2024-05-02", language=language))
    assert {("niger-2015-attempt", "historical"), ("niger-2021-attempt", "historical")} <= told


def test_another_thing_of_that_year_is_no_attempt(tagged: Tagger) -> None:
    text = "After another summit in March 2021 he spoke of the coup attempt in Niger that he had foiled in 2015."
    told = told_of(tagged(text, title="Niger: a general", published="2024-05-02", language="en"))
    assert ("niger-2021-attempt", "historical") not in told


def test_coups_of_years_beside_an_attempt_before_the_oath_keep_them(tagged: Tagger) -> None:
    text = "شهدت البلاد انقلابات أعوام 1974 و1996 و1999 و2010، ومحاولة فاشلة في مارس 2021 قبل يومين من تنصيب بازوم."
    told = told_of(tagged(text, title="عسكريون في النيجر يطيحون ببازوم", published="2023-07-29", language="ar"))
    assert {event for event, _ in told} == OF_NIGER | {"niger-2021-attempt"}
