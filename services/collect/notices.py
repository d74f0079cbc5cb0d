"""What servers show in the place of a page, answered with 200 like one: errors, maintenance, checks for robots. Pure.

Articles tell of such things too, so that one word is never enough: a headline that says nothing else counts, and
sentences that only such pages have, in a short text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

# A text of this length is an article, unless headline and text both say that it is none.
SHORT = 900
# and of this, nothing at all
_NOTHING = 120
_BEGINNING = 700
_ENOUGH, _SURELY = 2, 4
# Of a title beside what it says: the name of the site.
_NAME_WORDS = 4
_PARTS = re.compile(r"\s[|–—·«»:-]\s|\s?\|\s?|(?<=\w)\s?:\s")
_SPACE = re.compile(r"[^\S\n]+")
_LINE, _FIRST_WORDS = 100, 60
_EDGES = " .!?…,;:–—-\"'«»“”"


@dataclass(frozen=True, slots=True)
class Notice:
    """`reason` is one line; `for_now`: the page itself may come another time."""

    reason: str
    for_now: bool = True


@dataclass(frozen=True, slots=True)
class _Kind:
    """`heads` say so alone, `hints` (titles too) beside something else; `says` stand at the begin of a text.

    `anyhow`: such a sentence is enough below whatever headline.
    """

    notice: Notice
    heads: re.Pattern[str]
    hints: re.Pattern[str]
    says: re.Pattern[str]
    anyhow: bool


def _kind(
    reason: str, heads: str, says: str, hints: str = r"\b\B", for_now: bool = True, anyhow: bool = False
) -> _Kind:
    return _Kind(Notice(reason, for_now), _pattern(heads), _pattern(hints), _pattern(says), anyhow)


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(f"(?:{written})", re.IGNORECASE | re.VERBOSE)


_OOPS = r"(?:(?:oops|oups|ooops|sorry|désolé|pardon|عذرا)[\s,.!:…]{1,4})?"
_GAP = r"[^.!?\n]{0,60}?"
_KINDS = (
    _kind(
        "the page says that there is none",
        rf"""{_OOPS}(?:error|erreur|http|code|خطأ|kuskure)?[\s#:]{{0,2}}(?:404|410)(?:\W{{1,3}}(?:error|erreur|oops|not\sfound))?
        |(?:(?:error|erreur)\W)?(?:404\W{{1,3}})?{_OOPS}(?:(?:the|this|that|cette|la)\s)?(?:requested\s)?page\s(?:web\s)?
        (?:(?:is\s|was\s)?not\s(?:found|available)|(?:can't|cannot|can\snot|could\snot)\sbe\sfound|introuvable|inexistante
        |non\s(?:trouvée?|disponible)|n'existe\s(?:pas|plus)|doesn't\sexist)
        |(?:file\s|article\s|content\s)?not\sfound|nothing\s(?:was\s)?found|(?:article|contenu)\s(?:introuvable|supprimé)
        |الصفحة\s(?:المطلوبة\s)?(?:غير\s(?:موجودة|متوفرة|متاحة)|لا\sتوجد)|لم\sيتم\sالعثور\sعلى\s(?:هذه\s)?الصفحة
        |ba\sa\s(?:samu|sami|ga)\s(?:wannan\s)?shafin?(?:\sba)?|babu\swannan\sshafin?""",
        rf"""\bpage\s(?:web\s)?(?:que\svous\s(?:re)?(?:cherch|demand)\w+|(?:you|you're|you\sare)\s(?:\w+\s){{0,2}}
        (?:looking|requested|searching|trying)|demandée){_GAP}\s(?:n'existe|n'est\s(?:plus|pas)|introuvable|(?:could|can)
        (?:n't|not|\snot)|does(?:n't|\snot)|(?:has|may\shave|might\shave)\sbeen|is\sno(?:t|\slonger)|(?:a|peut\savoir)\sété)
        |nothing\swas\sfound\sat\sthis\slocation|requested\s(?:url|page|resource){_GAP}\s(?:not\s(?:be\s)?found|no\slonger)
        |(?:article|contenu|document){_GAP}\sn'est\splus\s(?:disponible|en\sligne|accessible)
        |(?:article|story|content|page){_GAP}\sis\sno\slonger\savailable
        |الصفحة\sالتي\s(?:تبحث|بحثت|طلبت|تحاول)|ba\sa\s(?:samu|sami|ga)\sshafin|shafin\sda\s(?:kake|kuke|ka|ku)\snema""",
        r"gone|410\sgone", for_now=False,
    ),
    _kind(
        "the page is one that its server came with",
        r"""welcome\sto\s(?:nginx|centos|apache\S*|iis)|index\sof\s/\S*|(?:apache|nginx|iis)\d?(?:\s\w+){0,3}\sdefault\s(?:\w+\s)?page(?:\W\s?it\sworks)?
        |default\s(?:web\s?)?(?:site\s)?page|it\sworks|test\spage\sfor\s.{3,40}|(?:object|document)\smoved|(?:30[1278]\s)?moved\s(?:permanently|temporarily)
        |plesk\s.{3,30}|domain\sdefault\spage""",
        r"""web\sserver\sis\ssuccessfully\sinstalled|default\s(?:welcome\s)?page\sused\sto|(?:object|document)\s(?:has\s)?moved""",
        for_now=False,
    ),
    _kind(
        "the page is an error of its server",
        r"""(?:http\s|error\s|erreur\s)?(?:code\s)?5\d\d(?:\W{1,3}(?:error|erreur))?
        |(?:http\s)?(?:error\s|erreur\s)?5\d\d\s(?:backend|error|erreur|server|service|proxy|origin|ssl)\b[^.]{0,40}
        |(?:(?:http\s)?(?:error\s|erreur\s)?(?:429|5\d\d)\W{1,3})?(?:bad\sgateway(?:\serror\scode\s\d{3})?|gateway\stime-?\s?out
        |(?:service\s)(?:temporarily\s)?unavailable|internal\s(?:server\s)?error|too\smany\srequests
        |web\sserver\sis\s(?:down|returning\san\sunknown\serror)|(?:connection|origin)\s(?:timed\sout|is\sunreachable)
        |service\s(?:temporairement\s)?indisponible|erreur\sinterne(?:\sdu\sserveur)?|trop\sde\srequêtes)
        |error\sestablishing\sa\sdatabase\sconnection|database\s(?:connection\s)?error|fatal\serror
        |erreur\s(?:lors\sde\sla|de)\sconnexion\sà\sla\sbase\sde\sdonnées|خطأ\sفي\sالاتصال\sبقاعدة\sالبيانات
        |bandwidth\slimit\sexceeded|(?:il\sy\sa\seu\s|there\shas\sbeen\s)?(?:an?|une)\s(?:erreur\scritique|critical\serror)\s(?:sur|on)\s
        (?:ce|votre|this|your)\s(?:web)?site|(?:whoops|oops|oups)\W{1,4}(?:looks\slike\s)?(?:something\s(?:went|is)\swrong|une\serreur\W.{3,40})
        |(?:the\swebsite\s|we\s)?encountered\san\sunexpected\serror|error\W{1,3}the\srequest\scould\snot\sbe\ssatisfied""",
        r"""wp-config\.php|establishing\sa\sdatabase\sconnection|connexion\sà\sla\sbase\sde\sdonnées|sqlstate\[
        |(?:web\s)?server\s(?:reported|returned|is\sreturning)\s(?:a\sbad\sgateway|an?\s(?:unknown|invalid|internal))
        |encountered\san\s(?:unexpected|internal)\s(?:server\s)?(?:error|condition)
        |(?:a|une)\serreur\s(?:technique|interne|inattendue|critique)\s(?:est\ssurvenue|s'est\sproduite)|une\serreur\scritique
        |(?:there\shas\sbeen\sa|a)\scritical\serror\s(?:on|has)|too\smany\srequests\sin\sa\sgiven
        |server\sis\stemporarily\sunable\sto\sservice|upstream\sconnect\serror|veuillez\sréessayer\s(?:plus\stard|dans\squelques)
        |(?:fatal|parse)\serror:\s|حدث\sخطأ\sغير\sمتوقع""",
        r"error|erreur|oops|oups|خطأ|kuskure",
    ),
    _kind(
        "the page says that its site is not to be had for now",
        r"""(?:(?:this|our|the|le|notre|ce)\s)?(?:web)?site(?:\sweb)?\s(?:(?:is|est)\s)?(?:currently\s|temporarily\s|actuellement\s
        |temporairement\s)?(?:under|down\sfor|in|en)\s(?:scheduled\s|cours\sde\s)?(?:maintenance|construction)
        |(?:site\s)?maintenance\s(?:mode|en\scours|du\ssite|page|programmée)|scheduled\smaintenance|site\s(?:is\s)?(?:hors\sligne|off-?line)|mode\smaintenance
        |we(?:'|\swi)ll\sbe\s(?:right\s)?back(?:\s(?:soon|shortly|online))?|(?:nous\srevenons|de\sretour)\s(?:très\s)?(?:bientôt|vite)
        |الموقع\s(?:تحت|قيد|في)\s(?:ال)?(?:صيانة|إنشاء|تطوير)|(?:shafin|ana)\s(?:yana\s)?gyaran?(?:\sshafin?)?""",
        r"""(?:briefly\sunavailable|indisponible\sbrièvement)\s(?:for|pour)|performing\s(?:some\s|scheduled\s)?maintenance|back\s(?:online|up)\s(?:shortly|soon)
        |\b(?:web)?(?:site|page|service)(?:\sweb)?\s(?:is|est|sera)(?:\s\w+){0,3}\s(?:under|en|down\sfor|undergoing|in|pour)
        (?:\s\w+){0,2}\s(?:maintenance|construction)|(?:work|travail)\w*\s(?:on|sur|à)\s(?:the|our|le|notre)\s(?:new\s|nouveau\s)?
        (?:web)?site|merci\sde\s(?:votre|bien\svouloir)\s(?:patien|compréhen|repasser|revenir)\w*|sorry\sfor\sthe\sinconvenience
        |(?:site|page)\sest\s(?:momentanément|temporairement|actuellement)\sindisponible
        |الموقع(?:\s\w+){0,3}\s(?:ل?ل?ال?صيانة|التحديث)|نعتذر\sعن\s(?:هذا\s)?(?:الإزعاج|الخلل)""",
        r"(?:under\s|en\s)?(?:maintenance|construction)|coming\ssoon|bientôt\s(?:disponible|en\sligne)|صيانة|قريبا",
    ),
    _kind(
        "the page checks who reads it",
        r"""just\sa\smoment|un\sinstant|attention\srequired|robot\scheck|(?:human|bot|security)\s(?:check|verification)
        |are\syou\s(?:a\s)?(?:human|robot)|(?:please\s)?verify(?:ing)?\s(?:that\s)?you\sare\s(?:a\s)?human|captcha|ddos-?\s?guard
        |vérification\s(?:de\s(?:la\s)?sécurité|humaine)|pardon\sour\sinterruption|one\smore\sstep|vous\sêtes\sun\srobot
        |checking\syour\sbrowser(?:\sbefore\s\w+\s\S+)?|التحقق\sمن\s(?:الأمان|أنك\sإنسان)""",
        r"""checking\s(?:your\sbrowser|if\sthe\ssite\sconnection)|review\sthe\ssecurity\sof\syour\sconnection
        |(?:are|you're|that\syou\sare)\snot\sa\s(?:ro)?bot|n'êtes\spas\sun\srobot|unusual\s(?:traffic|activity)\s(?:\w+\s){0,3}from\s(?:your|this)|trafic\s\w+\s(?:\w+\s){0,3}de\svotre
        |verify\s(?:that\s)?you(?:'re|\sare)\s(?:a\s)?human|vous\sêtes\s(?:bien\s)?(?:un\s)?(?:être\s)?humain
        |(?:solve|complete|résoud\w+)\s(?:the|this|le|ce)\s(?:captcha|security\scheck)|لست\sروبوت|ray\sid:""",
        anyhow=True,
    ),
    _kind(
        "the page asks for another browser, or for JavaScript",
        r"""(?:please\s)?enable\s(?:javascript|cookies)(?:\sand\scookies)?|javascript\s(?:is\s)?(?:required|disabled|requis|désactivé)
        |(?:unsupported|outdated)\sbrowser|(?:browser|navigateur)\s(?:not\ssupported|obsolète|non\ssupporté|incompatible)""",
        r"""(?:enable|turn\son|activer|activez|allow)\s(?:le\s)?javascript|javascript\s(?:is\s(?:disabled|required|not)|must\sbe|doit\sêtre
        |est\s(?:désactivé|requis|nécessaire))|(?:without|sans)\s(?:le\s)?javascript|(?:requires|nécessite)\s(?:le\s)?javascript
        |navigateur\sn'est\s(?:plus|pas)\s(?:pris|support|compatible|à\sjour)|browser\sis\s(?:no\slonger|not|out\sof|outdated)
        |(?:تفعيل|تمكين)\s(?:ال)?(?:جافا\s?سكر[يب]+ت|javascript)""",
        for_now=False, anyhow=True,
    ),
    _kind(
        "the page asks to sign in",
        r"(?:please\s)?(?:log|sign)\s?in(?:\srequired)?|(?:se\s)?connexion(?:\srequise)?|identification|تسجيل\sالدخول|shiga",
        r"""(?:must|have\sto|need\sto)\s(?:be\s)?(?:log|sign)(?:ged|ned)?[\s-]?in|devez\s(?:être\sconnecté|vous\s(?:connecter|identifier))
        |(?:log|sign)\sin\sto\s(?:continue|view|your|see)|connectez-vous\s(?:pour|à)|يجب\s(?:عليك\s)?تسجيل\sالدخول""",
        for_now=False,
    ),
    _kind(
        "the page is not shown here",
        r"""(?:error\s|erreur\s)?40[13](?:\W{1,3}(?:forbidden|error|erreur))?|(?:(?:40[13]|451)\W{1,3})?(?:forbidden|accès\s(?:refusé|interdit)
        |unauthorized|unavailable\sfor\slegal\sreasons)|(?:this\s)?account\s(?:has\sbeen\s)?suspended|compte\ssuspendu
        |\S{1,60}\.\w{2,10}\sis\sfor\ssale|(?:this\s)?domain\s(?:is\s)?(?:for\ssale|parked|has\sexpired|expired)|website\sexpired
        |(?:content|contenu)\s(?:is\s)?(?:not\savailable|unavailable|non\sdisponible|indisponible)\s(?:in\syour|dans\svotre)\s\w+""",
        r"""permission\sto\saccess|requested\surl\swas\srejected|using\sa\ssecurity\sservice\sto\sprotect|(?:pas|aucune)\s(?:la\spermission|l'autorisation|le\sdroit|autorisés?)\s(?:d'|à\s)accé
        |account\shas\sbeen\ssuspended|compte\sa\sété\ssuspendu|domain\s(?:name\s)?(?:\S{1,60}\s)?(?:is|may\sbe)\sfor\ssale
        |buy\sthis\sdomain|(?:domaine?|domain)\s(?:has|a)\s(?:expiré|expired)
        |(?:not\savailable|unavailable|pas\sdisponible|indisponible)\s(?:in|to|dans|pour)\s(?:visitors|your|votre|les\svisiteurs)""",
        r"access\sdenied|request\s(?:rejected|blocked)|not\savailable|unavailable|indisponible|blocked|الوصول\sمرفوض",
        for_now=False,
    ),
)


def notice_of(titles: Sequence[str], text: str) -> Notice | None:
    """What a page says of itself that is no article, by its titles and its text; None of any other page."""
    begin = _even(text[:_BEGINNING])
    titles = [_even(title) for title in titles]
    # software repeats its headline above the text
    above = [line for line in begin.split("\n", 3)[:3] if len(line) < _LINE]
    heads = {part for line in (*titles, *above) for part in _parts(line)}
    named = all(len(title.split()) <= _NAME_WORDS for title in titles)
    weights = [_weight(kind, heads, begin, named) for kind in _KINDS]
    needed = 1 if len(text.strip()) < _NOTHING else _ENOUGH if len(text) < SHORT else _SURELY
    return _KINDS[weights.index(max(weights))].notice if max(weights) >= needed else None


def _weight(kind: _Kind, heads: Collection[str], begin: str, named: bool) -> int:
    """`named`: above the text there is no more than a name."""
    head = _ENOUGH if any(map(kind.heads.fullmatch, heads)) else int(any(map(kind.hints.fullmatch, heads)))
    said = list(kind.says.finditer(begin))
    if not said:
        return head
    # at the begin of a text that has no headline, or twice in it, it is no quotation in a report
    twice = len({match[0] for match in said}) > 1
    surely = head or kind.anyhow or (named and (twice or said[0].start() < _FIRST_WORDS))
    return head + (_ENOUGH if surely else 1)


def _even(line: str) -> str:
    return _SPACE.sub(" ", line.replace("’", "'").replace("ʼ", "'")).lower().strip()


def _parts(title: str) -> Iterator[str]:
    """A title, and each of its parts beside which there is no more than the name of a site."""
    yield title.strip(_EDGES)
    parts = [part.strip(_EDGES) for part in _PARTS.split(title)]
    for at, part in enumerate(parts):
        others = " ".join(parts[:at] + parts[at + 1 :])
        if len(parts) > 1 and len(others.split()) <= _NAME_WORDS:
            yield part
