"""What states do with a country that soldiers rule is news without the word coup; a neighbour's plot is no coup."""

import pytest

from tests.enrich.conftest import Tagger, told_of

FILLER = {
    "en": "Ministers said on Tuesday that they had spoken of roads, schools and wells, and of what is most needed from "
    "the north down to the river. They went to see two plants and a market, and flew home late in the evening, as they "
    "had come, after a dinner in a garden. They will come back in spring, one of them told reporters, when the works "
    "on the dam have got further than they have now, and when the rains that hold them up are over. More visits by "
    "others are to follow in the summer. ",
    "fr": "Les ministres ont dit mardi qu'ils avaient parlé de routes, d'écoles et de puits, et de ce qui manque le "
    "plus, du nord jusqu'au fleuve. Ils ont vu deux usines et un marché et sont repartis tard le soir, comme ils "
    "étaient venus, après un dîner dans un jardin. Ils reviendront au printemps, a dit l'un d'eux à la presse, quand "
    "les travaux du barrage auront avancé et que les pluies qui les retardent seront passées. D'autres visites doivent "
    "suivre pendant l'été. ",
    "ar": "قال الوزراء يوم الثلاثاء إنهم تحدثوا عن الطرق والمدارس والآبار وعما ينقص أكثر من غيره من الشمال حتى النهر. "
    "وشاهدوا مصنعين وسوقا ثم رحلوا مساء كما جاؤوا بعد عشاء في حديقة. وسيعودون في الربيع كما قال أحدهم للصحفيين حين "
    "تكون أعمال السد قد تقدمت وانتهت الأمطار التي تؤخرها. ومن المقرر أن تتبع ذلك زيارات أخرى في الصيف. وقال آخر إن "
    "المدينة أعجبته كثيرا وإن أهلها كرام وإن الطعام فيها طيب وإنه سيحكي لأولاده عنها حين يرجع إلى بيته. ",
    "ha": "Ministocin sun ce a ranar Talata sun yi maganar hanyoyi da makarantu da rijiyoyi da abin da aka fi bukata "
    "tun daga arewa har zuwa kogi. Sun ga masana'antu biyu da kasuwa daya sannan suka wuce kamar yadda suka iso "
    "bayan cin abinci a wani lambu. Za su dawo a lokacin bazara, in ji daya daga cikinsu, idan aikin madatsar ruwa ya "
    "ci gaba kuma damina ta wuce. Wasu za su biyo baya daga bisani a cikin shekarar nan. Ya kuma ce garin ya burge shi "
    "matuka kuma mutanensa masu karamci ne. ",
}  # fmt: skip
RULED = {
    "en": "The country has been ruled by a junta since soldiers deposed Mohamed Bazoum.",
    "fr": "Le pays est dirigé par une junte depuis que des soldats ont renversé Mohamed Bazoum.",
    "ar": "ويقود البلاد مجلس عسكري منذ أن أطاح جنود بالرئيس محمد بازوم.",
    "ha": "Gwamnatin mulkin soja ce ke jagorantar kasar tun bayan da sojoji suka hambarar da Mohamed Bazoum.",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Berlin ready to resume cooperation with Niger"),
        ("en", "Iran and Niger deepen ties"),
        ("en", "Benin denies plotting to destabilise Niger"),
        ("en", "Claim that spies met to destabilise Niger is groundless - Paris"),
        ("fr", "L'Iran et le Niger renforcent leur coopération"),
        ("fr", "Berlin veut reprendre sa coopération avec le Niger"),
        ("fr", "Le Bénin dément vouloir déstabiliser le Niger"),
        ("ar", "إيران والنيجر تعززان التعاون"),
        ("ar", "ألمانيا مستعدة لاستئناف التعاون مع النيجر"),
        ("ar", "بنين تنفي السعي إلى زعزعة استقرار النيجر"),
        ("ha", "Iran da Nijar za su karfafa hulda"),
        ("ha", "Jamus ta shirya dawo da hulda da Nijar"),
        ("ha", "Benin ta musanta makircin hargitsa Nijar"),
    ],
)
def test_ties_with_a_junta_and_plots_that_a_state_denies_are_acts_of_the_crisis(
    language: str, title: str, tagged: Tagger
) -> None:
    found = tagged(FILLER[language] + RULED[language], title=title, published="2024-05-07", language=language)
    assert found.crises[0].salience == "main"
    assert told_of(found) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Niger and Benin deepen ties in handball"),
        ("en", "Chad and Benin deepen ties"),
        ("en", "Drought destabilises Niger herders"),
        ("fr", "Le Tchad et le Bénin renforcent leur coopération"),
        ("ar", "تشاد وبنين تعززان التعاون"),
        ("ha", "Chadi da Benin za su karfafa hulda"),
    ],
)
def test_ties_of_others_or_in_sport_are_not(language: str, title: str, tagged: Tagger) -> None:
    found = tagged(FILLER[language] + RULED[language], title=title, published="2024-05-07", language=language)
    assert (found.crises[0].salience, found.alert) == ("background", False)


def test_what_a_state_is_said_to_plot_is_no_coup_unless_officers_are_held_for_it(tagged: Tagger) -> None:
    abroad = tagged(
        "Paris rejects what Niger's ruler says. He had accused France of plotting to destabilise the country.",
        title="Paris rejects charge by Niger's ruler",
        published="2025-01-08",
    )
    assert not [c for c in abroad.coups if c.event != "niger-2023"]
    held = tagged(
        "Four officers were arrested in Bamako over a plot to destabilise the country.",
        title="Mali: officers held",
        published="2025-08-14",
    )
    assert [(c.event, c.status) for c in held.coups] == [("mali-2025-attempt", "asserted")]


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("Niger coup: party office attacked", True),
        # it is the coup that does it
        ("Niger coup left region divided", False),
    ],
)
def test_what_a_headline_files_under_the_coup_happens_by_itself(title: str, alert: bool, tagged: Tagger) -> None:
    text = (
        "Those who back the coup in Niger set the office of the deposed president's party on fire and smashed cars "
        "outside. They had come from a larger crowd in front of the assembly, where Russian flags were on show. It "
        "remains unclear who is in charge of the country, as the men in uniform have not said who leads them, and the "
        "streets are full of people who wait for what comes next."
    )
    assert tagged(text, title=title).alert is alert


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ('"Let us go home": stranded drivers plead at the bridge to Niger', False),
        ("Niger: soldiers reopen border to stranded drivers", True),
    ],
)
def test_what_stranded_drivers_plead_for_is_an_effect(title: str, alert: bool, tagged: Tagger) -> None:
    text = (
        "The border was closed by the soldiers who took power in Niamey, then by ECOWAS to sanction them. A driver in "
        "Malanville sells his fuel to live. He says the sanctions that followed the coup against Bazoum ruined him."
    )
    found = tagged(text, title=title, published="2023-09-20")
    assert (found.crises[0].salience, found.alert) == ("main", alert)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Officers said that they had taken control of Guinea-Bissau. They rejected the term "coup".'),
        ("fr", "Des militaires ont pris le pouvoir en Guinée-Bissau. Ils récusent le terme de coup d'État."),
    ],
)
def test_who_rejects_the_word_denies_the_coup(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-11-29", language=language))
    assert told == {("guinea-bissau-2025", "asserted"), ("guinea-bissau-2025", "negated")}


def test_but_not_who_weighs_whether_to_use_it(tagged: Tagger) -> None:
    text = "Officers took control of Guinea-Bissau. Washington has so far refused to call it a coup."
    told = told_of(tagged(text, published="2025-11-29", language="en"))
    assert told == {("guinea-bissau-2025", "asserted")}
