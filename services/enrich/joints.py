"""Small words between a mention and the countries and years beside it, as patterns: soldiers seized power in
neighbouring Mali in 2020, and twice in Burkina Faso. As with services/enrich/phrases.py, only where there is a mention
is anything searched for them; the words are the cue files', what may follow what stands here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.enrich.fold import fold_name
from services.enrich.phrases import ENDS, WORD, either

# Arabic's "and", glued to what follows it.
AND_GLUED: Final = fold_name("و")
# And before a number of which something went through: مرت بأربعة انقلابات
BY_GLUED: Final = rb"(?:" + fold_name("ب") + rb")"
# The roles of schemas/cues.py that are kept out of the automata.
ROLES: Final = frozenset(
    {
        "plural", "link", "link-glued", "link-before", "led", "led-under", "where", "where-then", "likewise",
        "likewise-then",
        "joined", "many-before", "many-behind", "tail", "region-in", "region-of", "region", "two", "two-behind",
        "region-saw", "counted", "ordinal", "after", "after-then", "the-three", "from-year", "between-years",
        "ruled", "ruled-states", "states", "these-states", "these-two", "they-too", "in-these", "years-and", "dual",
        "last-of", "whom", "compared", "as-there", "second", "third", "other-countries", "many-states",
        "attempts", "the", "elided", "came", "freed-from", "ruled-it", "of-year", "each", "of-place",
        "this-one", "nth", "several", "hundreds", "number-behind", "one-after", "earlier",
        "earlier-behind", "fell", "many-rulers", "the-same", "same-done", "same-like",
        "ever-since", "its-leader", "one-of",
        "of-the-country", "the-country-s", "row-of", "others",
        "nth-behind", "it-is", "it-then", "among-states", "series-of", "in-years",
        "before-this", "nth-time", "lies", "turn-words", "turn-turn", "turn-twice", "turn-of", "turn-joins", "turn-it",
        "he", "him", "him-before", "his", "was-done", "had-done", "brought-him", "rose",
    }
)


_SINGLE: Final = frozenset({"turn-words", "turn-turn", "turn-twice", "turn-of", "turn-joins"})


@dataclass(frozen=True, slots=True)
class Joints:
    """What each says is told beside its role in schemas/cues.py."""

    plural: re.Pattern[bytes]
    link: re.Pattern[bytes]
    link_before: re.Pattern[bytes]
    led: re.Pattern[bytes]
    where: re.Pattern[bytes]
    saw: re.Pattern[bytes]
    did: re.Pattern[bytes]
    likewise: re.Pattern[bytes]
    joined: re.Pattern[bytes]
    compared: re.Pattern[bytes]
    as_there: re.Pattern[bytes]
    second: re.Pattern[bytes]
    third: re.Pattern[bytes]
    other_countries: re.Pattern[bytes]
    many_before: re.Pattern[bytes]
    many_behind: re.Pattern[bytes]
    of_a_region: re.Pattern[bytes]
    region_saw: re.Pattern[bytes]
    many_saw: re.Pattern[bytes]
    many_states: re.Pattern[bytes]
    fell: re.Pattern[bytes]
    many_rulers: re.Pattern[bytes]
    the_same: re.Pattern[bytes]
    two_before: re.Pattern[bytes]
    two_behind: re.Pattern[bytes]
    counted: re.Pattern[bytes]
    after: re.Pattern[bytes]
    the_three: re.Pattern[bytes]
    from_year: re.Pattern[bytes]
    between_years: re.Pattern[bytes]
    ruled_states: re.Pattern[bytes]
    states_ruled: re.Pattern[bytes]
    states_end: re.Pattern[bytes]
    these_states: re.Pattern[bytes]
    these_two: re.Pattern[bytes]
    they_too: re.Pattern[bytes]
    in_these: re.Pattern[bytes]
    dual: re.Pattern[bytes]
    years: re.Pattern[bytes]
    last_of: re.Pattern[bytes]
    whom: re.Pattern[bytes]
    # single words of clauses that only say when and that it followed; see services/enrich/turns.py
    turn_words: frozenset[bytes]
    turn_turn: frozenset[bytes]
    turn_twice: frozenset[bytes]
    turn_of: frozenset[bytes]
    turn_joins: frozenset[bytes]
    turn_it: re.Pattern[bytes]
    before_this: re.Pattern[bytes]
    nth_time: re.Pattern[bytes]
    him_behind: re.Pattern[bytes]
    him_before: re.Pattern[bytes]
    brought_him: re.Pattern[bytes]
    rose: re.Pattern[bytes]
    he_before: re.Pattern[bytes]
    attempts: re.Pattern[bytes]
    article: re.Pattern[bytes]
    came: re.Pattern[bytes]
    # plain ends and beginnings: they are asked of every country that is named
    freed_from: tuple[bytes, ...]
    ruled_it: tuple[bytes, ...]
    lies: tuple[bytes, ...]
    of_year: re.Pattern[bytes]
    each: re.Pattern[bytes]
    of_place: re.Pattern[bytes]
    the_row: re.Pattern[bytes]
    this_one: re.Pattern[bytes]
    several: re.Pattern[bytes]
    hundreds: re.Pattern[bytes]
    number_behind: re.Pattern[bytes]
    one_after: re.Pattern[bytes]
    earlier: re.Pattern[bytes]
    ever_since: re.Pattern[bytes]
    ever_since_before: re.Pattern[bytes]
    its_leader: re.Pattern[bytes]
    one_of: re.Pattern[bytes]
    row_of: re.Pattern[bytes]
    others: re.Pattern[bytes]
    of_the_country: re.Pattern[bytes]
    the_countrys: re.Pattern[bytes]
    nth_before: re.Pattern[bytes]
    nth_behind: re.Pattern[bytes]
    nth_next: re.Pattern[bytes]
    among_states: re.Pattern[bytes]
    series_of: re.Pattern[bytes]
    in_years: re.Pattern[bytes]
    earlier_behind: re.Pattern[bytes]


def compile_joints(words: Mapping[str, Iterable[str]]) -> Joints:
    """Patterns of the words of each role, `(a|b|)` and `~` spelt out before; a role without words never matches."""
    of = {role: either(words.get(role, ())) for role in ROLES}
    whole = {role: _whole(words.get(role, ())) for role in ROLES}
    begins = rb"(?:^| )"
    begins_clause = rb"(?:^|[ \x01\"])"
    year = rb" (20[0-9][0-9])\b"
    single = {role: frozenset(fold_name(text) for text in words.get(role, ())) for role in ROLES if role in _SINGLE}
    return Joints(
        turn_words=single["turn-words"],
        turn_turn=single["turn-turn"],
        turn_twice=single["turn-twice"],
        turn_of=single["turn-of"],
        turn_joins=single["turn-joins"],
        # in October it was Madagascar; en octobre, c'était à Madagascar
        # four coups before this week's; avant celui de mercredi
        before_this=re.compile(begins + of["before-this"] + rb" ?[.,;:)\x01\x02]"),
        # for the second time in nine months
        nth_time=re.compile(begins_clause + of["nth-time"] + rb"(?![a-z\x80-\xff])"),
        turn_it=re.compile(begins + of["turn-it"] + rb"(?: |$)"),
        plural=re.compile(of["plural"] + rb"(?: " + of["tail"] + rb")?$"),
        link=re.compile(
            rb"^(?: (?:" + of["link"] + rb"|(?:19|20)[0-9][0-9])){0,5} ?" + of["link-glued"] + rb"?\"?$"
        ),
        link_before=re.compile(rb"^(?: s)?(?: " + of["link-before"] + rb"){0,2} ?$"),
        # a word may stand between: under despotic military rule
        led=re.compile(
            rb"^,?(?: " + of["led"] + rb"){0,8} (?:" + of["led"] + rb"|" + of["led-under"] + rb" [a-z]+) $"
        ),
        where=re.compile(rb"^,? " + of["where"] + rb"(?: " + of["where-then"] + rb"){0,6} $"),
        # Mali and Guinea have recently experienced a coup
        saw=re.compile(
            rb"^,?(?: (?!not |never |yet |pas |jamais )[a-z]+){0,2} " + of["region-saw"] + rb"(?: [a-z]+){0,2} $"
        ),
        # the armies of Mali and Guinea also toppled their rulers
        did=re.compile(rb"^,?(?: (?:who|qui))?(?: " + of["where-then"] + rb"){0,3} $"),
        likewise=re.compile(begins + of["likewise"] + rb"(?: " + of["likewise-then"] + rb")* ?$"),
        # but not: the premier of Niger visits Chad, يزور رئيس وزراء النيجر تشاد
        joined=re.compile(rb"^(?! $)(?:[ ,/()0-9\x02-]|" + whole["joined"] + rb"){1,40}$"),
        # soldiers took power in Gabon, weeks after those of Niger
        compared=re.compile(begins_clause + of["compared"] + rb"(?: [^ ,;.\x01\x02]+){0,8} ?$"),
        # no takeover as in Mali and Guinea
        as_there=re.compile(begins_clause + of["as-there"] + rb"(?: [^ ,;.\x01\x02]+){0,3} ?$"),
        # the third coup in as many years, after those in Mali and Guinea
        second=re.compile(WORD + of["second"] + ENDS),
        third=re.compile(WORD + of["third"] + ENDS),
        # soldiers have taken over in five other countries
        other_countries=re.compile(rb" (?:[^ ,;.\x01\x02]+ )?" + of["other-countries"] + ENDS),
        many_before=re.compile(rb"(?:^|[ \x01\x02\"])" + of["many-before"] + rb" $"),
        many_behind=re.compile(rb" " + of["many-behind"] + rb"(?![a-z])"),
        of_a_region=re.compile(
            rb"(?: " + of["tail"] + rb")? " + of["region-in"] + rb"(?: " + of["region-of"] + rb")? ?"
            + of["region"] + rb"(?![a-z\x80-\xff])"
        ),
        region_saw=re.compile(
            rb"(?<![a-z\x80-\xff])" + of["region"] + rb",? " + of["region-saw"] + rb"(?: [^ ]+){0,2} $"
        ),
        # six countries of the region have known a coup
        many_saw=re.compile(
            rb"(?<![a-z])" + of["many-states"] + rb"(?: [a-z]+){0,5},? " + of["region-saw"] + rb"(?: [^ ]+){0,2} $"
        ),
        # a word may stand between: two military coups
        # six countries have fallen to soldiers
        many_states=re.compile(rb"(?<![a-z])" + of["many-states"] + rb"(?![a-z])"),
        # but not: bandits fell into the hands of soldiers
        fell=re.compile(of["fell"] + rb"\b"),
        # how soldiers toppled governments in West Africa
        many_rulers=re.compile(
            rb"(?: [a-z]+){0,2} ?" + of["many-rulers"] + rb" " + of["region-in"] + rb"(?: " + of["region-of"] + rb")? ?"
            + of["region"] + rb"(?![a-z\x80-\xff])"
        ),
        # the same befell Nigeria; aka yi wa gwamnatin Balewa irin haka
        the_same=re.compile(
            rb"[ \x01\"](?:" + of["the-same"] + rb"|" + of["same-done"] + rb"(?: [^ ,.;\x01]+){0,4} "
            + of["same-like"] + rb")(?![a-z\x80-\xff])"
        ),
        two_before=re.compile(begins_clause + of["two"] + rb" (?:[a-z]+ )?$"),
        # ya jagoranci juyin mulki a kasar mai fama da rikici har sau biyu
        two_behind=re.compile(rb"(?:(?: [a-z]+){1,8} har)? " + of["two-behind"] + rb"\b"),
        counted=re.compile(rb"\b[0-9]+ ?" + of["ordinal"] + rb"\b|" + whole["counted"]),
        after=re.compile(rb"(?:^|[ ,(\x01\x02])" + of["after"] + rb"(?: " + of["after-then"] + rb")* ?$"),
        the_three=re.compile(whole["the-three"]),
        from_year=re.compile(whole["from-year"] + year),
        between_years=re.compile(whole["between-years"] + year),
        # a word may stand between: junta-run Sahel states
        ruled_states=re.compile(
            rb"(?:[- ]" + of["ruled"] + rb")?(?: [a-z]+)? (" + of["states"] + rb"|" + of["ruled-states"] + rb")\b"
        ),
        states_ruled=re.compile(rb"(?<![a-z\x80-\xff])(" + of["states"] + rb")(?:,? [a-z\x80-\xff]+){0,3} $"),
        states_end=re.compile(rb" (" + of["states"] + rb")$"),
        these_states=re.compile(rb"(?<![a-z])" + of["these-states"] + rb"(?![a-z])"),
        these_two=re.compile(rb"(?<![a-z])" + of["these-two"] + rb"(?![a-z])"),
        they_too=re.compile(rb"(?<![a-z])" + of["they-too"] + rb"(?![a-z])"),
        # recent coups d'Etat in these countries
        in_these=re.compile(rb"(?: " + of["tail"] + rb")?(?: [^ ,.;\x01]+)? " + of["in-these"] + rb"(?![a-z])"),
        dual=re.compile(of["dual"]),
        # the last of which was in February 2010; dont le dernier en date remonte a 2012
        last_of=re.compile(begins + of["last-of"] + rb"(?: [^ .\x01]+){0,7} ((?:19|20)[0-9][0-9])\b"),
        # toppled the elected government of president Shagari
        whom=re.compile(rb"^ ?(?:" + of["whom"] + rb"\.? ?){0,7}$"),
        # soldiers ousted him
        him_behind=re.compile(rb" " + of["him"] + rb"(?: |[,.;:)]|$)"),
        # he was himself ousted; les militaires l'ont renverse; his own overthrow
        him_before=re.compile(
            begins_clause + rb"(?:" + of["him-before"] + rb"|" + of["his"] + rb"|" + of["he"]
            + rb"(?: " + of["was-done"] + rb"){1,2}(?: [a-z]+){0,4}) $"
        ),
        # the putsch that brought him to power
        brought_him=re.compile(rb" " + of["brought-him"] + rb"\b"),
        # the general, who came to power in a coup
        rose=re.compile(rb" " + of["rose"] + rb"\b"),
        # he had himself seized power
        he_before=re.compile(begins_clause + of["he"] + rb"(?: " + of["had-done"] + rb"){0,3} $"),
        # several further attempts to seize power: وعدة محاولات أخرى للاستيلاء على السلطة
        attempts=re.compile(of["attempts"] + rb"(?: [^ ,;.\x01\x02]+)? $"),
        # in Bamako, the new rulers of Niamey
        article=re.compile(rb", (?:" + of["the"] + rb"|" + of["elided"] + rb") "),
        # after Mali and Guinea, a coup in Niger: what may stand between such a row and the coup
        came=re.compile(
            rb"(?:,(?: [^ ,.\x01]+){0,6} ?| " + of["came"] + rb"(?: [^ ,.\x01]+){0,3} ?)$"
        ),
        freed_from=tuple(fold_name(text) + b" " for text in words.get("freed-from", ())),
        # it lies between Senegal and Guinea
        lies=tuple(fold_name(text) + b" " for text in words.get("lies", ())),
        ruled_it=tuple(b" " + fold_name(text) for text in words.get("ruled-it", ())),
        # the coup of 1990
        of_year=re.compile(rb" (?:" + of["of-year"] + rb" )?(?:19|20)[0-9][0-9]"),
        # two coups each
        each=re.compile(rb" " + of["each"] + rb"\b"),
        # the officers of Mali and Guinea
        of_place=re.compile(begins_clause + of["of-place"] + rb" $"),
        # Mali and Guinea have seen the coup
        the_row=re.compile(rb" " + of["the"] + rb" "),
        # this was the third attempted coup
        this_one=re.compile(
            rb"(?:^|[ \x01\x02\"])" + of["this-one"] + rb" (?:[a-z]+ )?(?:" + of["nth"] + rb"|[0-9]+ ?"
            + of["ordinal"] + rb")(?: [a-z]+)? $"
        ),
        # four military coups; plusieurs autres coups
        several=re.compile(begins_clause + BY_GLUED + b"?" + of["several"] + rb" (?:[a-z-]+ ){0,2}$"),
        # more than a hundred coups; 106 coups
        hundreds=re.compile(
            begins_clause + rb"(?:" + of["hundreds"] + rb" (?:[a-z-]+ ){0,2}|[0-9]{2,3} )$"
        ),
        # coups, failed ones among them, number over a hundred
        number_behind=re.compile(rb"(?:,? [^ .;,\x01\x02]+){0,9},? " + of["number-behind"] + rb"(?![a-z])"),
        one_after=re.compile(rb" " + of["one-after"] + rb"\b"),
        earlier=re.compile(begins_clause + of["earlier"] + rb" (?:[a-z-]+ )?$"),
        earlier_behind=re.compile(rb"(?: " + of["tail"] + rb")? " + of["earlier-behind"] + rb"(?![a-z\x80-\xff])"),
        # three successful coups since independence; plusieurs coups depuis son independance
        ever_since=re.compile(rb"(?: " + of["tail"] + rb")?(?:,? [a-z\x80-\xff-]+){0,5},? " + of["ever-since"]),
        ever_since_before=re.compile(begins_clause + of["ever-since"] + ENDS),
        its_leader=re.compile(rb" " + of["its-leader"] + rb"\b"),
        # une tentative de coups d'Etat
        one_of=re.compile(begins_clause + of["one-of"] + rb" $"),
        # a long history of military coups; d'autres coups d'Etat
        row_of=re.compile(
            begins_clause + of["row-of"] + rb" (?:(?:[^ ,;.\x01\x02]+ ){1,4}" + of["turn-joins"] + rb" )?(?:[a-z-]+ )?$"
        ),
        others=re.compile(begins_clause + of["others"] + rb" (?:[a-z-]+ )?$"),
        # la junte du pays, the country's new rulers
        of_the_country=re.compile(rb" " + of["of-the-country"] + rb"(?![a-z0-9\x80-\xff])"),
        the_countrys=re.compile(begins_clause + of["the-country-s"] + rb" (?:[a-z]+ )?$"),
        # the eighth coup; but not: the third attempted coup
        nth_before=re.compile(begins_clause + of["nth"] + rb" $"),
        # the coup in Niger is the fifth; a coup, one of eight; الانقلاب هو الثامن
        nth_behind=re.compile(rb"(?:,? [^ ,;.\x01\x02]+){0,5},? " + of["nth-behind"] + rb"(?![a-z\x80-\xff])"),
        # It is the eighth since 2020; but not: it is the eighth summit since 2020
        nth_next=re.compile(
            rb"[ \x01\"]*" + of["it-is"] + rb" " + of["nth-behind"] + rb"(?=,? " + of["it-then"] + ENDS + rb")"
        ),
        # one of ten countries of Africa where soldiers have seized power
        among_states=re.compile(WORD + of["among-states"] + rb",?(?: [^ ,;.\x01\x02]+){0,5} $"),
        series_of=re.compile(rb"(?<![a-z\x80-\xff])" + of["series-of"] + rb"(?![a-z\x80-\xff])"),
        # in three years; since independence
        in_years=re.compile(
            rb" (?:" + of["in-years"] + rb"|" + of["ever-since"] + rb")(?![a-z\x80-\xff])"
        ),
        # in 2020 and 2022; since August 2020 and September 2022; 1996 و1999
        years=re.compile(
            rb"(?:(?:19|20)[0-9][0-9](?:(?:,|,? " + of["years-and"] + rb") (?:[a-z]{3,9} )?|,? " + AND_GLUED
            + rb"(?:[\x80-\xff]{3,9} )?)){1,8}(?:19|20)[0-9][0-9]"
        ),
    )


def _whole(texts: Iterable[str]) -> bytes:
    """Whole words where letters are Latin; Arabic ones with whatever is glued before them."""
    latin = [text for text in texts if text[:1].isascii()]
    other = [text for text in texts if not text[:1].isascii()]
    return rb"(?:\b" + either(latin) + rb"\b|" + either(other) + rb")"
