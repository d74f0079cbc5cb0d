"""The years in a folded text, and which of them can date a coup."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.fold import fold_name

_DIGITS: Final = frozenset(b"0123456789")
_DIGITS_OR_S: Final = frozenset(b"0123456789s")
_YEARS_19 = re.compile(rb"19[0-9][0-9]")
_YEARS_20 = re.compile(rb"20[0-4][0-9]")

# As Arabic papers from Egypt to the Maghreb name them: منذ سبتمبر 2022
_ARABIC_MONTHS: Final = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)
_MONTH: Final = (
    rb"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    rb"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
# Before a year that dates no coup: since 2020, since April 2021, elected in 2021, an accord of 2012, les années 2010.
_SINCE = re.compile(
    rb"(?:^|[ (\x01\x02])(?:annees|since|since the|depuis|depuis l annee|tun|tun daga|from|before|until|between|"
    rb"between (?:19|20)[0-9][0-9] and|entre|entre (?:19|20)[0-9][0-9] et|from (?:19|20)[0-9][0-9] to|"
    rb"(?:since|(?:re-)?elected in|office in|power from|depuis|elue? en) (?:(?:early|late|mid|debut|fin) )?"
    + _MONTH
    + rb"|(?:re-)?elected (?:[a-z]+ )?in|born in|accord of|agreement of|office in|founded in|signed in|"
    rb"elue? (?:[a-z]+ )?en|nee? en|signee? en|fondee? en|"
    # une loi de 2015, l'accord militaire de mars 2012, des élections prévues en février 2022
    rb"(?:accords?|lois?|textes?|constitution|charte|code|decret|ordonnance|traite|elections?|presidentielle|scrutin|prevue?s?)"
    rb"(?: (?!par |apres )[a-z]+)? (?:de|en|pour)(?: " + _MONTH + rb")?|"
    rb"(?:independence|liberty) (?:from (?:[a-z]+ ){1,2})?in|independance (?:[a-z]+ )?en|"
    rb"(?:(?:tun|tun daga|tun a|har zuwa|har|zuwa|daga|kafin|tsakanin|har zuwa a|zaben|zaben na|zabe a|zabe shi a|"
    rb"zabi shi a|"
    rb"zabe ta a|zabensa a|rantsuwa a|haife shi a|haifi shi a|haifuwa a|kafa ta a|kafa shi a|kulla a|yarjejeniyar|"
    rb"kundin tsarin mulkin|"
    rb"yancin kai (?:daga [a-z]+ )?a|yancin kai (?:daga hannun [a-z]+ )?a|yancin kanta a|yancin kan ta a)"
    rb"(?: (?:cikin |watan [a-z]+ )?(?:shekarar|shekara|shekarun)(?: ta| na)?)?)|"
    + fold_name("منذ")
    + rb"(?: (?:"
    + b"|".join(map(fold_name, ("عام", "العام", *_ARABIC_MONTHS)))
    + rb"))?|"
    + b"|".join(map(fold_name, ("انتخب عام", "انتخب في", "المنتخب عام", "المنتخب في", "انتخابه عام", "المبرم عام")))
    + rb"|"
    + b"|".join(map(fold_name, ("انتخابات", "انتخابات عام", "الانتخابات عام", "الرئاسية عام", "اقتراع")))
    + rb") $"
)
# Behind a year that dates something after all: not since 1966, when Nkrumah was toppled.
_THEN = re.compile(
    rb",? (?:when|lorsque|quand|lokacin da|a lokacin da|"
    rb"(?:in|by|through|after|following) an? (?:military )?(?:coup|putsch)|(?:par|a la suite d|a la faveur d|"
    rb"apres) un (?:coup|putsch)|"
    rb"(?:sakamakon|ta hanyar|bayan|a|cikin) (?:wani )?juyin mulki|"
    rb"bayan (?:karbar|karbe|kwace|kwatar|hambarar da|kifar da))(?: |$|[,.])"
)
# So far before a year such words begin.
_SINCE_REACH: Final = 56


def years_of(key: bytes) -> list[tuple[int, int]]:
    """Places and values of the numbers that are years, in order."""
    found = [(m.start(), int(m.group())) for pattern in (_YEARS_19, _YEARS_20) for m in pattern.finditer(key)]
    # no year is within a longer number, and the 1990s are none
    return sorted((at, year) for at, year in found if key[at - 1] not in _DIGITS and key[at + 4] not in _DIGITS_OR_S)


def dates_a_coup(key: bytes, at: int) -> bool:
    """Can the year at this place date one: is it not said to be since or before it, or an election's, a treaty's?"""
    return not _SINCE.search(key, max(0, at - _SINCE_REACH), at) or _THEN.match(key, at + 4) is not None
