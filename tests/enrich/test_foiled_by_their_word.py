"""Coups that only a government says it foiled, and attempts of long ago. In words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of

Told = set[tuple[str, str, str]]


def _told(tagged: Tagger, language: str, day: str, text: str, title: str = "") -> Told:
    tags = tagged(text, title=title, published=day, language=language)
    return entries_of(tags)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Burkina Faso's rulers say that they foiled a coup on Tuesday; officers have been picked up."),
        ("fr", "Au Burkina Faso, le pouvoir assure avoir déjoué mardi une tentative de putsch ; des officiers sont aux "
               "arrêts."),
        ("ar", "قالت السلطات في بوركينا فاسو إنها أحبطت محاولة انقلاب يوم الثلاثاء."),
        ("ha", "Hukumomin Burkina Faso sun ce sun dakile wani yunkurin juyin mulki ranar Talata."),
    ],
)
def test_what_a_junta_alone_says_it_foiled_is_alleged(tagged: Tagger, language: str, text: str) -> None:
    told = _told(tagged, language, "2023-09-28", text)
    assert ("burkina-faso-2023-attempt", "alleged", "asserted") in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Benin's government says that it foiled a coup; soldiers had read a statement on television."),
        ("fr", "Le gouvernement du Bénin assure avoir déjoué un coup d'État ; des mutins avaient pris la télévision."),
        ("ar", "قالت حكومة بنين إنها أحبطت محاولة انقلاب بعدما ظهر جنود على شاشة التلفزيون."),
        ("ha", "Gwamnatin Benin ta ce ta dakile yunkurin juyin mulki bayan da sojoji suka bayyana a talabijin."),
    ],
)
def test_what_the_country_saw_is_an_attempt(tagged: Tagger, language: str, text: str) -> None:
    assert ("benin-2025-attempt", "attempted", "asserted") in _told(tagged, language, "2025-12-08", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Niger, Seyni Kountché survived an attempted coup in October 1983, and died four years later."),
        ("fr", "Au Niger, Seyni Kountché a survécu à une tentative de coup d'État en octobre 1983."),
        ("ar", "نجا سيني كونتشي في النيجر من محاولة انقلاب عام 1983."),
        ("ha", "A Nijar, Seyni Kountche ya tsira daga yunkurin juyin mulki a 1983."),
    ],
)
def test_attempts_against_a_ruler_of_long_ago_are_known(tagged: Tagger, language: str, text: str) -> None:
    assert ("niger-1983-attempt", "attempted", "historical") in _told(tagged, language, "2024-03-02", text)


CHARGES = [
    ("en", "The deposed president faces a court of soldiers. Treason and a conspiracy against the state: he may be "
           "tried and arrested for both."),
    ("fr", "La cour veut juger le président renversé au Niger. Trahison et complot contre l'État : la liste de ce qui "
           "lui est reproché devant la justice militaire est longue, et ses proches arrêtés."),
]


@pytest.mark.parametrize(("language", "text"), CHARGES)
def test_a_plot_that_a_deposed_ruler_is_charged_with_is_none(tagged: Tagger, language: str, text: str) -> None:
    told = _told(tagged, language, "2024-03-02", text, "Niger")
    assert "unspecified" not in {event for event, _, _ in told}


def test_a_plot_beside_a_deposed_ruler_stays_one(tagged: Tagger) -> None:
    text = (
        "Le président renversé attend son procès. Dix soldats ont été arrêtés pour un complot contre l'État, selon la "
        "junte."
    )
    assert "unspecified" in {event for event, _, _ in _told(tagged, "fr", "2024-03-02", text, "Niger")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Trente hommes sont libres au Niger, des ministres du gouvernement renversé en 2023 et des soldats "
               "jugés pour des tentatives de putsch."),
    ],
)
def test_attempts_in_the_plural_are_not_the_coup_beside_them(tagged: Tagger, language: str, text: str) -> None:
    told = _told(tagged, language, "2025-04-05", text, "Niger")
    assert ("unspecified", "attempted", "historical") in told
    assert ("niger-2023", "realized", "historical") in told


def test_attempts_of_a_decade_are_of_no_year_of_it(tagged: Tagger) -> None:
    text = "Au Niger, des soldats ont été jugés pour des tentatives de coup d'État de la décennie 2010."
    assert "niger-2010" not in {event for event, _, _ in _told(tagged, "fr", "2025-04-05", text)}


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("fr", "Des hommes de la garde ont bloqué mercredi la présidence et retiennent Mohamed Bazoum avec les siens "
               "dans sa résidence de Niamey. Les rues voisines sont vides, les écoles ont fermé et les banques n'ont "
               "pas ouvert. Il a pris ses fonctions en 2021. L'Union condamne une tentative de putsch qui continue.",
         "Niger : la présidence bloquée"),
        ("en", "Men of the guard blocked the presidency on Wednesday and hold Mohamed Bazoum and his family in their "
               "home in Niamey. The streets around are empty, schools are shut and banks did not open all day. He took "
               "office in 2021. The Union condemns a coup attempt that goes on.", "Niger's presidency is blocked"),
    ],
)
def test_a_year_before_todays_attempt_does_not_date_it(tagged: Tagger, language: str, text: str, title: str) -> None:
    assert {event for event, _, _ in _told(tagged, language, "2023-07-26", text, title)} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le bloc réunit le Niger, le Mali et le Burkina Faso. Tous trois sont dirigés par des officiers que des "
               "coups d'État y ont portés."),
        ("en", "The bloc joins Niger, Mali and Burkina Faso. All three are led by officers who came by coups."),
    ],
)
def test_three_that_were_named_before_have_each_their_coup(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _, _ in _told(tagged, language, "2024-07-07", text, "Niger")}
    assert {"niger-2023", "mali-2020", "burkina-faso-2022-09"} <= told


def test_hakan_is_the_same_elsewhere(tagged: Tagger) -> None:
    text = "A watan Yulin bara sojoji suka hambarar da gwamnatin Nijar. A Burkina Faso hakan ya faru a Satumban 2022."
    told = {event for event, _, _ in _told(tagged, "ha", "2024-01-28", text, "Nijar da Burkina Faso")}
    assert told == {"niger-2023", "burkina-faso-2022-09"}


def test_soldiers_who_seized_power_are_more_than_a_mutiny(tagged: Tagger) -> None:
    text = "Sojojin da suka kwace mulki a Gabon sun nada Janar Nguema a matsayin shugaba."
    title = "Masu tawaye a Gabon sun nada jagora"
    assert ("gabon-2023", "realized", "asserted") in _told(tagged, "ha", "2023-08-31", text, title)


CLAIMS = [
    ("en", "Togo's rulers say that they have foiled a coup by six officers, who are under arrest."),
    ("fr", "Le pouvoir togolais dit avoir déjoué une tentative de putsch au Togo et arrêté six officiers."),
    ("ar", "أعلنت حكومة توغو إحباط محاولة انقلاب وتوقيف ستة ضباط."),
    ("ha", "Gwamnatin Togo ta ce ta dakile wani yunkurin juyin mulki, an kama hafsoshi shida."),
]


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_what_no_list_has_and_its_rulers_say_they_foiled_has_an_id_and_is_alleged(
    tagged: Tagger, language: str, text: str
) -> None:
    assert ("togo-2027-attempt", "alleged", "asserted") in _told(tagged, language, "2027-03-02", text, "Togo")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Des tirs ont retenti à Lomé. Le pouvoir dit avoir déjoué une tentative de putsch au Togo.",
         "attempted"),
        ("en", "Six officers go on trial in Togo over a coup plot.", "conspiracy"),
    ],
)
def test_where_shots_were_heard_or_a_court_sits_it_is_no_mere_claim(
    tagged: Tagger, language: str, text: str, kind: str
) -> None:
    assert {one for _, one, _ in _told(tagged, language, "2027-03-02", text, "Togo")} == {kind}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ha", "Nijar ta ce ta san masu harin bututun mai",
         "Gwamnatin mulkin sojin Nijar ta ce ta gano wadanda suka lalata bututun, kuma za ta kama su."),
        ("fr", "Niger : l'attaque de l'oléoduc élucidée, selon Niamey",
         "La junte militaire du Niger affirme connaître ceux qui ont saboté l'oléoduc et les arrêtera."),
    ],
)
def test_what_the_junta_says_of_an_attack_on_its_pipeline_wakes(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published="2024-06-22", language=language).alert
    other = text.replace("bututun", "kasuwar").replace("l'oléoduc", "le marché")
    title = title.replace("bututun mai", "kasuwa").replace("de l'oléoduc", "du marché")
    assert not tagged(other, title=title, published="2024-06-22", language=language).alert


def test_two_that_had_the_like_in_one_year_share_it(tagged: Tagger) -> None:
    text = "Sojoji sun hambarar da Ali Bongo a Gabon. Ya biyo bayan makamantansa a Guinea da Sudan a 2021."
    told = {event for event, _, _ in _told(tagged, "ha", "2023-08-30", text, "Gabon")}
    assert told == {"gabon-2023", "guinea-2021", "sudan-2021"}
