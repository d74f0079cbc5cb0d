"""What Hausa radio pages and Arabic wires report, told in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # below a line that is only a country, a sentence that names none speaks of that one
    ("ha", "2025-12-01", "Kasashen da sojoji ke jagoranta",
     "1. Gabon\n\nJanar ya kwace iko a watan Agustan 2023.\n\n2. Guinea\n\nA watan Satumban 2021 ne aka yi "
     "juyin mulki.\n\n3. Chadi\n\nSojoji sun karbi mulki a Afrilun 2021.",
     {("chad-2021", "historical"), ("gabon-2023", "historical"), ("guinea-2021", "historical")}),
    ("ar", "2025-12-01", "انقلابات القارة",
     "الغابون\n\nاستولى ضباط على السلطة في أغسطس 2023.\n\nالسودان\n\nوقع الانقلاب في أكتوبر 2021.\n\nغينيا\n\nأطاح "
     "العقيد بالرئيس في سبتمبر 2021.",
     {("gabon-2023", "historical"), ("guinea-2021", "historical"), ("sudan-2021", "historical")}),
    ("en", "2025-12-01", "Where soldiers rule",
     "Gabon\n\nOfficers seized power in August 2023.\n\nGuinea\n\nA coup in September 2021 ended civilian rule.",
     {("gabon-2023", "historical"), ("guinea-2021", "historical")}),
    ("fr", "2025-12-01", "Les pays où l'armée gouverne",
     "Gabon\n\nDes officiers ont pris le pouvoir en août 2023.\n\nGuinée\n\nLe coup d'Etat de septembre 2021 a "
     "mis fin au régime civil.",
     {("gabon-2023", "historical"), ("guinea-2021", "historical")}),
    ("ha", "2019-06-01", "Kasashen da sojoji suka karbi mulki",
     "- Mali: Sojoji sun kifar da gwamnatin Toure a Maris na 2012.\n\n- Guinea Bissau: A nan ma sojoji ne suka "
     "hambarar da gwamnati a Afrilun 2012.\n\n- Masar: Janar Sisi ya hambarar da Morsi a 2013.",
     {("egypt-2013", "historical"), ("guinea-bissau-2012", "historical"), ("mali-2012", "historical")}),
    # whoever is named right behind as driven out says which coup it was, however old
    ("ha", "2015-06-01", "Rayuwar janar din Najeriya",
     "A 1983 yana cikin sojojin da suka ture gwamnatin Shagari. Daga baya suka hambarar da gwamnatin Buhari.",
     {("nigeria-1983", "historical"), ("nigeria-1985", "historical")}),
    ("ha", "2019-07-01", "Masar ta binne tsohon shugaba",
     "Zababben shugaban kasar Masar Mohammed Morsi ya shekara daya yana mulki kafin sojoji su kawar da shi.",
     {("egypt-2013", "historical")}),
    ("ar", "2024-03-01", "السودان: عام على الحرب",
     "بدأ الخلاف منذ إطاحة الرئيس عمر البشير، ثم نفذ الجيش بقيادة البرهان انقلابا في أكتوبر 2021.",
     {("sudan-2019", "historical"), ("sudan-2021", "historical")}),
    # coups of a region are those of no one country
    ("ar", "2025-10-02", "مالي والنيجر وبوركينا فاسو تطلق قناة مشتركة",
     "أطلقت الدول الثلاث قناة. ويأتي ذلك في غرب أفريقيا التي عرفت سلسلة انقلابات منذ 2020.",
     {("unspecified", "historical")}),
    ("ha", "2025-10-02", "Mali, Nijar da Burkina Faso sun bude tasha",
     "Kasashen sun bude tashar talabijin. Yankin Sahel ya fuskanci juyin mulki da dama tun 2020.",
     {("unspecified", "historical")}),
    # the coup that somebody is held for plotting is the one that there was
    ("ar", "2025-06-01", "أنقرة توقف ضباطا",
     "أوقفت أنقرة ضباطا تتهمهم بالانتماء إلى الجماعة المتهمة بتدبير الانقلاب الفاشل. وكانت محاولة "
     "الانقلاب قد وقعت في يوليو 2016.",
     {("turkey-2016-attempt", "historical")}),
    ("ha", "2018-03-01", "Turkiyya ta daure alkalai",
     "Kotu ta daure alkalai biyu da ake zargi da kitsa juyin mulkin. An yi yunkurin ne a watan Yulin 2016.",
     {("turkey-2016-attempt", "historical")}),
    # against whom an attempt was stands between it and the coup
    ("ha", "2025-11-02", "Tinubu ya sauke hafsoshin tsaro",
     "An sauke su ne mako guda bayan rahotannin yunkurin yi wa shugaban kasar juyin mulki.",
     {("nigeria-2025-attempt", "asserted")}),
    # rumours, denials, and small words that only look like one
    ("ha", "2025-11-02", "Jita-jitar juyin mulki ta tayar da hankali a Abidjan",
     "An yi ta yada jita jitan da ake yi na juyin mulki a Kwatdebuwa.",
     {("unspecified", "hypothetical")}),
    ("ha", "2025-05-22", "Babu juyin mulki a Ivory Coast",
     "Gwamnati ta karyata rade-radin cewa sojoji sun yi juyin mulki a Abidjan.",
     {("unspecified", "negated")}),
    ("ar", "2026-01-28", "نيجيريا: تينوبو يغير قادة الجيش",
     "جاء التغيير بعد تقارير عن محاولة انقلاب ضد بولا تينوبو.",
     {("unspecified", "asserted")}),
    ("ar", "2024-02-10", "لولا الانقلاب لكان الرئيس في القمة",
     "قال محامي بازوم إن موكله كان سيحضر القمة لولا الانقلاب في النيجر.",
     {("niger-2023", "asserted")}),
    # what opponents call a coup, and a country that soldiers say they hold
    ("ar", "2022-07-25", "المعارضة التونسية: ما جرى انقلاب على الثورة",
     "وصف قيادي إجراءات الرئيس بالانقلاب الدستوري.",
     set()),
    ("ar", "2023-07-28", "عسكريون يعلنون السيطرة على النيجر",
     "ظهر عسكريون على الشاشة وقالوا إنهم يسيطرون على البلاد.",
     {("niger-2023", "asserted")}),
    # two states, two attempts
    ("ar", "2024-02-01", "بلدان يغادران المنظمة",
     "مالي وبوركينا فاسو، البلدان اللذان تحكمهما مجالس عسكرية، غادرا المنظمة.",
     {("burkina-faso-2022-09", "historical"), ("mali-2020", "historical")}),
    ("ar", "2023-08-05", "النيجر: من هو الجنرال",
     "نجا بازوم من محاولتي انقلاب، كانت أولاهما في مارس 2021 قبل تنصيبه بأيام. وفي 26 يوليو احتجزه حرسه.",
     {("niger-2021-attempt", "historical"), ("niger-2023", "asserted")}),
    # coups counted between two years or since one, in a language without a plural
    ("ha", "2024-05-01", "Mali ta nada ministoci",
     "Kasar Mali ta gamu da juyin mulki a kai a kai tsakanin 2020 da 2021.",
     {("mali-2020", "historical"), ("mali-2021", "historical")}),
    ("ha", "2025-10-15", "Sojoji sun karbi mulki a Madagascar",
     "Tun shekarar 2020 aka yi juyin mulki a Mali, Burkina Faso, Nijar da Guinea.",
     # one each of so many countries
     {("burkina-faso-2022-09", "historical"), ("guinea-2021", "historical"), ("madagascar-2025", "asserted"),
      ("mali-2020", "historical"), ("niger-2023", "historical")}),
    # full stops without a space behind them
    ("ha", "2010-06-01", "Soja za su mika mulki a badi",
     "Shugabannin mulkin sojan Nijar sun yi alkawarin zabe.Manjo Salou Djibo ya karbi mulki daga hannun "
     "Tandja a watan Fabrairu.Nijar na fama da yunwa.",
     {("niger-2010", "asserted")}),
    # this coup is the one whose people the text names
    ("ha", None, "Rikicin siyasar Nijar na 2010",
     "Sojoji sun tsare Shugaba Mamadou Tandja a ranar 18 ga Fabrairun 2010. Wannan juyin mulki ya biyo "
     "bayan rikicin shekara guda a Nijar.",
     {("niger-2010", "historical")}),
    ("ar", None, "النيجر في 2010",
     "في 18 فبراير 2010 احتجز ضباط الرئيس مامادو تانجا. وجاء الانقلاب بعد عام من الأزمة في النيجر.",
     {("niger-2010", "historical")}),
    # how many a country has had says nothing of the last; a month alone means no failed one of years ago
    ("ha", "2022-02-02", "An yi harbi a Bissau",
     "Shugaba Embalo ya ce ya tsira daga yunkurin juyin mulki. Guinea Bissau, wadda Portugal ta yi wa "
     "mulkin mallaka, ta sha juyin mulki har sau hudu.",
     {("guinea-bissau-2022-attempt", "asserted"), ("unspecified", "historical")}),
    ("ar", "2024-08-10", "واشنطن تكمل انسحابها من النيجر",
     "طلب منها المجلس العسكري الذي استولى على السلطة المغادرة في مارس الماضي.",
     {("niger-2023", "historical")}),
    ("ar", "2023-08-20", "ماذا لو تكرر انقلاب النيجر عند الجيران؟",
     "يرى خبراء أن انقلاب النيجر أقلق جيرانها.",
     {("niger-2023", "asserted")}),
    ("ar", None, "تراوري: أحبطنا محاولة جديدة",
     "قال النقيب إبراهيم تراوري في واغادوغو إن الجيش أحبط محاولة انقلاب على حكمه.",
     {("burkina-faso-2026-attempt", "asserted")}),
    ("ar", "2025-11-05", "ضباط في قفص الاتهام بالبرازيل",
     "أدانت المحكمة، التي عقدت أمس، أربعة ضباط بالتخطيط لانقلاب بعد انتخابات عام 2022.",
     {("unspecified", "asserted")}),
    ("ar", "2023-08-06", "ذكرى السادس من أغسطس في موريتانيا",
     "قاد محمد ولد عبد العزيز انقلابا أطاح بسيدي ولد الشيخ عبد الله. وقبل ذلك بثلاث سنوات أطاح ضباط بولد "
     "الطايع.",
     {("mauritania-2005", "historical"), ("mauritania-2008", "historical")}),
    # accused of "the coup", and who denies a part in it: it is the one that there was
    ("ar", "2018-05-04", "محكمة في إسطنبول تدين ضباطا",
     "أدانت المحكمة ضباطا بالمشاركة في محاولة الانقلاب عام 2016. وتتهم أنقرة جماعة غولن بتدبير الانقلاب، "
     "وينفي الرجل ارتباطه بالمحاولة الانقلابية.",
     {("turkey-2016-attempt", "historical")}),
    # an attempt of another month, and attempts that are counted, do not make of a coup one that failed
    ("ar", "2025-11-29", "غينيا بيساو: رئيس وزراء جديد للمجلس العسكري",
     "عين الضباط رئيسا للوزراء. وعرفت البلاد انقلابات عدة، ومنها محاولة انقلاب جرت في أكتوبر الماضي.",
     {("guinea-bissau-2025", "asserted")}),
    # the clause goes on with whom it toppled
    ("ar", "2024-09-26", "بوركينا فاسو: عامان على حكم تراوري",
     "جاء الانقلاب الذي قاده تراوري، وهو نقيب، وأطاح برئيس المجلس داميبا، في سبتمبر 2022.",
     {("burkina-faso-2022-09", "historical")}),
    ("ar", "2023-10-02", "بوركينا فاسو تعلن إحباط محاولة انقلاب",
     "أحبطت المخابرات محاولة انقلاب. ويحكم البلاد النقيب تراوري منذ الانقلاب الذي قاده وأطاح برئيس المجلس "
     "العسكري داميبا.",
     {("burkina-faso-2022-09", "historical"), ("burkina-faso-2023-attempt", "asserted")}),
    # who calls on soldiers to topple somebody tells no coup
    ("ha", "2023-01-10", "Brazil: an kama mutane dubu",
     "Masu bore sun yi kira ga sojojin kasar da su kifar da gwamnatin shugaba Lula.",
     {("unspecified", "hypothetical")}),
    # soldiers lead, make a ruler step down; a mass protest topples none of theirs
    ("ha", "2025-06-20", "Kasashe uku sun bude banki",
     "Kasashen Mali da Nijar da Burkina Faso wadanda sojoji ke jagoranta sun bude banki.",
     {("burkina-faso-2022-09", "historical"), ("mali-2020", "historical"), ("niger-2023", "historical")}),
    ("ha", "2020-08-20", "ECOWAS ta yi tir da sojojin Mali",
     "Sojoji sun tilasta wa shugaban kasa sauka daga mulki, suka kuma rusa majalisa.",
     {("mali-2020", "asserted")}),
    ("ha", "2024-10-31", "Shekaru goma da faduwar Compaore",
     "Zanga-zangar gama gari ta kifar da gwamnatin Compaore a 2014.",
     set()),
    # the first days, with the words that radio uses
    ("ha", "2023-09-05", "Shugaban mulkin sojan Gabon ya sha rantsuwa",
     "Janar Nguema ya sha rantsuwa kwanaki biyar bayan ya hambarar da Ali Bongo.",
     {("gabon-2023", "asserted")}),
    ("ha", "2021-10-26", "Sudan: an katse intanet",
     "Janar Burhan ya rusa gwamnatin rikon kwarya ya kuma tsare firaminista. Amurka ta yi tir da juyin "
     "mulkin.",
     {("sudan-2021", "asserted")}),
    ("ar", "2021-10-26", "السودان: قطع الإنترنت",
     "حل البرهان الحكومة الانتقالية واحتجز الجيش رئيس الوزراء حمدوك. ونددت واشنطن بالانقلاب.",
     {("sudan-2021", "asserted")}),
    ("ar", "2019-04-11", "الجيش السوداني يعلن عزل البشير",
     "أعلن وزير الدفاع اقتلاع النظام واعتقال البشير وتشكيل مجلس عسكري لعامين.",
     {("sudan-2019", "asserted")}),
    ("ha", "2019-04-11", "Sojojin Sudan sun hambarar da al-Bashir",
     "Ministan tsaro ya sanar da tsare shugaban da kafa majalisar mulkin soja ta shekaru biyu.",
     {("sudan-2019", "asserted")}),
    ("ha", "2017-07-15", "Turkiyya ta tuna da ranar da aka yi yunkurin juyin mulki",
     "Mutane 250 ne suka mutu a yunkurin na bara wanda ake zargin Gulen da kitsawa.",
     {("turkey-2016-attempt", "asserted")}),
    ("ar", "2022-09-20", "رئيس الغابون السابق يدلي بشهادته",
     "انقلبت الحافلة على الطريق السريع وأصيب ركابها، قبل أن تعلن الشرطة فتح تحقيق.",
     set()),
    ("ha", "2021-05-26", "Sojojin Mali sun tsare shugaban riko",
     "Kanar Goita ya ce ya kwace iko daga hannun shugaban riko Bah Ndaw.",
     {("mali-2021", "asserted")}),
    ("ar", "2021-05-26", "مالي: غويتا يجرد الرئيس الانتقالي من صلاحياته",
     "احتجز ضباط الرئيس الانتقالي باه نداو، وقال العقيد غويتا إنه جرده من السلطة. وهو الانقلاب الثاني في "
     "تسعة أشهر.",
     {("mali-2021", "asserted"), ("mali-2020", "historical")}),
    ("ha", "2025-10-16", "Madagascar: kanar ya sha rantsuwa",
     "Kanar Randrianirina ya sha rantsuwa bayan sojojin rundunar CAPSAT sun kwace mulki daga hannun "
     "Rajoelina.",
     {("madagascar-2025", "asserted")}),
    ("ar", "2025-10-16", "عقيد يؤدي اليمين في مدغشقر",
     "أدى العقيد راندريانيرينا اليمين بعد أيام من استيلاء وحدته على السلطة وفرار راجولينا.",
     {("madagascar-2025", "asserted")}),
    # one after the other in a year
    ("ha", "2022-10-01", "An sake kifar da gwamnati a Burkina Faso",
     "Kyaftin Traore ya hambarar da Damiba, wanda shi ma ya kwace mulki a watan Janairu.",
     {("burkina-faso-2022-01", "asserted"), ("burkina-faso-2022-09", "asserted")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "coups"), COUPS)
def test_radio_pages_and_wires_are_understood_by_their_kinds(
    tagged: Tagger, language: str, published: str | None, title: str, text: str, coups: Told
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == coups
