"""Acts of the crisis in a headline without a word for coup, in four languages; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Niger kicks out UN coordinator", "She must leave within 72 hours.", "2023-10-11"),
        ("Niamey gives UN envoy 72 hours to leave", "", "2023-10-11"),
        ("Niger : la coordinatrice de l'ONU sommée de quitter le pays", "", "2023-10-11"),
        ("النيجر تمهل منسقة الأمم المتحدة 72 ساعة للمغادرة", "", "2023-10-11"),
        ("Nijar ta ba jami'ar MDD awa 72 ta fice", "", "2023-10-11"),
        ("Last French soldier leaves Niger", "", "2023-12-22"),
        ("Russian trainers land in Niamey", "", "2024-04-11"),
        ("Les derniers soldats américains ont quitté le Niger", "", "2024-09-16"),
        ("Des instructeurs russes débarquent à Niamey", "", "2024-04-11"),
        ("آخر الجنود الأمريكيين يغادرون النيجر", "", "2024-09-16"),
        ("وصول مدربين روس إلى نيامي", "", "2024-04-11"),
        ("Sojojin Amurka na ƙarshe sun bar Nijar", "", "2024-09-16"),
        ("Malaman sojan Rasha sun sauka a Yamai", "", "2024-04-11"),
        ("ECOWAS orders standby force to be deployed", "The chiefs of state met in Abuja over Niger.", "2023-08-10"),
        ("La Cédéao active sa force en attente", "Le sommet portait sur le Niger.", "2023-08-10"),
        ("إيكواس تأمر بنشر قوة الاحتياط", "عقدت القمة في أبوجا لبحث أزمة النيجر.", "2023-08-10"),
        ("ECOWAS ta umarci rundunar ko-ta-kwana ta shirya", "An yi taron a Abuja kan Nijar.", "2023-08-10"),
        ("Niger nationalises Somair uranium mine", "", "2025-06-19"),
        ("Niger takes over Somair", "Orano lost control of the mine in Arlit.", "2025-06-19"),
        ("Le Niger retire le permis d'Imouraren à Orano", "", "2024-06-20"),
        ("النيجر تسحب رخصة منجم إيمورارين من أورانو", "", "2024-06-20"),
        ("Nijar ta kwace lasisin Orano a Imouraren", "", "2024-06-20"),
        ("Tinubu: la force est le dernier recours", "La Cédéao veut parler avec Niamey.", "2023-08-10"),
        ("Le Niger suspend la BBC pour trois mois", "", "2024-12-12"),
        ("Nijar ta dakatar da BBC na wata uku", "", "2024-12-12"),
        ("Le Niger ferme les bureaux du CICR", "", "2025-02-05"),
        ("Niger dissolves political parties", "", "2025-03-26"),
        ("Niger frees fifty detainees", "Former ministers are among them.", "2025-04-02"),
        ("Nijar ta saki tsofaffin ministoci", "", "2025-04-02"),
        ("Niger and Benin reopen talks on pipeline", "", "2024-06-26"),
        ("مالي والنيجر وبوركينا فاسو تشكل كونفدرالية", "", "2024-07-06"),
        ("Mali da Nijar da Burkina Faso sun kafa tarayya", "", "2024-07-06"),
        ("Niger leaves ICC with its allies", "", "2025-09-22"),
        ("Le Niger se retire de la CPI", "", "2025-09-22"),
    ],
)
def test_an_act_of_the_crisis_wakes_the_desk(tagged: Tagger, title: str, text: str, day: str) -> None:
    tags = tagged(text, title=title, published=day)
    assert [c.salience for c in tags.crises] == ["main"]
    assert tags.alert


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Coup de pied arrêté : Zinder champion", "", "2023-08-20"),
        ("Coup de balai au marché de Tahoua", "Les commerçants ont nettoyé les allées.", "2023-08-20"),
        ("Coup de théâtre au lycée de Dosso", "", "2023-08-20"),
        ("Coup de chaud à Agadez", "Le thermomètre a dépassé 44 degrés.", "2023-08-20"),
        ("Signing is quite a coup for Zinder museum", "", "2023-08-20"),
        ("Niger: farmers wait for rain", "The harvest in Dosso may be late.", "2024-08-20"),
        ("Niger farmers leave fields to locusts", "", "2024-08-20"),
        ("Niger: storks arrive early at W park", "", "2024-02-20"),
        ("Les cigognes sont arrivées au Niger", "", "2024-02-20"),
        ("Nijar: tsuntsaye sun iso", "", "2024-02-20"),
        ("وصول طيور مهاجرة إلى النيجر", "", "2024-02-20"),
        ("Niger loses to Ghana", "", "2024-10-15"),
        ("Niger opens camel race", "", "2024-02-20"),
        ("Niger students take exam", "", "2024-06-20"),
        ("Le Niger fête ses éleveurs à la Cure salée", "", "2024-09-20"),
        ("Nijar: an yi bikin makiyaya", "", "2024-09-20"),
        ("Niger's giraffes are back", "", "2024-02-20"),
        ("Gunmen kill 20 in western Niger", "", "2024-03-20"),
        ("Niger : 20 morts dans une attaque à Téra", "", "2024-03-20"),
        ("Soldiers arrive after attack in Niger village", "Gunmen had killed ten.", "2024-03-20"),
        ("Niger State governor returns from Mecca", "", "2024-06-20"),
        ("A novel called The Coup is out", "", "2024-06-20"),
        ("الكونغو تنسحب من مباراتها مع النيجر", "", "2025-03-22"),
        ("Niger : un médecin kidnappé à Agadez libéré", "Il avait été enlevé en janvier.", "2025-05-11"),
        ("Hajj: first Niger pilgrims leave Niamey", "", "2024-05-20"),
        ("'Yan bindiga sun kai hari a jihar Neja", "Sun sace mutane takwas.", "2025-02-01"),
        ("Migrants arrive in Agadez", "", "2024-06-20"),
        ("Le Niger adopte une nouvelle variété de mil", "", "2024-06-20"),
    ],
)
def test_life_goes_on_beside_the_crisis(tagged: Tagger, title: str, text: str, day: str) -> None:
    tags = tagged(text, title=title, published=day)
    assert not tags.alert
    assert not tags.coups


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bazoum asks US to help restore order in Washington Post op-ed", "The president of Niger wrote as a hostage."),
        ("Niger : Bazoum appelle Washington à l'aide dans une tribune", "Le président est retenu par la garde."),
        ("« Je suis un otage » : la tribune de Bazoum", "Le président du Niger met en garde contre Wagner."),
        ("أكتب كرهينة: مقال للرئيس بازوم", "نشر رئيس النيجر المحتجز مقالا."),
        ("Ina rubutu ne a matsayin wanda aka yi garkuwa da shi - Bazoum", "Shugaban Nijar ya yi gargaɗi kan Wagner."),
    ],
)
def test_what_a_person_of_the_crisis_writes_is_news(tagged: Tagger, title: str, text: str) -> None:
    assert tagged(text, title=title, published="2023-08-03").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Opinion: Bazoum must be freed", "The president of Niger has been held since the coup of 26 July."),
        ("A column on Bazoum and the lost honour of ECOWAS", "The president of Niger was ousted on 26 July."),
        ("An open letter to Bazoum", "The president of Niger was ousted on 26 July."),
        ("Tribune. Pourquoi il faut libérer Bazoum", "Le président du Niger est retenu depuis le 26 juillet."),
        ("Lettre ouverte à Mohamed Bazoum", "Le président du Niger est retenu depuis le 26 juillet."),
        ("رأي: يجب إطلاق سراح بازوم", "رئيس النيجر محتجز منذ الانقلاب."),
        ("Sharhi kan Bazoum", "An tsare shugaban Nijar tun juyin mulkin 26 ga Yuli."),
    ],
)
def test_what_is_written_on_him_or_to_him_is_an_opinion(tagged: Tagger, title: str, text: str) -> None:
    assert not tagged(text, title=title, published="2023-08-03").alert
