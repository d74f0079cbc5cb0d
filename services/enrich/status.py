"""What a text says became of a coup: told as fact, denied, feared, planned, or long past. And of what type it was."""

from __future__ import annotations

import re

from schemas.cues import Event
from services.enrich.candidates import TELLING, Candidate, against_a_junta
from services.enrich.clock import UNDATED_SINCE, YEAR, Clock
from services.enrich.fold import fold_name
from services.enrich.reading import Reading
from services.enrich.subject import head_end
from services.enrich.ties import is_counted, is_plural
from services.enrich.unlisted import is_elsewhere, judged_late

# How far before a mention a word can reach it, in letters, within one clause.
_NEAR = {
    "negate": 22,
    "hypothetical": 40,
    "again": 12,
    "future": 34,
    "attempt": 16,
    "plot": 30,
    "claim": 30,
    "past": 40,
    "charged": 70,
    "stance": 30,
}
_CLAUSE = re.compile(rb"[,;:()\x01\x02\"]")
# So much farther where what stands between begins by saying against whom: yunkurin yi wa shugaba Tinubu juyin mulki.
TO_WHOM = 28

# A quotation mark right before a mention.
OPENING = b'"'

DOUBTING = frozenset({"negate", "hypothetical", "future", "claim"})
# Not told of what comes behind since or after: a plan was foiled since he took power.
REACHED = DOUBTING | {"attempt"}


def said_before(role: str, candidate: Candidate, reading: Reading) -> bool:
    """Does a cue of this role stand before the mention, in its clause and near enough, or overlap its start?"""
    if role not in reading.cues:
        return False
    phrases = reading.crises.phrases
    start, _ = reading.sentence(candidate.start)
    for hit in reading.cues_in(role, max(start, candidate.start - 2 * _NEAR[role] - 20), candidate.end):
        if candidate.start <= hit.start:
            # what keeps him in may be a word for preventing; that he no longer rules is no denial
            if candidate.rule == "hold" or (candidate.rule == "seize" and hit.end <= candidate.end):
                continue
            return True
        if role == "negate" and reading.key.startswith(_NO_DENIAL, hit.end):
            continue  # they denied access and blocked all exits
        if role == "hypothetical" and _MAY.search(reading.key, max(0, hit.start - 6), hit.start + 6):
            continue  # on 24 May 2021 soldiers arrested the president
        if role == "negate" and any(a.end > hit.end for a in reading.cues_in("attempt", hit.start, hit.start + 1)):
            continue  # they did not succeed in it: ba su yi nasarar yin juyin mulki ba
        if hit.start < candidate.start:
            gap = reading.key[hit.end : candidate.start]
            if gap.strip() == OPENING:
                gap = b""  # rumeur de "coup d'Etat"
            # six letters more, since "après le coup" is a mention itself
            if role in REACHED and phrases.since.search(reading.key, hit.end, candidate.start + 6):
                continue
            reach = _NEAR[role] + (TO_WHOM if phrases.to_whom.match(gap) else 0)
            if len(gap) <= reach and not _CLAUSE.search(gap):
                return role != "negate" or not phrases.unsure.search(gap)
    return False


_MAY = re.compile(rb"(?:[0-9]| in| on| of|last|since|early|late) may\b| may [0-9]")
_NO_DENIAL = (b" access", b" entry", b" him", b" them")


def said_after(role: str, candidate: Candidate, reading: Reading, reach: int = 14) -> bool:
    """Does a cue of this role follow the mention closely?"""
    return role in reading.cues and bool(reading.cues_in(role, candidate.end, candidate.end + reach + 1))


def modifier(
    candidate: Candidate, reading: Reading, *, happening: bool = False, known: bool = False
) -> str | None:
    """`negated`, `hypothetical` or `future` where the words say so.

    `happening`: there is a coup these very days; `known`: the article is of a country that had one.
    """
    if candidate.rule not in TELLING or candidate.rule == "plot" or _is_taken_for_a_fact(candidate, reading):
        return None
    word = _modified(candidate, reading, happening=happening)
    return None if word and known and is_named_one(candidate, reading) else word


def _modified(candidate: Candidate, reading: Reading, *, happening: bool) -> str | None:
    if said_before("negate", candidate, reading) or said_after("negate-after", candidate, reading, 30):
        if reading.crises.phrases.one_more.match(reading.key, candidate.end):
            return None
        unwanted = _is_of_any(candidate, reading) or _UNWANTED.match(reading.key, candidate.end)
        return "hypothetical" if unwanted else "negated"
    if _denied_next(candidate, reading):
        return "negated"
    if _is_known(candidate, reading):
        return None  # it may send troops to undo the coup: that there was one is not in doubt
    if said_before("future", candidate, reading) and not _any_that_may_come(candidate, reading):
        # Officers are tried for having planned a coup, a plot was foiled: that it was planned is told as a fact.
        over = said_before("charged", candidate, reading) or is_judged(candidate, reading)
        # accused by the state, or him who denies it, of having plotted "the coup"
        over = over or (_has_article(candidate, reading) and _accused_before(candidate, reading))
        return None if over or is_plot(candidate, reading) else "future"
    if said_before("hypothetical", candidate, reading) or _doubted_behind(candidate, reading):
        return "hypothetical"
    again = said_before("again", candidate, reading) and not is_counted(candidate, reading)
    again = again and not _is_done_again(candidate, reading)
    if not happening and (again or _is_asked(candidate, reading)):
        return "hypothetical"
    return None


# No coup would be tolerated; aucun putsch ne sera accepté.
_UNWANTED = re.compile(
    rb" (?:(?:will|would|shall|must|can|could) (?:ever )?be (?:tolerated|accepted|allowed|permitted|recogni[sz]ed)|"
    rb"ne (?:sera|serait|saurait etre|doit etre|peut etre) (?:toleree?|acceptee?|admise?|reconnue?))\b"
)


def _has_article(candidate: Candidate, reading: Reading) -> bool:
    """تدبير الانقلاب: the one that the reader knows of."""
    return reading.key[candidate.start : candidate.start + 3].find(_AL) >= 0


def _accused_before(candidate: Candidate, reading: Reading) -> bool:
    return bool(_ACCUSE.search(reading.key, reading.sentence(candidate.start)[0], candidate.start))


_AL = fold_name("ال")
_ACCUSE = re.compile(
    rb"(?:" + b"|".join(map(fold_name, ("تتهم", "يتهم", "اتهمت", "اتهم", "اتهمته", "تتهمه", "متهم", "المتهم"))) + rb") "
)


def _any_that_may_come(candidate: Candidate, reading: Reading) -> bool:
    """Does a word of doubt stand right before it, nearer than any of time? We will not accept any coup."""
    hits = reading.cues_in("hypothetical", max(0, candidate.start - ANY), candidate.start)
    if not hits or hits[-1].end < candidate.start - 1:
        return False
    return not reading.cues_in("future", hits[-1].start, candidate.end)


# So near before a mention begins such a word.
ANY = 14


def _is_of_any(candidate: Candidate, reading: Reading) -> bool:
    """Is any that may come rejected on principle? Its charter condemns any unconstitutional change of government."""
    before = max(0, candidate.start - _NEAR["stance"] - 20)
    if not reading.crises.phrases.any.search(reading.key, before, candidate.start):
        return False
    return said_before("stance", candidate, reading)


def _is_done_again(candidate: Candidate, reading: Reading) -> bool:
    """Does a verb tell that another one took place? Onze soldats avaient perpétré un autre coup d'Etat.

    Or what came of it, or an article: il revient au pouvoir à la suite d'un autre; la Cédéao face au nouveau coup.
    """
    return bool(_DONE.search(reading.key, max(0, candidate.start - 44), candidate.start))


_DONE = re.compile(
    rb"(?: (?:le|ce|au|du|the|this) | (?:a la suite d|suite a|a la faveur d|lors d|au terme d|after|following|in|"
    rb"through|vien(?:t|nent) de (?:connaitre|subir|vivre)|perpetre|commis|mene|menee?s|conduit|dirige|organise|"
    rb"execute|subi|connu|vecu|essuye|survecu a|echappe a|"
    rb"staged|mounted|carried out|suffered|witnessed|experienced|survived|saw|seen|led) (?:(?:un|une|a|an|yet) )?)"
    rb"(?:autre|nouveau|nouvelle|another|new|second|deuxieme) $"
)


def _denied_next(candidate: Candidate, reading: Reading) -> bool:
    """Does the next sentence begin by denying it? Des comptes parlent d'un coup d'Etat. Il n'en est rien."""
    if "negate-after" not in reading.cues or _is_known(candidate, reading):
        return False
    end = reading.sentence(candidate.start)[1]
    return bool(reading.cues_in("negate-after", end, end + DENIAL))


# So near its beginning such a sentence denies.
DENIAL = 18


def _is_asked(candidate: Candidate, reading: Reading) -> bool:
    """Does the headline ask whether there was one? Y a-t-il eu un coup d'Etat en Côte d'Ivoire ?"""
    head = head_end(reading)
    if candidate.start >= head or candidate.rule != "coup" or not reading.title_end or _is_known(candidate, reading):
        return False
    return reading.key.find(b"?", candidate.end, min(head, candidate.end + ASKED)) >= 0


ASKED = 40


def _is_known(candidate: Candidate, reading: Reading) -> bool:
    """Does an article before it say that the reader knows of it?"""
    return bool(reading.crises.phrases.known.search(reading.key, max(0, candidate.start - 5), candidate.start))


# So far before a mention stands who finds that it was one.
NAMING = 64


def is_named_one(candidate: Candidate, reading: Reading) -> bool:
    """Does someone find, or shun to say, that what there was is a coup? Should it conclude that this was a coup …"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    start = max(reading.sentence(candidate.start)[0] - 1, candidate.start - NAMING, 0)
    return bool(reading.crises.phrases.naming.search(reading.key, start, candidate.start))


def _doubted_behind(candidate: Candidate, reading: Reading) -> bool:
    """Coup fears, un coup d'Etat possible; but not: the coup if dialogue fails, the coup could fuel unrest."""
    hits = reading.cues_in("hypothetical", candidate.end, candidate.end + 2) if "hypothetical" in reading.cues else []
    phrases, key = reading.crises.phrases, reading.key
    # a military coup would complicate things: only what has an article is known to have happened
    some = bool(_SOME.search(key, max(0, candidate.start - 8), candidate.start))
    return any(not phrases.if_.match(key, h.start) and (some or not phrases.could_do.match(key, h.start)) for h in hits)


_SOME = re.compile(rb"(?:^|[ \"])(?:a|an|any|another|un|tout) $")


def _is_taken_for_a_fact(candidate: Candidate, reading: Reading) -> bool:
    """Whoever rejects, will not accept, wants to undo or could profit from a coup says that there was one."""
    if not said_before("stance", candidate, reading):
        return False
    before = max(0, candidate.start - _NEAR["stance"] - 20)
    phrases, key = reading.crises.phrases, reading.key
    talk = phrases.talk.search(key, before, candidate.end + 16)
    return not (talk or phrases.any.search(key, before, candidate.start))


def status(candidate: Candidate, event: Event | None, reading: Reading, clock: Clock, central: set[str]) -> str:
    """`asserted` or `historical`. `central` holds the events that are a subject of the article.

    A coup stays asserted for twelve months where it is the subject; elsewhere it is background, however recent.
    """
    if event is None:
        # Without a date of its own a text is taken for one of today: a coup of 1917 is past for all of them.
        charged = said_before("charged", candidate, reading) and is_plot(candidate, reading)
        if charged or is_judged(candidate, reading):
            return "asserted"  # that they planned it is what the court finds: accused of a plot after the vote of 2022
        recent = clock.published.year - 1 if clock.published else UNDATED_SINCE
        start, end = reading.sentence(candidate.start)
        around = reading.years_in(max(start, candidate.start - 40), min(end, candidate.end + 30))
        if is_plot_alone(candidate, reading):
            around = []  # held for plotting against a junta that took power in 2021
        if around and max(around) < recent:
            return "historical"
        # The failed coup in the Soviet Union, 33 years ago
        if any(years > 1 for years in reading.years_back(*reading.sentence(candidate.start))):
            return "historical"
        past = said_before("past", candidate, reading) or said_after("past", candidate, reading, 24)
        past = past or reading.in_sentence(candidate.start, "history") or _is_how_he_rose(candidate, reading)
        past = past or is_elsewhere(candidate, reading)
        tried = is_attempt(candidate, reading)
        past = past or (tried and (is_plural(candidate, reading) or judged_late(reading, clock)))
        return "historical" if past else "asserted"
    if event.id not in central:
        return "historical"
    undated = clock.published is None and (_is_past_undated(event, reading) or _long_before(event, reading))
    past = undated or clock.over_a_year_after(event)
    return "historical" if past else "asserted"


# Beside a month that was less than a year before the text: last July, juillet dernier, يوليو الماضي.
_LAST = re.compile(rb"last $")
_LAST_BEHIND = re.compile(rb" (?:dernier|da ya gabata|" + fold_name("الماضي") + rb"|" + fold_name("المنصرم") + rb")")


def _of_last_months(event: Event, reading: Reading) -> bool:
    """Does an undated text say of the month of a coup that it was the last of its name?"""
    hits, key = reading.cue(f"month-{event.date.month:02}"), reading.key
    return any(_LAST_BEHIND.match(key, h.end) or _LAST.search(key, max(0, h.start - 5), h.start) for h in hits)


def _long_before(event: Event, reading: Reading) -> bool:
    """Is it more than twelve months before what an undated text knows of?"""
    return reading.no_earlier is not None and (reading.no_earlier - event.date).days >= YEAR


def _is_past_undated(event: Event, reading: Reading) -> bool:
    """Is a coup past in a text without a date: an old one, or two years before a day that the text gives in full?

    It was confirmed on August 14, 2025. He came to power by two coups in 2020 and 2021.
    """
    if event.date.year < UNDATED_SINCE:
        return not _of_last_months(event, reading)
    days = (reading.sentence(at) for at in reading.dating)
    return any(year - event.date.year > 1 for start, end in days for year in reading.years_in(start, end))


# How somebody came to power is a word on his life, not the news.
_ROSE = re.compile(
    rb"\b(?:(?:who|he|had|has|having) (?:come|came|rose|risen) to (?:power|office)|"
    rb"(?:brought|swept|propelled) \w+ to power|(?:arrivee?s?|venue?s?|parvenue?s?|accede|porte) au pouvoir|"
    rb"(?:hau|hawa|dare|karagar) mulkin?|"
    + fold_name("وصل") + rb" \S+ ?\S* " + fold_name("السلطة") + rb")\b"
)


def _is_how_he_rose(candidate: Candidate, reading: Reading) -> bool:
    """Eyadema, who came to power in a military coup, ruled for 38 years."""
    return bool(_ROSE.search(reading.key, reading.sentence(candidate.start)[0], candidate.start))


def coup_type(candidates: list[Candidate], event: Event | None, state: str, reading: Reading, clock: Clock) -> str:
    """`attempted`, `conspiracy`, `alleged` or `realized`: what the text of that day shows."""
    if event is not None:
        return event.type or _type_of_event(candidates, event, reading, clock)
    if state == "negated":
        return "alleged"
    if any(is_plot(c, reading) for c in candidates):
        head = head_end(reading)
        first = [c for c in candidates if c.start < head]
        tried = any(c.rule == "coup" and is_attempt(c, reading) for c in first)
        return "attempted" if tried and not any(is_plot(c, reading) for c in first) else "conspiracy"
    if any(is_attempt(c, reading) for c in candidates):
        return "attempted"
    if state == "future" or any(said_before("plot", c, reading) for c in candidates):
        return "conspiracy"
    if state == "hypothetical" or any(said_before("claim", c, reading) for c in candidates):
        return "alleged"
    return "realized"


def is_attempt(candidate: Candidate, reading: Reading) -> bool:
    """Do the words beside a mention call it an attempt? Who tries to keep something from happening makes none."""
    return candidate.rule in TELLING and candidate.rule != "hold" and (
        said_before("attempt", candidate, reading) or _attempt_after(candidate, reading)
    )


def _attempt_after(candidate: Candidate, reading: Reading) -> bool:
    """The coup failed; but not: held since the overthrow, he had tried to flee."""
    if "attempt" not in reading.cues:
        return False
    key, since = reading.key, reading.crises.phrases.since
    hits = reading.cues_in("attempt", candidate.end, candidate.end + 15)
    # a coup because he sought a third term: juyin mulki sakamakon ya nemi tazarce
    end = candidate.end
    return not all(_CLAUSE.search(key, end, hit.start) or since.search(key, end, hit.start) for hit in hits)


def is_plot(candidate: Candidate, reading: Reading) -> bool:
    """Were people only said to plan it? Soldiers had planned a coup; but not: they had plotted the coup."""
    if candidate.rule not in TELLING or _is_known(candidate, reading):
        return False
    if is_plot_alone(candidate, reading):
        return True
    if candidate.rule in ("seize", "overthrow") and not reading.eventful and reading.has("plot"):
        # Il a voulu soudoyer un colonel pour prendre le pouvoir: who is tried for a plot did not carry it out.
        purpose = _PURPOSE.search(reading.key, max(0, candidate.start - 10), candidate.start)
        return bool(purpose) or reading.key.startswith(_TO, candidate.start)
    judged = said_before("plot", candidate, reading) and (
        said_before("charged", candidate, reading) or said_after("claim", candidate, reading)
    )
    return judged or _is_foiled_plot(candidate, reading) or _names_a_plot(candidate, reading)


def is_judged(candidate: Candidate, reading: Reading) -> bool:
    """Does its sentence tell who is held or tried, however far before, for planning it? The court, which met, …"""
    return said_before("plot", candidate, reading) and reading.in_sentence(candidate.start, "charged")


def _names_a_plot(candidate: Candidate, reading: Reading) -> bool:
    """Is the mention the name of a plot: generals arrested in a coup plot; but not: he warned of a plot?"""
    if candidate.rule != "coup" or not reading.cues_in("plot", candidate.start, candidate.end):
        return False
    return not said_before("hypothetical", candidate, reading)


def is_doubted(candidate: Candidate, reading: Reading) -> bool:
    """Is it only planned, alleged or feared, as what a headline denies: officers held over a plan to topple him?"""
    return any(said_before(role, candidate, reading) for role in ("plot", "claim", "charged", "future", "hypothetical"))


def is_plot_alone(candidate: Candidate, reading: Reading) -> bool:
    """Does it tell a plot that no year or country can make a known coup?

    Officers are held, suspected of wanting to topple the junta; but not: they wanted to topple him in 2015.
    """
    if candidate.rule == "plot":
        return True
    if candidate.rule not in ("seize", "overthrow"):
        return False
    if not _WANTED.search(reading.key, max(0, candidate.start - 24), candidate.start):
        return False
    if against_a_junta(reading, candidate.start):
        return True
    held = reading.in_sentence(candidate.start, "arrest", "attempt", "charged", "conspiracy", "plot")
    return held and not reading.years_in(*reading.sentence(candidate.start))


_WANTED = re.compile(
    rb"(?:^| |\x27)(?:voulu|vouloir|voulaient|voulait|veulent|cherche a|chercher a|cherchaient a|cherchait a|"
    rb"pour but de|dans le but de|pour objectif de|en vue de|"
    rb"projete de|projeter de|projetaient de|projetait de|prevoyaient de|visant a|visait a|etait de|"
    rb"wanting to|wanted to|seeking to|sought to|planning to|planned to|plotting to|plotted to|aimed at|aiming to|"
    rb"aiming at) $"
)
_PURPOSE = re.compile(rb"(?:^| )(?:pour|afin de|domin|don) $")
_TO = fold_name("ل")


def _is_foiled_plot(candidate: Candidate, reading: Reading) -> bool:
    """The junta says that it foiled a plot to topple it: planned, and not carried out."""
    return said_before("plot", candidate, reading) and said_before("attempt", candidate, reading)


def _within(candidate: Candidate, others: list[Candidate]) -> bool:
    """Is a mention only a part of a longer one, which speaks for both?"""
    length = candidate.end - candidate.start
    return any(
        o.start <= candidate.start and candidate.end <= o.end and o.end - o.start > length
        for o in others
        if o.rule in TELLING
    )


def _of_another_month(candidate: Candidate, event: Event, reading: Reading) -> bool:
    """Was it tried in another month, as the sentence says right behind: among them an attempt in October?"""
    months = {f"month-{m:02}" for m in range(1, 13)} & reading.cues.keys()
    end = candidate.end
    hits = [hit for month in months for hit in reading.cues_in(month, end, end + MONTH_BEHIND)]
    return bool(hits) and min(hits).role != f"month-{event.date.month:02}"


# So near behind an attempt stands its month.
MONTH_BEHIND = 24


def _type_of_event(candidates: list[Candidate], event: Event, reading: Reading, clock: Clock) -> str:
    """Later texts know how it ended; those of its first days only what they say themselves."""
    if event.failed:
        return "attempted"
    age = clock.age(event)
    if age is None or age > 2:
        return "realized"
    telling = [c for c in candidates if c.rule in TELLING and not _within(c, candidates)] or candidates
    # "four coups and many attempts since independence" says nothing of how today's goes
    telling = [c for c in telling if not is_plural(c, reading)] or telling
    attempts = [c for c in telling if is_attempt(c, reading) and not _of_another_month(c, event, reading)]
    firm = [c for c in telling if c not in attempts and c.rule not in ("hold", "soft")]
    # Who says that he seized power, or toppled whom, says more than one who speaks of the coup.
    # And a headline says more than the text below it, where the one who was driven out may have his say.
    head = head_end(reading)
    weight = sum(2 + (c.start < head) if c.rule in ("seize", "overthrow") else 1 for c in firm)
    if attempts and len(attempts) * 2 >= weight:
        return "attempted"
    # Coup in Niger: guards hold the president. On its day no one tells yet that power was taken.
    settled = any(c.rule in ("junta", "ousted") and c.start < head for c in candidates)
    besieged = age <= 0 and any(c.rule == "hold" for c in telling) and all(_is_the_word(c, reading) for c in firm)
    return "attempted" if besieged or (not firm and not settled and age <= 1) else "realized"


# These give it its name, and do not say how far it went.
_WORD = re.compile(rb"coup|putsch|juyin|" + fold_name("انقلاب"))


def _is_the_word(candidate: Candidate, reading: Reading) -> bool:
    """Is it only called a coup, and not told that power was taken?"""
    return candidate.rule in ("coup", "maybe") and bool(_WORD.search(reading.key, candidate.start, candidate.end))
