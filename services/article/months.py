"""Names of months, weekdays and zones, and the words that stand around a date."""

from __future__ import annotations

import unicodedata

from services.article.words import words

# Hausa's hooks, Turkish's dotless i, Persian letters that Arabic keyboards give too; without the stretching tatweel.
_HOOKED = str.maketrans("ɓɗƙƴıڤیک", "bdkyiفيك", "ـ")


def fold(text: str) -> str:
    """Lower case without accents, vowel marks, hamza and hooks, so that one spelling per name is enough."""
    lowered = text.lower().translate(_HOOKED)
    if lowered.isascii():
        return lowered
    return "".join(char for char in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(char))


# By number, January first. Abbreviations that mean another month, or a word, in a sister language are left out ("jui").
_MONTHS = (
    # English; French; Spanish; Portuguese; German; Italian; Dutch; Swahili; Turkish; Gulf and Egyptian,
    # Levantine, Maghrebi Arabic
    "january jan janvier janv enero ene janeiro januar gennaio gen januari ocak يناير جانفي كانونالثاني",
    "february feb febr fevrier fevr fev febrero fevereiro februar febbraio februari subat فبراير فيفري شباط",
    "march mar mars marzo março marz maart machi mart مارس آذار",
    "april apr avril avr abril abr aprile aprili nisan أبريل أفريل نيسان",
    "may mai mayo maio maggio mag mei mayis مايو ماي أيار",
    "june jun juin junio junho juni giugno giu haziran يونيو يونيه جوان حزيران",
    "july jul juillet juil juill julio julho juli luglio lug julai temmuz يوليو يوليه يوليوز جويلية تموز",
    "august aug aout aou agosto ago augustus agosti agustos أغسطس غشت أوت آب",
    "september sep sept septembre septiembre setembro set settembre septemba eylul سبتمبر سيبتمبر شتنبر أيلول",
    "october oct octobre octubre outubro out oktober okt ottobre ott ekim أكتوبر تشرينالأول",
    "november nov novembre noviembre novembro novemba kasim نوفمبر نونبر تشرينالثاني",
    "december dec decembre diciembre dic dezembro dez dezember dicembre desemba aralik ديسمبر دجنبر كانونالأول",
)
MONTHS = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
# Hausa has no one spelling of what it took from English.
_HAUSA = (
    "janairu janeru", "fabrairu fabarairu faburairu febrairu febarairu", "maris", "afrilu afirilu aprilu afrelu",
    "mayu", "yuni", "yuli", "agusta ogusta ogasta augusta", "satumba satunba saftamba septamba",
    "oktoba okutoba octoba aktoba", "nuwamba nuwanba nowamba novamba", "disamba disemba dizamba disanba",
)
# "26 Yulin 2023": so it ends before another word
MONTHS |= {
    f"{name}{end}": number for number, names in enumerate(_HAUSA, 1) for name in names.split() for end in ("", "n")
}
MONTHS |= {"fab": 2, "afi": 4, "afr": 4, "yun": 6, "yul": 7, "agu": 8, "nuw": 11, "dis": 12}  # cut short

# Two words in Arabic; written as one above. Folded: without hamza.
_TWO_WORDS = tuple(
    (f"{first} {article}{second}", f"{first}ال{second}")
    for first in ("كانون", "تشرين") for second in ("ثاني", "اول") for article in ("ال", "")
)


def join_names(folded: str) -> str:
    """Month names of two words as one word."""
    for apart, joined in _TWO_WORDS:
        folded = folded.replace(apart, joined)
    return folded


# "mar." is Tuesday in French and Spanish; with another month beside it, it is that.
ALSO_WEEKDAYS = words("mar")
# Without meaning for the date: weekdays, prepositions, labels. Any other word makes a date unreadable, because it might
# be "ago", "before" or a calendar that is not ours.
FILLERS = frozenset(
    fold(word)
    for word in words(
        """
        t at on of the th st nd rd er ere eme o a as in by am pm de del di du le la les el em um den der om ga da ta na
        ranar rana watan shekarar shekara karfe misalin ya agogon agogo safe
        first last issued modified
        published posted updated date time local locale heure heures hrs hr uhr min publie publiee mis mise jour modifie
        modifiee paris h
        monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun
        lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
        litinin talata talatar laraba larabar alhamis juma jumaa jumma jumu asabar lahadi lahadin
        lit tal lar alh jum asa lah
        lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom segunda terca quarta quinta sexta feira
        seg ter qua qui sex sab
        montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
        lunedi martedi mercoledi giovedi venerdi sabato domenica
        temps coordonne
        يوم الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الاحد
        اثنين إثنين ثلاثاء أربعاء خميس جمعة سبت أحد في من بتاريخ تاريخ الساعة عند نشر نشرت
        تم النشر آخر تحديث بتوقيت توقيت عام سنة شهر الموافق ل م المحلي المكرمة
        ist ast
        """
    )
)

# Minutes east of Greenwich. Abbreviations with two usual meanings hours apart (IST, AST) are no zone at all; CST is
# America's, as RFC 2822 has it.
_ZONES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "tu", "wet", "universel", "universal", "greenwich"), 0),
    **dict.fromkeys(("غرينتش", "جرينتش", "غرينيتش"), 0),
    **dict.fromkeys(("wat", "cet", "met", "bst", "west", "niamey", "lagos", "abuja", "niger", "nijar", "najeriya"), 60),
    **dict.fromkeys(("نيامي", "النيجر", "الجزائر", "تونس"), 60),
    **dict.fromkeys(("cat", "cest", "mest", "eet", "sast", "wast"), 120),
    **dict.fromkeys(("eat", "eest", "msk", "trt", "مكة", "الرياض"), 180),
    "zulu": 0, "cvt": -60, "brt": -180, "art": -180, "akdt": -480, "akst": -540, "hst": -600,
    "irst": 210, "mut": 240, "npt": 345, "wib": 420, "wita": 480, "wit": 540, "awst": 480, "acst": 570, "acdt": 630,
    "nzst": 720, "nzdt": 780,
    "gst": 240, "pkt": 300, "hkt": 480, "sgt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
    "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
}
ZONES = {fold(name): minutes for name, minutes in _ZONES.items()}
