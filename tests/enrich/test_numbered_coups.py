"""A coup that has a number, and coups that are only a row or of past years: others are told, and none is named."""

import pytest

from tests.enrich.conftest import Tagger, entries_of

OLIGUI = "General Oligui, who led the coup in Gabon, was sworn in. "
SERMENT = "Le général Oligui, auteur du coup d'Etat au Gabon, a prêté serment. "
YAMIN = "أدى الجنرال أوليغي قائد الانقلاب في الغابون اليمين. "
RANTSUWA = "An rantsar da Janar Oligui wanda ya jagoranci juyin mulki a Gabon. "
PAST = ("unspecified", "realized", "historical")


def told(tagged: Tagger, text: str, published: str, language: str) -> set[tuple[str, str, str]]:
    return entries_of(tagged(text, published=published, language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", OLIGUI + "It was the eighth coup in West and Central Africa in three years."),
        ("en", OLIGUI + "The coup, one of eight in the region since 2020, was condemned."),
        ("fr", SERMENT + "C'est le huitième coup d'Etat en Afrique de l'Ouest et du Centre depuis 2020."),
        ("fr", SERMENT + "Ce coup d'Etat est le huitième de la région en trois ans."),
        ("ar", YAMIN + "وهذا هو الانقلاب الثامن في غرب ووسط أفريقيا خلال ثلاث سنوات."),
        ("ar", YAMIN + "وأدين الانقلاب، وهو واحد من ثمانية انقلابات في المنطقة منذ عام 2020."),
        ("ar", YAMIN + "وهذا الانقلاب هو الثامن في سلسلة من الانقلابات ومحاولات الانقلاب في المنطقة."),
        ("ha", RANTSUWA + "Juyin mulkin shi ne na takwas a yankin cikin shekaru uku."),
    ],
)
def test_a_coup_with_a_number_tells_the_others_too(language: str, text: str, tagged: Tagger) -> None:
    assert told(tagged, text, "2023-09-04", language) == {("gabon-2023", "realized", "asserted"), PAST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", OLIGUI + "He is the third officer of his family to rule in three years."),
        ("en", OLIGUI + "The coup came as talks on debt failed for the fourth time."),
        ("ar", YAMIN + "ودخل الانقلاب أسبوعه الثالث بعد ثلاث جولات من المحادثات."),
    ],
)
def test_other_numbers_tell_no_coup(language: str, text: str, tagged: Tagger) -> None:
    assert told(tagged, text, "2023-09-04", language) == {("gabon-2023", "realized", "asserted")}


def test_a_number_before_a_list_is_told_by_the_list(tagged: Tagger) -> None:
    text = OLIGUI + "It was the eighth coup since 2020, after those of Mali, Guinea, Burkina Faso and Niger."
    found = {event for event, _, _ in told(tagged, text, "2023-09-04", "en")}
    assert "unspecified" not in found
    assert {"guinea-2021", "niger-2023"} < found


def test_the_year_of_independence_dates_no_coup_in_arabic(tagged: Tagger) -> None:
    text = "الانقلاب في النيجر هو الخامس منذ الاستقلال عن فرنسا عام 1960."
    assert told(tagged, text, "2023-08-09", "ar") == {("niger-2023", "realized", "asserted"), PAST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad votes three years after its army seized power, the first to vote since a wave of coups."),
        ("fr", "Le Tchad vote trois ans après la prise du pouvoir par l'armée, après une vague de putschs."),
        ("ar", "تنتخب تشاد بعد ثلاث سنوات من استيلاء الجيش على السلطة، وهي أول انتخابات بعد موجة من الانقلابات."),
    ],
)
def test_a_wave_of_coups_is_none_in_particular(language: str, text: str, tagged: Tagger) -> None:
    assert told(tagged, text, "2024-05-06", language) == {("chad-2021", "realized", "historical"), PAST}


@pytest.mark.parametrize(
    "text",
    [
        "شهدت النيجر خمسة انقلابات منذ استقلالها.",
        "وخلافا للانقلابات السابقة لم يصب أحد.",
        "شهدت المنطقة سلسلة من الانقلابات منذ عام 2020.",
        "وللبلاد تاريخ طويل من الانقلابات منذ السبعينات.",
    ],
)
def test_coups_counted_over_the_past_in_arabic(text: str, tagged: Tagger) -> None:
    lead = "عين الجنرالات الذين يحتجزون بازوم في النيجر وزراء. "
    assert told(tagged, lead + text, "2023-08-09", "ar") == {("niger-2023", "realized", "asserted"), PAST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger freed ministers of Bazoum, ousted in 2023, and officers accused of coup attempts in past years."),
        ("ar", "أفرجت نيامي عن وزراء بازوم الذي أطيح به عام 2023 وعسكريين متهمين بمحاولات انقلاب في السنوات الماضية."),
    ],
)
def test_attempts_of_past_years_are_not_the_coup_whose_year_stands_before(
    language: str, text: str, tagged: Tagger
) -> None:
    accused = ("unspecified", "alleged", "historical")
    assert told(tagged, text, "2025-04-02", language) == {("niger-2023", "realized", "historical"), accused}


def test_a_number_before_a_row_of_years_is_told_by_the_years(tagged: Tagger) -> None:
    text = "The coup in Niger is the fourth since independence, after those of 1974, 1996 and 2010."
    assert "unspecified" not in {event for event, _, _ in told(tagged, text, "2023-08-09", "en")}
