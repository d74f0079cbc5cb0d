"""Query parameters that say where a reader came from, not what is read."""

from __future__ import annotations

from services.article.words import words

# From AdGuard's general tracking filter and ClearURLs, less whatever names a page on some site: `source`, `id`, `eid`,
# `session`, `keyword`, `page` stay. Missing one costs a duplicate; one too many merges two stories.
_PREFIXES = (
    "utm_", "utm-", "mtm_", "matomo_", "pk_", "piwik_", "at_", "itm_", "hsa_", "vero_", "oly_", "guce_", "fb_action_",
    "fb_source", "ns_", "stm_", "mc_", "ga_", "__hs", "_hs",
)
_NAMES = words(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik "
    "xtor cmp cmpid ncid ocid ito maca cid_source smid smtyp s_cid scid icid mkt_tok wt_mc wt.mc_id wt_zmc "
    "_ga _gl __twitter_impression twitter_impression usqp aoh guccounter sr_share spref "
    "traffic_source ref_src ref_url referrer referer xtref echobox mibextid sfnsn sfns tpcc "
    "wpisrc emc srnd dicbo srsltid gad_source gad_campaignid tbclid fb_ref replytocom "
    "amp_js_v amp_gsa amp_r amp_kit "
    # sessions: of software that puts its own there, never the name of a page
    "phpsessid jsessionid aspsessionid"
)
_REFERRERS = words(
    "rss feed atom twitter x facebook fb instagram telegram whatsapp linkedin google googlenews newsletter email mail "
    "app share social home homepage sitemap"
)
# Names that other sites use for pages: tracking only with a value that says so.
_IF_REFERRER = frozenset(("ref", "from", "src", "source", "via", "share", "mode", "partner", "mod", "cid", "feed"))
# What begins like the above and names a page: "pk" is also the key of a table.
_PAGES = frozenset(("pk_id", "at_id", "ns_id", "mc_id", "ga_id"))


def is_tracking(parameter: str) -> bool:
    """Whether `name=value` only tells the way of the reader. Without a value it is taken for an address's own."""
    name, equals, value = parameter.partition("=")
    if not equals:
        return False
    name = name.lower()
    if name in _NAMES or (name.startswith(_PREFIXES) and name not in _PAGES):
        return True
    return name in _IF_REFERRER and value.lower() in _REFERRERS
