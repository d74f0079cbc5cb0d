"""What the words beside a mention make of it: denied, feared, planned, rumoured, or told as a fact."""

from __future__ import annotations

import re

from services.enrich.find.acts import ARABIC
from services.enrich.find.plots import failed_behind, is_judged, is_plot
from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import head_end
from services.enrich.read.nearby import CLAUSE, NEAR, is_known, said_after, said_before
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of
from services.enrich.text.fold import fold_name
from services.enrich.which.loose import not_like
from services.enrich.which.plural import is_counted, is_plural


def modifier(
    candidate: Candidate, reading: Reading, *,
    happening: bool = False, known: bool = False, anew: bool = False,
) -> str | None:
    """`negated`, `hypothetical` or `future` where the words say so.

    `happening`: there is a coup these very days; `known`: the article is of a country that had one; `anew`: a sentence
    names one that had it in these weeks, so that "another coup in Mali" is that.
    """
    if asked := asked_for(candidate, reading):
        return asked
    if is_a_sham(candidate, reading):
        return "negated"
    if candidate.rule not in TELLING or candidate.rule == "plot" or _is_taken_for_a_fact(candidate, reading):
        return None
    word = _modified(candidate, reading, happening=happening, anew=anew)
    return None if word and known and is_named_one(candidate, reading) else word


def _modified(candidate: Candidate, reading: Reading, *, happening: bool, anew: bool) -> str | None:
    behind = said_after("negate-after", candidate, reading, 30) and not _is_a_date(candidate, reading)
    if behind or said_before("negate", candidate, reading):
        if reading.crises.phrases.one_more.match(reading.key, candidate.end) or _was_not_only(candidate, reading):
            return None
        if _is_disclaimed(candidate, reading) or _is_not_the_point(candidate, reading):
            return None
        if reading.crises.joints.row_of.search(reading.key, max(0, candidate.start - ROW), candidate.start):
            return None  # Malians are no strangers to coups
        unwanted = is_of_any(candidate, reading) or reading.crises.phrases.unwanted.match(reading.key, candidate.end)
        return "hypothetical" if unwanted else "negated"
    if _denied_next(candidate, reading) or _is_answered_no(candidate, reading) or _denies_talk(candidate, reading):
        return "negated"
    if is_known(candidate, reading) or _is_to_last(candidate, reading):
        return None  # it may send troops to undo the coup: that there was one is not in doubt
    if said_before("future", candidate, reading) and not _any_that_may_come(candidate, reading):
        # Officers are tried for having planned a coup, a plot was foiled: that it was planned is told as a fact.
        over = said_before("charged", candidate, reading) or is_judged(candidate, reading)
        # wani shirin juyin mulki da ba a yi nasara ba
        over = over or failed_behind(candidate, reading)
        # accused by the state, or him who denies it, of having plotted "the coup"
        over = over or (_has_article(candidate, reading) and _accused_before(candidate, reading))
        feared = _is_feared_to_come(candidate, reading)
        return None if over or is_plot(candidate, reading) else "hypothetical" if feared else "future"
    if said_before("hypothetical", candidate, reading) or _doubted_behind(candidate, reading):
        return "hypothetical"
    again = said_before("again", candidate, reading) and not is_counted(candidate, reading)
    again = again and not _is_done_again(candidate, reading)
    # il mena en 1996 un nouveau putsch
    again = again and not reading.years_in(max(0, candidate.start - DATED), candidate.start)
    if not happening and ((again and not anew) or _is_asked(candidate, reading)):
        return "hypothetical"
    return None


# So near before coups stands that they make a row.
ROW = 32
# So near before a new coup stands its year.
DATED = 24


def _is_a_date(candidate: Candidate, reading: Reading) -> bool:
    """Is it only since when what is denied behind it was? Sanctions imposed after the coup were no good."""
    since = reading.crises.phrases.since
    return bool(since.search(reading.key, max(0, candidate.start - DATE), candidate.start))


# So near before a mention stands that it is a date.
DATE = 10


def _is_to_last(candidate: Candidate, reading: Reading) -> bool:
    """Is what comes of it all that is doubted? Grave fallout if coup succeeds; but not: if a coup succeeds."""
    phrases = reading.crises.phrases
    if candidate.rule not in ("coup", "maybe") or phrases.some.search(
        reading.key, max(0, candidate.start - 8), candidate.start
    ):
        return False
    return bool(phrases.to_last.match(reading.key, candidate.end))


def never_was(candidate: Candidate, reading: Reading) -> bool:
    """Is none denied that is known, as none ever was? In seven countries there has never been a coup."""
    return bool(reading.crises.phrases.ever.search(reading.key, max(0, candidate.start - EVER), candidate.start))


# So far before it that word stands.
EVER = 40


def _denies_talk(candidate: Candidate, reading: Reading) -> bool:
    """Is it what talk is about that is denied far before? نفت قيادة الجيش، السبت، الأنباء المتداولة عن انقلاب"""
    key, phrases = reading.key, reading.crises.phrases
    about = phrases.about.search(key, candidate.start - ABOUT, candidate.start)
    if candidate.rule not in ("coup", "maybe") or not about:
        return False
    start = max(reading.sentence(candidate.start)[0], candidate.start - DENIED)
    denials = reading.cues_in("denial", start, candidate.start)
    if not denials or key[denials[0].start] < ARABIC or key.startswith(_THE, candidate.start):
        return False
    talk = phrases.talk.search(key, denials[0].end, candidate.start)
    return bool(talk) and not phrases.since.search(key, denials[0].end, candidate.start)


_THE = fold_name("ال")
ABOUT = 24
# So far behind it a denial reaches.
DENIED = 140


def asked_for(candidate: Candidate, reading: Reading) -> str | None:
    """Is it only what somebody asks for? Calls on the army to oust the president; no coup request reached us.

    Young people call for a coup; but not: the bloc calls for coup leaders to go. | We need a coup like Niger's.
    """
    key, phrases = reading.key, reading.crises.phrases
    before = max(0, reading.sentence(candidate.start)[0] - 1, candidate.start - ASKING)
    if candidate.rule in ("coup", "maybe") and phrases.request.match(key, candidate.end):
        return "negated" if phrases.never.search(key, before, candidate.start) else "hypothetical"
    if candidate.rule in ("coup", "maybe") and phrases.called_for.search(key, before, candidate.start):
        return None if language_of(reading) == "en" and _MAKERS.match(key, candidate.end) else "hypothetical"
    asked = candidate.rule in ("coup", "maybe") and key.startswith(_FOR, candidate.start)
    if asked and phrases.demands.search(key, before, candidate.start):
        return "hypothetical"
    if phrases.wished.search(key, before, candidate.start) and not_like(candidate, reading):
        return "hypothetical"
    # دعا إلى الاستيلاء على السلطة; but not: دعا إلى الرد على الانقلاب
    to_do = candidate.rule in ("seize", "overthrow") or key.endswith(_TO, 0, candidate.start)
    bid = phrases.bid_to if to_do else phrases.bid_to_stage
    return "hypothetical" if candidate.rule in TELLING and bid.search(key, before, candidate.start) else None


# Who may stand behind "coup" in English, and what is done about it.
_MAKERS = re.compile(rb" (?!in |by |at |against |as |and |or |on )[a-z]")
# Glued before what is asked for in Arabic.
_FOR = fold_name("ب")
# What stands before what soldiers are called to there.
_TO = fold_name("إلى") + b" "
# So far before a mention begins who asks for it.
ASKING = 96


def _is_disclaimed(candidate: Candidate, reading: Reading) -> bool:
    """Do those who rule only deny what they did it for? "It is not our ambition to seize power," the general said."""
    if candidate.rule not in ("seize", "hold") or not reading.has("junta", "ousted", "overthrow"):
        return False
    return bool(reading.crises.phrases.aim.search(reading.key, max(0, candidate.start - AIM), candidate.start))


# So far before it begins what is no aim of theirs.
AIM = 28


def _is_not_the_point(candidate: Candidate, reading: Reading) -> bool:
    """Is the coup only said not to be what matters? The problem, I think, is not the coup but hunger."""
    before = max(reading.sentence(candidate.start)[0] - 1, candidate.start - POINT, 0)
    words = _ASIDE.sub(b" ", reading.key[before : candidate.start])
    return is_definite(candidate, reading) and bool(reading.crises.phrases.no_point.search(words))


# So far before a mention begins the word for what matters, with a few words between commas.
POINT = 72
_ASIDE = re.compile(rb", [^,.;]{2,28}, ")


def is_a_sham(candidate: Candidate, reading: Reading) -> bool:
    """Does somebody say that it was none: un faux coup d'Etat, انقلاب وهمي, juyin mulkin bogi?"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    key, phrases = reading.key, reading.crises.phrases
    before = phrases.sham.search(key, max(0, candidate.start - SHAM), candidate.start)
    return bool(before or phrases.sham_behind.match(key, candidate.end))


# So far before a mention begins that word.
SHAM = 24


def _was_not_only(candidate: Candidate, reading: Reading) -> bool:
    """Is a coup what something is denied of: لم يكن انقلاب 8 شباط وليد صدفة? As a predicate it would end in alif."""
    key = reading.key
    before = max(0, candidate.start - WAS_NOT)
    if not reading.crises.phrases.was_not.search(key, before, candidate.start) or key.endswith(_ALIF, 0, candidate.end):
        return False
    return bool(_DAY.match(key, candidate.end)) or bool(reading.countries_in(candidate.end, candidate.end + 4))


# So far before a mention stands that it was not.
WAS_NOT = 24
_ALIF = fold_name("انقلابا")[-1:]
_DAY = re.compile(rb" [0-9]")


def _has_article(candidate: Candidate, reading: Reading) -> bool:
    """تدبير الانقلاب: the one that the reader knows of."""
    return reading.key[candidate.start : candidate.start + 3].find(_AL) >= 0


def _accused_before(candidate: Candidate, reading: Reading) -> bool:
    accuse = reading.crises.phrases.accuse
    return bool(accuse.search(reading.key, reading.sentence(candidate.start)[0], candidate.start))


_AL = fold_name("ال")


def _any_that_may_come(candidate: Candidate, reading: Reading) -> bool:
    """Does a word of doubt stand right before it, nearer than any of time? We will not accept any coup."""
    hits = reading.cues_in("hypothetical", max(0, candidate.start - ANY), candidate.start)
    if not hits or hits[-1].end < candidate.start - 1:
        return False
    return not reading.cues_in("future", hits[-1].start, candidate.end)


# So near before a mention begins such a word.
ANY = 14


def _is_feared_to_come(candidate: Candidate, reading: Reading) -> bool:
    """Does a word of fear or doubt stand before that it will be? Fears that the guard may be about to seize power."""
    before = max(reading.sentence(candidate.start)[0], candidate.start - FEARED)
    coming = reading.cues_in("future", max(before, candidate.start - NEAR["future"] - 20), candidate.start)
    if not coming:
        return False
    doubts = [hit for hit in reading.cues_in("hypothetical", before, coming[-1].start) if hit.end <= coming[-1].start]
    return bool(doubts) and not CLAUSE.search(reading.key, doubts[-1].end, coming[-1].start)


# So far before a mention begins such a fear.
FEARED = 90


def is_of_any(candidate: Candidate, reading: Reading) -> bool:
    """Is any that may come rejected on principle, or feared to spread? عدوى الانقلابات

    Its charter condemns any unconstitutional change of government.
    """
    if reading.crises.phrases.contagion.search(reading.key, max(0, candidate.start - SPREADS), candidate.end):
        return True
    before = max(0, candidate.start - NEAR["stance"] - 20)
    if not reading.crises.phrases.any.search(reading.key, before, candidate.start):
        return False
    start, _ = reading.sentence(candidate.start)
    # أدان البيت الأبيض، اليوم، أي جهد للاستيلاء على السلطة: in Arabic the verb stands first
    opens = reading.cues_in("stance", start, start + 2) + reading.cues_in("stance", before, candidate.start)
    return said_before("stance", candidate, reading) or any(reading.key[hit.start] >= ARABIC for hit in opens)


# So far before a mention begins what spreads.
SPREADS = 6


def _is_done_again(candidate: Candidate, reading: Reading) -> bool:
    """Does a verb tell that another one took place? Onze soldats avaient perpétré un autre coup d'Etat.

    Or what came of it, or an article: il revient au pouvoir à la suite d'un autre; la Cédéao face au nouveau coup.
    Or that it was foiled: army foils another coup.
    """
    if reading.crises.deeds.foiled.search(reading.key, max(0, candidate.start - FOILED), candidate.start):
        return True
    done = reading.crises.phrases.done_again
    return bool(done.search(reading.key, max(0, candidate.start - 44), candidate.start))


# So near before it begins the word for foiling it.
FOILED = 28


def _denied_next(candidate: Candidate, reading: Reading) -> bool:
    """Does the next sentence begin by denying it? Des comptes parlent d'un coup d'Etat. Il n'en est rien."""
    if "negate-after" not in reading.cues or is_known(candidate, reading):
        return False
    end = reading.sentence(candidate.start)[1]
    return bool(reading.cues_in("negate-after", end, end + DENIAL))


def _is_answered_no(candidate: Candidate, reading: Reading) -> bool:
    """Is whether there was one answered by no? Was there a coup? The army says no. | Rumours tell of a coup. It denies.

    But not: Will he leave? Paris says no. The coup changed nothing. | Do coups cure anything? No.
    """
    if candidate.rule not in ("coup", "maybe") or is_plural(candidate, reading):
        return False
    if is_known(candidate, reading) or is_definite(candidate, reading):
        return False
    key, phrases = reading.key, reading.crises.phrases
    start, end = reading.sentence(candidate.start)
    asked = key.endswith((b"?", b"? "), candidate.end, end)
    asked = asked or bool(phrases.talk.search(key, max(0, start - 1), candidate.start))
    return bool(asked) and phrases.answers_no.match(key, end, reading.sentence(end)[1] + 1) is not None


# So near its beginning such a sentence denies.
DENIAL = 18


def _is_asked(candidate: Candidate, reading: Reading) -> bool:
    """Does the headline ask whether there was one? Y a-t-il eu un coup d'Etat en Côte d'Ivoire ?"""
    head = head_end(reading)
    if candidate.start >= head or candidate.rule != "coup" or not reading.title_end or is_known(candidate, reading):
        return False
    if reading.crises.phrases.why.search(reading.key, 0, candidate.start):
        return False  # Pourquoi tant de coups d'Etat ? That there were some is not in doubt
    if reading.crises.phrases.since.search(reading.key, max(0, candidate.start - WHEN), candidate.start):
        return False  # Me ya sauya shekara biyu bayan juyin mulki?
    return reading.key.find(b"?", candidate.end, min(head, candidate.end + ASKED)) >= 0


ASKED = 40
# So near before it stands that it only says when.
WHEN = 12

# So far before a mention stands who finds that it was one.
NAMING = 64


def is_named_one(candidate: Candidate, reading: Reading) -> bool:
    """Does someone find, or shun to say, that what there was is a coup? Should it conclude that this was a coup …

    But not: he declared that what took place was no coup.
    """
    if candidate.rule not in ("coup", "maybe"):
        return False
    start = max(reading.sentence(candidate.start)[0] - 1, candidate.start - NAMING, 0)
    naming = reading.crises.phrases.naming.search(reading.key, start, candidate.start)
    return naming is not None and not reading.cues_in("negate", naming.start() + 1, candidate.start)


def _doubted_behind(candidate: Candidate, reading: Reading) -> bool:
    """Coup fears, un coup d'Etat possible; but not: the coup if dialogue fails, the coup could fuel unrest."""
    hits = reading.cues_in("hypothetical", candidate.end, candidate.end + 2) if "hypothetical" in reading.cues else []
    phrases, key = reading.crises.phrases, reading.key
    # a military coup would complicate things: only what has an article is known to have happened
    some = bool(phrases.some.search(key, max(0, candidate.start - 8), candidate.start))
    return any(not phrases.if_.match(key, h.start) and (some or not phrases.could_do.match(key, h.start)) for h in hits)


def _is_taken_for_a_fact(candidate: Candidate, reading: Reading) -> bool:
    """Whoever rejects, will not accept, wants to undo or could profit from a coup says that there was one."""
    if not said_before("stance", candidate, reading):
        return False
    before = max(0, candidate.start - NEAR["stance"] - 20)
    phrases, key = reading.crises.phrases, reading.key
    talk = phrases.talk.search(key, before, candidate.end + 16)
    return not (talk or phrases.any.search(key, before, candidate.start))
