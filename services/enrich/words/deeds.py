"""Words of what is done in a coup, as patterns: how power is taken, where a ruler is not held, what a plot is for. As
with services/enrich/words/shapes.py, they are searched only around what was found, and the words are the cue files'."""

from __future__ import annotations

from dataclasses import dataclass

from services.enrich.words.shapes import Pattern, Shapes, shape


@dataclass(frozen=True, slots=True)
class Deeds(Shapes):
    """What each says is told beside its role in schemas/small_words.py."""

    control: Pattern = shape(rb"{WORD}({control})(?: {control-of})?$")
    control_of: Pattern = shape(rb" {control-of} ")
    over: Pattern = shape(rb"{over}")
    # its doer may stand between: استولى العميد عمر البشير على السلطة
    takes: Pattern = shape(rb"(?:^|[ \x01\x02])({AND}{takes})(?: {TOKEN}){0,6} $")
    takes_office: Pattern = shape(rb" {takes-office} $")
    # kasashen da suka kwace mulki daga hannun farar hula
    from_civilians: Pattern = shape(rb" {from-civilians}{ENDS}")
    border: Pattern = shape(rb"{WORD}{border}{ENDS}")
    plane: Pattern = shape(rb"{WORD}{plane}{ENDS}")
    prison: Pattern = shape(rb" {prison}{ENDS}")
    who_are: Pattern = shape(rb" {who-are} $")
    purpose: Pattern = shape(rb"^,?(?: {purpose}){1,3} $")
    purpose_far: Pattern = shape(rb"^[^.;\x01]* {purpose-far} $")
    self_coup: Pattern = shape(rb"{self-coup}")
    having: Pattern = shape(rb" {having} $")
    tried: Pattern = shape(rb"{tried}")
    # they consider the situation in Niger as an attempted coup
    what_happened: Pattern = shape(rb"{WORD}{AND}{what-happened}(?: {TOKEN}){0,9} $")
    tried_another: Pattern = shape(rb"{WORD}{AND}{tried-another}{ENDS}")
    tried_alone: Pattern = shape(rb"{WORD}{AND}{tried-alone}{ENDS}")
    # but not: another attempt at talks
    tried_again: Pattern = shape(rb"{WORD}{AND}{tried-again}(?= ?[,.;:)\x01\x02]| [0-9]|$)")
    tried_seat: Pattern = shape(rb"{WORD}{AND}{tried-seat}{ENDS}")
    say_foiled: Pattern = shape(rb"{WORD}{say-foiled}{ENDS}")
    foiled: Pattern = shape(rb"{WORD}{AND}{foiled}{ENDS}")
    old_case: Pattern = shape(rb"{WORD}{AND}(?:{LI}|{BI})?{AL}?{old-case}{ENDS}")
    tries: Pattern = shape(rb" {tries} $")
    wanted: Pattern = shape(rb"{BEGINS}{BI}?{wanted} \"?$")
    in_order_to: Pattern = shape(rb"{BEGINS}{in-order-to} $")
    # met fin au mandat de sa mission
    of_a_body: Pattern = shape(rb" {body-of} {body}")
    # his escape, a "plan to destabilise the country"; مخططا لزعزعة استقرار البلاد
    unsettle: Pattern = shape(rb"{unsettle}")
    escape: Pattern = shape(rb"{WORD}{AND}(?:{LI}|{BI})?{AL}?{escape}{ENDS}")
    # got rid of the government; sent that cabinet home
    swept: Pattern = shape(rb"{WORD}({AND}(?:{swept}|{sent}(?: {TOKEN}){1,4}? {sent-off})){ENDS}")
    swept_whom: Pattern = shape(rb"{WORD}{AL}?{swept-whom}{ENDS}")
    # alarmed by efforts to overthrow the democratically elected government
    elected: Pattern = shape(rb"{WORD}{AL}?{elected}{ENDS}")
    efforts: Pattern = shape(rb"{WORD}(?:{AND}(?:{LI}|{BI})?{AL}?){efforts}{ENDS}")
    # Niger, whose elected government was overthrown
    whose_fell: Pattern = shape(rb",? {whose-fell}(?: {TOKEN}){0,5} $")
    # the soldiers of 1996; لعسكريي عام 1996
    men_of: Pattern = shape(rb"{WORD}(?:{LI}|{BI})?({men-of}) $")

