"""Words that say whose a coup was, as patterns: who made it, whom it drove out, and that he was something once. As with
services/enrich/words/shapes.py, they are searched only around what was found, and the words are the cue files'."""

from __future__ import annotations

from dataclasses import dataclass

from services.enrich.words.shapes import Pattern, Shapes, shape


@dataclass(frozen=True, slots=True)
class Whose(Shapes):
    """What each says is told beside its role in schemas/small_words.py."""

    rank: Pattern = shape(rb"^ ?(?:{rank}\.? ?){0,4}$")
    # but "Doumbouya a renversé Condé" is what he did
    suffered: Pattern = shape(rb"^ ?(?:(?:{has} ){0,2}{been})? ?$")
    # ba za ta yi wa gwamnatin Tinubu juyin mulki ba
    done_against: Pattern = shape(rb" {done-against}(?: {TOKEN}){0,4} $")
    done_to: Pattern = shape(rb" {done-to}$")
    done_to_one: Pattern = shape(rb" {done-to-one}(?: |[,.;:)]|$)")
    makers: Pattern = shape(rb"{makers}")
    himself: Pattern = shape(rb"{BEGINS}{himself}(?: |$)")
    # the military regime led by General Bare Mainassara
    led_by: Pattern = shape(rb"^(?: {led-by}|.{0,130} {at-its-head})(?: (?!{kin}\b)[a-z]+\.?){0,3} $")
    led: Pattern = shape(rb" {led}$")
    against: Pattern = shape(rb"(?: {TOKEN}){0,3} {against} ")
    former: Pattern = shape(rb"{BEGINS}{former} (?:[a-z]+ )?$")
    # Damiba est démis; Kaboré, renversé en janvier
    was: Pattern = shape(rb"(?:, | {was} )$")
    # Bashir ousted by the army
    by_whom: Pattern = shape(rb" {by-whom} ")
    his_fall: Pattern = shape(rb"{his-fall}$")
    died: Pattern = shape(rb"{BEGINS}{AND}{died}(?: [^ .\x01\x02]+){0,6} $")
    slain: Pattern = shape(rb"{WORD}{AND}({slain}){ENDS}")
    # toppled his predecessor and was then killed: ثم قتل
    slain_then: Pattern = shape(rb"{BEGINS}{slain-then} (?:[a-z]+ ){0,2}$")
    slain_by: Pattern = shape(rb"{WORD}{slain-by}{ENDS}")
    # we are no putschists; refuse to be called "putschists"
    we_are_no: Pattern = shape(rb"(?:^|[ \x01\x02\"]){AND}{we-are-no} \"?$")
    # after the death of President Déby; when rebels killed him
    on_his_death: Pattern = shape(rb"{CLAUSE}{AND}{on-his-death} (?:{rank}\.? ){0,4}$")
    # after President Déby's death; bayan da Déby ya mutu
    when_he: Pattern = shape(rb"{CLAUSE}{AND}{when-he} (?:{rank}\.? ){0,4}$")
    he_died: Pattern = shape(rb"(?:'? ?s)?(?: {TOKEN}){0,2} {he-died}{ENDS}")
    # the military ruler of that time, General Djibo; Djibo, alors chef de la junte
    titled: Pattern = shape(rb"{WORD}{titled}{ENDS}")
    title_before: Pattern = shape(rb"(?:[ ,]*(?:{rank}|{once-behind}|{title-of})\.?(?=[ ,]|$)){0,7}[ ,]*$")
    title_behind: Pattern = shape(rb"[ ,(]*(?:[ ,]*(?:{former}|{rank}|{title-of})(?=[ ,]|$)){0,5}[ ,]*$")
    # General Tiani and Captain Traoré, who all
    row_gap: Pattern = shape(
        rb"(?:[ ,(]*(?:{rank}|{title-of}|{they-all}|{years-and})\.?(?=[ ,)]|$)){0,8}[ ,)]*{AND}$"
    )
    # il a pris le pouvoir lors d'un putsch
    by_a_coup: Pattern = shape(rb"^(?: [^,;\x01\x02]{1,44})? {by-means}(?: {means-a}){0,2} ?$")
    once: Pattern = shape(rb"{WORD}{once} (?:[a-z]+ )?$")
    once_behind: Pattern = shape(rb"{once-behind}")
    # President Buhari, shugaban Najeriya Muhammadu Buhari
    title_gap: Pattern = shape(rb"^ (?:{TOKEN} )?$|^ (?:{TOKEN} ){0,2}{TOKEN}, $|^ {republic-of} {TOKEN} $")
    # Bazoum, president of Niger; Bazoum Mohammed, shugaban kasar Nijar
    rules_behind: Pattern = shape(rb",? {rules-behind} ")
    # ministan cikin gida Bazoum Mohamed
    served: Pattern = shape(rb"{WORD}{served}(?: {TOKEN}){0,2},? $")
    definite: Pattern = shape(rb"(?:^|[ (\"]){definite} (?:{first} )?$")
    that: Pattern = shape(rb"{CLAUSE}{that} $")
    first: Pattern = shape(rb" {first} (?:[a-z]+ )?$")

