"""Words that say when, as patterns: what stands before a year that dates no coup, how long ago, of what month. As with
services/enrich/words/shapes.py, they are searched only around what was found, and the words are the cue files'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.enrich.words.shapes import Pattern, Shapes, shape

_MONTH: Final = rb"(?:{month}|{entry-month})"
# a second name of it may stand behind: يوليو/تموز
_SECOND_NAME: Final = rb"(?: ?[/(] ?" + _MONTH + rb"\)?)?"
_NAMES: Final = _MONTH + _SECOND_NAME
_DAY: Final = rb"[0-3]?[0-9]"
_ORDINAL: Final = rb"(?:er|st|nd|rd|th)?"
_OPENS: Final = rb"[^a-z0-9\x80-\xff]{0,4}(?:{entry-opens} )?(?:{entry-weekday},? )?"
_OF: Final = rb"(?:{entry-of} )?"


@dataclass(frozen=True, slots=True)
class Times(Shapes):
    """What each says is told beside its role in schemas/small_words.py."""

    # since April 2021, elected in 2021, une loi de 2015, tun shekarar 2020
    since: Pattern = shape(
        rb"(?:^|[ (\x01\x02])(?:{open:before-year}|{open:since-year}(?: {open:of-the-year})?"
        rb"|{since-month} {open:of-the-month}|{treaty} {open:treaty-of}) $"
    )
    # on 22 March officers staged a coup
    made_it: Pattern = shape(rb"{CLAUSE}{AND}{made-it}(?: {TOKEN}){0,2} $")
    # not since 1966, when Nkrumah was toppled
    then: Pattern = shape(rb",? {then-coup}(?: |$|[,.])")
    # منذ أزيد من سنة، منذ عامين; but not: منذ عام 2021
    since_years: Pattern = shape(
        rb"{years-since} (?:{more-than} )?{a-year}(?= *[,.;)\x01\x02]| (?!(?:19|20)[0-9]))"
    )
    # detained for a year and a half; for more than two years he has been held
    held_long: Pattern = shape(
        rb"{WORD}{AL}?(?:{held-long}(?: {TOKEN}){0,7} {long-time}|{long-time},?(?: {TOKEN}){0,6} {held-long}){ENDS}"
    )
    # elected in 2011, a year after a coup
    a_year_after: Pattern = shape(rb"{WORD}{a-year-after} (?:{TOKEN} ){0,2}$")
    years_after: Pattern = shape(
        rb"{WORD}(?:{TOKEN} (?:{years-after}) |{after-years} (?:{TOKEN} ){2,3})(?:{TOKEN} ){0,2}$"
    )
    # the coup of 1990; the coup in May 1999, on 15 April 1974
    its_year: Pattern = shape(rb"(?: {tail})?(?: {of-year}| {month}| [0-3]?[0-9]){0,4} ({YEAR})(?![0-9])")
    # the 1976 Sudanese coup attempt; but not: in 2011 the coup leaders
    year_before: Pattern = shape(rb"{CLAUSE}({YEAR}) (?:(?!{the} )[a-z]+ ){0,2}$")
    # early last year; au début de 2022; في مطلع عام 2022
    early: Pattern = shape(rb"{WORD}{AND}{early}(?: {in-a-year})? (?:({YEAR})|{a-past-year})(?![a-z0-9\x80-\xff])")
    late: Pattern = shape(rb"{WORD}{AND}{late}(?: {in-a-year})? (?:({YEAR})|{a-past-year})(?![a-z0-9\x80-\xff])")
    # at the end of July
    part_of_month: Pattern = shape(rb"{BEGINS}{AND}{part-of-month} $")
    month_past: Pattern = shape(rb" {month-past}")
    last: Pattern = shape(rb"{last} $")
    last_behind: Pattern = shape(rb" {last-behind}")
    # a coup four years ago; il y a quatre ans
    ago: Pattern = shape(rb" (?:{ago}\b|{ago-before} )")
    rose: Pattern = shape(rb"{WORD}(?:{came-to-power}|{carried} [a-z0-9\x80-\xff]+ {to-power}){ENDS}")
    depose: Pattern = shape(rb"{depose}")
    coup_word: Pattern = shape(rb"{coup-word}")
    mutiny: Pattern = shape(rb"{mutiny}")
    # Le 3 août, … | July 26: … | ranar 26 ga Yuli | Le 7, …
    entry: Pattern = shape(
        _OPENS + rb"(?:(?P<day>" + _DAY + rb")" + _ORDINAL + rb" " + _OF + rb"(?P<month>" + _MONTH + rb")"
        + _SECOND_NAME + rb"{ENDS}|(?P<first>" + _MONTH + rb") (?P<second>" + _DAY + rb")" + _ORDINAL
        + rb"(?![a-z0-9])|(?<=[a-z\x80-\xff] )(?P<alone>" + _DAY + rb")" + _ORDINAL + rb" ?[,:])"
    )
    # 3-24 septembre 2023 - Niger | July 26-30: … | 26 juillet-3 août :
    span_of_days: Pattern = shape(
        rb"(?:" + _DAY + rb"(?: " + _NAMES + rb")?(?: {YEAR})? (?:\x02 ?)?" + _DAY + rb" " + _OF + _NAMES
        + rb"|" + _NAMES + rb" " + _DAY + rb" (?:\x02 ?)?(?:" + _NAMES + rb" )?" + _DAY
        + rb")(?:,? {YEAR})? ?[:\x02|]"
    )
    # he was born on 1 January 1960
    born: Pattern = shape(rb"{WORD}{AND}{AL}?{born}(?: {TOKEN}){0,2} ?$")
    # on 18 May 2015; le 18 mai 2015; 18 ga watan Mayu, 2015
    full_date: Pattern = shape(
        rb"(?<![a-z0-9])(?:" + _DAY + _ORDINAL + rb" " + _OF + _NAMES + rb"|" + _NAMES + rb" " + _DAY + _ORDINAL
        + rb"),? (?:{of-year} )?({YEAR})(?![0-9])"
    )
    # two days before his inauguration; avant même qu'il ne prête serment
    before_oath: Pattern = shape(rb"{WORD}{AND}{ere}(?: {TOKEN}){0,4} {oath}{ENDS}")
