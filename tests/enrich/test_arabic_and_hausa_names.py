"""Who and what Arabic and Hausa papers write otherwise than those of the coast: bodies, courts, towns, neighbours."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, ids, surfaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رفضت محكمة العدل التابعة للمجموعة الاقتصادية لدول غرب أفريقيا طلب النيجر", {"ecowas-court", "niger"}),
        ('نظرت محكمة "إيكواس" أمس في شكوى بازوم ضد النيجر', {"ecowas-court", "mohamed-bazoum", "niger"}),
        ("اجتمع مجلس الأمن والسلم الإفريقي بشأن النيجر", {"au-peace-and-security-council", "niger"}),
        ("دعت مالي والجزائر إلى الحوار", {"mali", "algeria"}),
        ("النيجر ومالي تطردان بعثة", {"niger", "mali"}),
        ("صرف دعم مالي للمزارعين في الجزائر", {"algeria"}),
        ("عينه المجلس الوطني من أجل حماية الوطن في النيجر", {"cnsp", "niger"}),
        ("قالت القوات المسلحة في النيجر إنها باقية", {"niger-armed-forces", "niger"}),
        ("احتج عمال وابكو في ميناء سيمي كبودجي في بنين", {"wapco", "seme-kpodji", "benin"}),
        ("تجمعوا في ملعب الجنرال سيني كونتشي في نيامي", {"seyni-kountche-stadium", "niamey"}),
        ('هبطت الطائرة في مطار "ديوري هاماني" في نيامي', {"diori-hamani-airport", "niamey"}),
        ("زارت الوفود أمريكا وتجنبت أمريكا اللاتينية", {"united-states"}),
        ("محكمة ولاية نيامي أجلت قضية النيجر", {"state-court-niger", "niger"}),
        ("بث التلفزيون صورة بازوم مع زوجته هزيزة في النيجر", {"mohamed-bazoum", "hadiza-bazoum", "niger"}),
        ("استقبلت نيامي نيسيفور سوغلو وسيطا بين بنين والنيجر", {"niamey", "nicephore-soglo", "benin", "niger"}),
        ("قطع السيل الطريق إلى بلدة كولو في النيجر", {"kollo", "niger"}),
        ("أعلنت جماعة مرتبطة بتنظيم القاعدة مسؤوليتها في مالي", {"al-qaeda", "mali"}),
    ],
)
def test_arabic(tagged: Tagger, text: str, expected: set[str]) -> None:
    assert ids(tagged(text, language="ar")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ma'aikatar harkokin waje ta Faransa ta soki sojojin Nijar.", {"quai-dorsay", "niger"}),
        ("Kotun kungiyar raya tattalin arzikin kasashen Afirka ta Yamma ta zauna a Abuja.", {"ecowas-court", "abuja"}),
        ("Taron kungiyar bunkasa tattalin arzikin yankin Afirka ta Yamma ya tabo Nijar.", {"ecowas", "niger"}),
        ("Shugaban hukumar ƙungiyar ECOWAS ya isa Nijar.", {"ecowas-commission", "niger"}),
        ("Tafiyar ta hada Moroko da Chaina da Nijar.", {"morocco", "china", "niger"}),
        ("A Nijar an kona shaguna a garin Agadaza.", {"niger", "agadez"}),
        ("Sarkin Damagaram ya ziyarci sojojin Nijar.", {"sultan-of-zinder", "niger"}),
        ("Mayakan IS sun kai hari a Nijar.", {"islamic-state", "niger"}),
        ("Jaridar Daily Nigerian ta wallafa labarin gobara.", set()),
        ("Dakarun da ke tsaron fadar shugaban kasa a Nijar sun ki.", {"presidential-guard-niger", "niger"}),
    ],
)
def test_hausa(tagged: Tagger, text: str, expected: set[str]) -> None:
    assert ids(tagged(text, language="ha")) == expected


def test_a_town_keeps_its_linking_letter_outside(tagged: Tagger) -> None:
    text = "Sojojin Faransan da ke Agadaza na Nijar sun fita."
    assert surfaces(tagged(text, language="ha"), "france") == ["Faransa"]
