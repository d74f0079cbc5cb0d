"""Small words beside a mention, as patterns. They stand in every sentence, so no automaton looks for them: only where a
mention hangs on one are the bytes around it searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.enrich.fold import fold_name

# The roles of schemas/cues.py that are kept out of the automata.
ROLES: Final = frozenset(
    {
        "talk", "any", "could", "could-be", "since", "unsure", "known", "known-behind", "they", "ever", "one-more",
        "beside", "if", "naming", "when", "elsewhere", "to-whom", "standing", "bygone", "grounds", "whole", "averted",
        "dismiss", "sacker", "sack-stop", "underling", "premier",
        "governs", "speaker", "first-person", "asks-what", "accounts", "goods", "held-up", "bears-on", "supplies",
        "sufferers", "suffer", "as-clause", "byline", "attack-feared", "attack-planned", "hired",
        "general-before", "general-behind", "essay", "essay-part", "label", "life",
        "what-said", "things", "things-said", "attack-on", "attack-then", "attack-us", "aim", "bid", "bid-to",
        "stage", "request", "never",
        "turn", "turn-of", "media", "untrue", "fake", "check", "asks", "experts", "unnamed", "unnamed-say",
        "selon", "needs", "touched", "carriers", "principle", "to-last", "muses",
        "checkers", "happens", "days", "matters", "expert", "to-foil",
        "some", "about", "takes-place", "carries-out", "whichever", "can-do", "no-denial", "and-done",
        "others-failed", "unwanted",
        "was-not", "no-point", "sham", "sham-behind", "what-drives", "behind-bars", "how-it-went",
        "accuse", "contagion", "own-country", "another", "that-new", "done-by", "done-one", "why",
        "penalty", "by-neighbours",
    }
)


# Before and behind a word that is no part of a longer one.
WORD: Final = rb"(?<![a-z\x80-\xff])"
ENDS: Final = rb"(?![a-z\x80-\xff])"


@dataclass(frozen=True, slots=True)
class Phrases:
    """What each says is told beside its role in schemas/cues.py."""

    talk: re.Pattern[bytes]
    any: re.Pattern[bytes]
    could_do: re.Pattern[bytes]
    since: re.Pattern[bytes]
    unsure: re.Pattern[bytes]
    known: re.Pattern[bytes]
    known_behind: re.Pattern[bytes]
    they: re.Pattern[bytes]
    ever: re.Pattern[bytes]
    one_more: re.Pattern[bytes]
    beside: re.Pattern[bytes]
    if_: re.Pattern[bytes]
    to_last: re.Pattern[bytes]
    muses: re.Pattern[bytes]
    checkers: re.Pattern[bytes]
    happens: re.Pattern[bytes]
    days: re.Pattern[bytes]
    expert: re.Pattern[bytes]
    to_foil: re.Pattern[bytes]
    matters: re.Pattern[bytes]
    naming: re.Pattern[bytes]
    when: re.Pattern[bytes]
    elsewhere: re.Pattern[bytes]
    own_country: re.Pattern[bytes]
    to_whom: re.Pattern[bytes]
    standing: re.Pattern[bytes]
    governs: re.Pattern[bytes]
    bygone: re.Pattern[bytes]
    grounds: re.Pattern[bytes]
    whole: re.Pattern[bytes]
    averted: re.Pattern[bytes]
    dismissed: re.Pattern[bytes]
    speaker: re.Pattern[bytes]
    first_person: re.Pattern[bytes]
    asks_what: re.Pattern[bytes]
    accounts: re.Pattern[bytes]
    suffers: re.Pattern[bytes]
    as_clause: re.Pattern[bytes]
    byline: re.Pattern[bytes]
    attack_feared: re.Pattern[bytes]
    attack_planned: re.Pattern[bytes]
    hired: re.Pattern[bytes]
    what_drives: re.Pattern[bytes]
    behind_bars: re.Pattern[bytes]
    how_it_went: re.Pattern[bytes]
    general_before: re.Pattern[bytes]
    general_behind: re.Pattern[bytes]
    essay: re.Pattern[bytes]
    label: re.Pattern[bytes]
    life: re.Pattern[bytes]
    tells_what: re.Pattern[bytes]
    things_said: re.Pattern[bytes]
    attack_on: re.Pattern[bytes]
    attack_then: re.Pattern[bytes]
    attack_us: re.Pattern[bytes]
    aim: re.Pattern[bytes]
    bid_to: re.Pattern[bytes]
    bid_to_stage: re.Pattern[bytes]
    request: re.Pattern[bytes]
    never: re.Pattern[bytes]
    checks: re.Pattern[bytes]
    asks: re.Pattern[bytes]
    experts: re.Pattern[bytes]
    selon: re.Pattern[bytes]
    unnamed: re.Pattern[bytes]
    needs: re.Pattern[bytes]
    touched: re.Pattern[bytes]
    carriers: re.Pattern[bytes]
    principle: re.Pattern[bytes]
    some: re.Pattern[bytes]
    about: re.Pattern[bytes]
    took_place: re.Pattern[bytes]
    can_do: re.Pattern[bytes]
    no_denial: re.Pattern[bytes]
    others_failed: re.Pattern[bytes]
    and_done: re.Pattern[bytes]
    unwanted: re.Pattern[bytes]
    was_not: re.Pattern[bytes]
    no_point: re.Pattern[bytes]
    sham: re.Pattern[bytes]
    sham_behind: re.Pattern[bytes]
    accuse: re.Pattern[bytes]
    contagion: re.Pattern[bytes]
    done_again: re.Pattern[bytes]
    why: re.Pattern[bytes]
    penalty: re.Pattern[bytes]
    neighbours: re.Pattern[bytes]


def compile_phrases(words: Mapping[str, Iterable[str]]) -> Phrases:
    """Patterns of the words of each role, `(a|b|)` and `~` spelt out before; a role without words never matches."""
    of = {role: either(words.get(role, ())) for role in ROLES}
    begins = rb"(?:^| )"
    stops = of["since"] + rb"|" + of["sack-stop"]
    doer = rb"(?: (?!" + fold_name("و") + rb"|(?:" + stops + rb") )[^ ,;.\x01\x02]+)"
    return Phrases(
        talk=re.compile(begins + of["talk"] + rb"(?![a-z])"),
        # one word may stand between: any further coup, un nouveau coup
        any=re.compile(rb"(?:^|[ \"])" + of["any"] + rb"(?: [^ ]+)? $"),
        could_do=re.compile(of["could"] + rb" (?!" + of["could-be"] + ENDS + rb")"),
        since=re.compile(begins + of["since"] + rb"(?: |$)"),
        unsure=re.compile(begins + of["unsure"] + rb"(?: |$)"),
        known=re.compile(begins + of["known"] + rb" $"),
        known_behind=re.compile(rb" " + of["known-behind"] + ENDS),
        they=re.compile(rb"[ \x01\"]*" + of["they"] + ENDS),
        ever=re.compile(begins + of["ever"] + rb"(?: [^ ]+){0,3} ?$"),
        one_more=re.compile(rb" " + of["one-more"] + rb"\b"),
        # adviser to Niger's leader; conseiller du général
        beside=re.compile(begins + of["beside"] + rb"(?: [^ ]+){0,3} ?$"),
        if_=re.compile(of["if"] + rb"\b"),
        happens=re.compile(WORD + of["happens"] + ENDS),
        days=re.compile(WORD + of["days"] + ENDS),
        expert=re.compile(WORD + of["expert"] + ENDS),
        to_foil=re.compile(of["to-foil"] + rb" $"),
        matters=re.compile(of["matters"]),
        checkers=re.compile(WORD + of["checkers"] + ENDS),
        muses=re.compile(WORD + of["muses"] + ENDS),
        # if the coup against him succeeds
        to_last=re.compile(rb"(?: (?:against|contre) [^ ,.]+)? " + of["to-last"] + ENDS),
        # concluded that what took place was a coup; stopped short of calling it one
        naming=re.compile(begins + of["naming"] + rb"(?: [^ ]+){0,7} ?$"),
        # its neighbours, where soldiers have grabbed power
        # they fear that it happens in their own countries
        own_country=re.compile(WORD + of["own-country"] + ENDS),
        elsewhere=re.compile(begins + of["elsewhere"] + rb",?(?: [^ ]+){0,4} ?$"),
        # an yi yunkurin yi wa shugaba Tinubu juyin mulki
        to_whom=re.compile(rb"^ " + of["to-whom"] + rb"(?: |$)"),
        # the candidate of his party; dan takarar PNDS
        bygone=re.compile(rb"(?:^|[ \x01\x02\"(])" + of["bygone"] + rb"(?![a-z\x80-\xff])"),
        # Bazoum Mohamed ya kaddamar da gada
        governs=re.compile(rb"(?: [^ ,;.\x01\x02]+)? " + of["governs"] + rb"(?![a-z])"),
        standing=re.compile(rb"(?:^|[ \x01\x02])" + of["standing"] + rb"(?![a-z])"),
        # they took control of the airport: sun kwace iko da filin jirgin sama
        grounds=re.compile(rb"(?: [^ ,;.\x01\x02]+){0,2} " + of["grounds"] + rb"\b"),
        # took control of the oil-rich country; but not: of the city in the north of the country
        whole=re.compile(rb"^ of (?:(?!in |on |at |near |from )[a-z-]+ ){0,5}" + of["whole"] + rb"\b"),
        # the bloc failed to prevent the coup
        averted=re.compile(rb"^ " + of["averted"] + rb"(?: |$)"),
        # أقال الرئيس تينوبو قادة الجيش; but not: عزل قائد الجيش الرئيس
        dismissed=re.compile(
            rb"(?:" + fold_name("و") + rb"|" + fold_name("ف") + rb")?" + of["dismiss"] + rb"(?:"
            + doer + rb"{0,9},? (?:" + fold_name("ب") + rb")?" + of["underling"] + rb"(?![a-z\x80-\xff])"
            + rb"(?!(?: [^ ,;.\x01\x02]+){0,5} " + of["sacker"] + rb" )"
            + rb"|(?= " + of["sacker"] + rb" )" + doer + rb"{1,7} " + of["premier"] + ENDS + rb")"
        ),
        # why we cannot go to war – senators
        speaker=re.compile(WORD + of["speaker"] + ENDS),
        first_person=re.compile(WORD + of["first-person"] + ENDS),
        # who is the general – head of the junta
        asks_what=re.compile(of["asks-what"] + ENDS),
        # explains why he left
        accounts=re.compile(WORD + of["accounts"] + ENDS),
        # those who urge soldiers to oust the president, to stage a coup
        bid_to=re.compile(WORD + of["bid"] + rb"(?: [^ ,;.\x01\x02]+){0,5} " + of["bid-to"] + rb" $"),
        # suna zuga sojoji su yi wa Tinubu juyin mulki
        bid_to_stage=re.compile(
            WORD + of["bid"] + rb"(?: [^ ,;.\x01\x02]+){0,5} " + of["bid-to"] + rb" (?:" + of["stage"]
            + rb"(?: [a-z]+)?|" + of["to-whom"] + rb"(?: [^ ,;.\x01\x02]+){0,4}) $"
        ),
        # the army never had any coup request
        request=re.compile(rb" " + of["request"] + ENDS),
        never=re.compile(WORD + of["never"] + ENDS),
        # it is not our ambition to seize power
        aim=re.compile(WORD + of["aim"] + rb"(?: [^ ,;.\"\x01\x02]+){0,4} $"),
        # an attack on Niger would be war; but not: gunmen attack Niger village
        attack_on=re.compile(of["attack-on"] + rb" "),
        attack_then=re.compile(rb" ?(?:[,.:;?!\"\x01\x02]|" + of["attack-then"] + ENDS + rb"|$)"),
        # the threat of an attack, fearing attack
        attack_feared=re.compile(WORD + of["attack-feared"] + rb" (?:an? |any )?$"),
        # the bloc orders troops to prepare an attack
        attack_planned=re.compile(WORD + of["attack-planned"] + rb" $"),
        # Prigozhin led a mutiny in June
        hired=re.compile(WORD + of["hired"] + ENDS),
        # an activist in prison is heard by a judge
        behind_bars=re.compile(WORD + of["behind-bars"] + ENDS),
        # yadda ganawar ta kasance, over a report
        how_it_went=re.compile(of["how-it-went"] + ENDS),
        # what makes soldiers take power
        what_drives=re.compile(begins + of["what-drives"] + rb" $"),
        # rashin adalci ke haifar da juyin mulki; juyin mulki na mayar da kasashe baya
        general_before=re.compile(begins + of["general-before"] + rb" $"),
        general_behind=re.compile(rb" " + of["general-behind"] + ENDS),
        # Analysis: the bloc is running out of time
        label=re.compile(of["label"] + rb" ?[:|\x02]"),
        # from guarding the president to toppling him
        life=re.compile(WORD + of["life"] + ENDS),
        # matters arising; and its implications
        essay=re.compile(
            rb"(?:" + WORD + of["essay"] + rb"|[:|\x02] " + of["essay-part"] + rb"|" + WORD + of["turn"]
            + rb" (?:of|de|d|du|des)(?: [^ :]+){0,2} " + of["turn-of"] + rb")" + ENDS
        ),
        # this video does not show soldiers of Niger; old footage; fact or fiction
        checks=re.compile(
            WORD + rb"(?:" + of["media"] + rb"(?: [^ :]+){0,9}:? " + of["untrue"] + rb"|" + of["fake"]
            + rb"(?: [^ :]+){0,2} " + of["media"] + rb"|" + of["check"] + rb")" + ENDS
        ),
        # la Cedeao peut-elle intervenir
        asks=re.compile(WORD + of["asks"] + ENDS),
        # experts fear for the pipeline; in doubt: analysts
        experts=re.compile(WORD + of["experts"] + rb"(?: " + of["unnamed-say"] + ENDS + rb"|[ .]*$)"),
        # la junte seduit, explique l'analyste
        selon=re.compile(WORD + of["selon"] + ENDS),
        # sanctions hurt us, residents say
        unnamed=re.compile(
            WORD + of["unnamed"] + rb"(?: (?:of|in|on) [^ ]+)?(?: " + of["unnamed-say"] + ENDS + rb"|[ .]*$)"
        ),
        needs=re.compile(WORD + of["needs"] + ENDS),
        touched=re.compile(WORD + of["touched"] + ENDS),
        # Niger : Air France allonge ses vols
        carriers=re.compile(rb"(?:[^:\x02]*[:\x02] )?" + of["carriers"] + ENDS),
        # its principle is to reject any coups
        principle=re.compile(WORD + of["principle"] + rb"(?: [^ ,;.:\x01\x02]+){0,8} $"),
        attack_us=re.compile(of["attack-us"] + ENDS),
        # what the president told his security chiefs
        tells_what=re.compile(rb"([^ ]+)((?: [^ \x01\x02]+){1,5}) " + of["what-said"] + ENDS),
        # abubuwan da shugaban ya fada: what the president said
        things_said=re.compile(of["things"] + rb"((?: [^ \x01\x02?]+){1,5}) " + of["things-said"] + ENDS),
        # residents cry out as the frontier is shut
        as_clause=re.compile(rb" " + of["as-clause"] + rb" "),
        # the drums of war, by Azu Okon
        byline=re.compile(rb"[,)|\x02] ?" + of["byline"] + rb"((?: [^ ,;:\x01\x02\"]+){2,5})[ .\x01]*$"),
        # lorries stuck at the border; the coup puts supplies of fuel in doubt
        suffers=re.compile(
            WORD + rb"(?:" + of["goods"] + rb"(?: [^ \x01\x02]+){0,3} " + of["held-up"] + rb"|"
            + of["sufferers"] + rb"(?: [^ \x01\x02]+){0,2} " + of["suffer"] + rb"|" + of["bears-on"]
            + rb"(?: [^ \x01\x02]+){0,7} " + of["supplies"] + rb")" + ENDS
        ),
        # since the fall of Bazoum; she came a year before the army unseated him
        when=re.compile(rb"(?:^|[ \x01\x02])" + of["when"] + rb"(?: [^ ]+){0,4} ?$"),
        some=re.compile(rb"(?:^|[ \"])" + of["some"] + rb" $"),
        # الأنباء المتداولة عن وقوع انقلاب
        about=re.compile(
            rb" " + of["about"] + rb"(?: (?:" + of["takes-place"] + rb"|" + of["carries-out"] + rb"|"
            + of["whichever"] + rb")){0,2} $"
        ),
        # نفت حكومة البلاد حدوث أي محاولة انقلاب
        took_place=re.compile(rb" " + of["takes-place"] + rb"(?: " + of["whichever"] + rb")? $"),
        can_do=re.compile(rb" " + of["can-do"] + rb"(?: |$)"),
        others_failed=re.compile(WORD + of["others-failed"] + ENDS),
        no_denial=re.compile(rb" " + of["no-denial"] + ENDS),
        # the beginnings of words will do: et exécuté, et exécutèrent
        and_done=re.compile(rb" " + of["and-done"]),
        unwanted=re.compile(rb" " + of["unwanted"] + ENDS),
        was_not=re.compile(of["was-not"] + rb" $"),
        # a fake military coup; juyin mulkin bogi
        sham=re.compile(WORD + of["sham"] + rb" \"?$"),
        sham_behind=re.compile(rb"\"? " + of["sham-behind"] + ENDS),
        # the problem is not the coup
        no_point=re.compile(WORD + of["no-point"] + rb" \"?$"),
        accuse=re.compile(of["accuse"] + rb" "),
        contagion=re.compile(of["contagion"] + rb" "),
        done_again=re.compile(
            rb" (?:" + of["that-new"] + rb"|" + of["done-by"] + rb"(?: " + of["done-one"] + rb")?) " + of["another"]
            + rb" $"
        ),
        why=re.compile(WORD + of["why"] + ENDS),
        # the bloc closed its borders; Arabic glues and before it
        penalty=re.compile(rb"(?<![a-z])" + of["penalty"] + ENDS),
        neighbours=re.compile(rb"(?<![a-z])" + of["by-neighbours"] + ENDS),
    )


def either(texts: Iterable[str]) -> bytes:
    """A pattern for one of the texts, folded, the longest first; never matches where there is none.

    They are told apart by their first byte first: of some hundreds nearly all need no second look.
    """
    keys = sorted(set(map(fold_name, texts)), key=lambda k: (-len(k), k))
    if not keys:
        return rb"(?!)"
    if not keys[-1]:
        return rb"(?:" + b"|".join(map(re.escape, keys)) + rb")"
    groups: dict[bytes, list[bytes]] = {}
    for key in keys:
        groups.setdefault(key[:1], []).append(re.escape(key[1:]))
    return rb"(?:" + b"|".join(re.escape(f) + rb"(?:" + b"|".join(rest) + rb")" for f, rest in groups.items()) + rb")"

