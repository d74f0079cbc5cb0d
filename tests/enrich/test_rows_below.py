"""News of another country, below which the country of the crisis is only named in a row with others."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ROWS = [
    ("en", "Ivory Coast says French troops will leave",
     "President Alassane Ouattara said on Tuesday that they will leave in January. "
     "Paris had pulled its soldiers out of Mali, Burkina Faso and Niger after military coups."),
    ("en", "Senegal's president says French bases will close",
     "Bassirou Diomaye Faye said that France will close its bases. "
     "Its forces have been expelled from Mali, Burkina Faso and Niger, where juntas took power."),
    ("fr", "Côte d'Ivoire : Ouattara annonce le départ des forces françaises",
     "Elles quitteront le pays en janvier, a dit le président mardi. "
     "Paris avait retiré ses soldats du Mali, du Burkina Faso et du Niger après des coups d'État."),
    ("ar", "ساحل العاج تعلن انسحاب القوات الفرنسية",
     "قال الرئيس الحسن واتارا الثلاثاء إن القوات الفرنسية ستنسحب في يناير. "
     "وكانت باريس قد سحبت جنودها من مالي وبوركينا فاسو والنيجر بعد انقلابات عسكرية."),
    ("ha", "Ivory Coast ta ce sojojin Faransa za su fice",
     "Shugaba Alassane Ouattara ya fada ranar Talata cewa za su fice a watan Janairu. "
     "Faransa ta janye sojojinta daga Mali, Burkina Faso da Nijar bayan juyin mulki."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), ROWS)
@pytest.mark.parametrize("titled", [True, False])
def test_a_row_of_countries_below_anothers_news_wakes_nobody(
    language: str, title: str, text: str, titled: bool, tagged: Tagger
) -> None:
    text = text if titled else f"{title}. {text}"
    found = tagged(text, title=title if titled else "", published="2025-01-01", language=language)
    assert found.crises[0].salience != "main"
    assert not found.alert


@pytest.mark.parametrize(
    "text",
    [
        # it is named by itself too
        "Benin says its troops will stay home. Niger's junta had asked for a pledge. Mali, Burkina Faso and Niger "
        "warned that any attack on Niger after the coup would be war.",
        # the bloc is a party to it
        "Ghana hosts chiefs of staff of ECOWAS. The bloc has suspended Mali, Burkina Faso and Niger after coups there "
        "and threatens to use force in Niger.",
    ],
)
def test_a_row_beside_news_of_it_hides_nothing(text: str, tagged: Tagger) -> None:
    assert tagged(text, published="2023-08-17").crises[0].salience == "main"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "الصين تدعو إلى الحوار في بورما",
         "دعت الصين إلى انتقال في هذا البلد حيث استولى الجيش على السلطة قبل شهرين."),
        ("en", "China urges talks in Burma", "China spoke of the country, where the army seized power two months ago."),
    ],
)  # fmt: skip
def test_burma_is_myanmar(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title=title, published="2021-03-31", language=language)
    assert told_of(found) == {("myanmar-2021", "asserted")}
