"""Query parameters that say where a reader came from, not what is read."""

from __future__ import annotations

from services.article.words import words

# From AdGuard's general tracking filter and ClearURLs, less whatever names a page on some site: `source`, `id`, `eid`,
# `session`, `keyword`, `page` stay. Missing one costs a duplicate; one too many merges two stories.
_PREFIXES = (
    "utm_", "utm-", "mtm_", "matomo_", "pk_", "piwik_", "at_", "itm_", "hsa_", "vero_", "oly_", "guce_", "fb_action_",
    "fb_source", "ns_", "stm_", "mc_", "ga_", "__hs", "_hs", "aef_", "cm_mmc", "dpg_", "bsft_", "cx_", "__cft__",
    "_sgm_", "adjust_", "pagespeed",
)
_NAMES = words(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik "
    "xtor cmp cmpid ncid ocid ito maca cid_source smid smtyp s_cid scid icid mkt_tok wt_mc wt.mc_id wt_zmc "
    "_ga _gl __twitter_impression twitter_impression usqp aoh guccounter sr_share spref "
    "traffic_source ref_src ref_url referrer referer xtref echobox mibextid sfnsn sfns tpcc "
    "wpisrc emc srnd dicbo srsltid gad_source gad_campaignid tbclid fb_ref replytocom "
    "amp_js_v amp_gsa amp_r amp_kit amp_tf "
    "doing_wp_cron tztc trk intcmp spm _openstat _kx _branch_match_id wickedid irclickid irgwc nx_source ml_subscriber "
    "ml_subscriber_hash __tn__ _rdc rdid isappinstalled noredirect var_mode feedtype feedname "
    # sessions: of software that puts its own there, never the name of a page
    "phpsessid jsessionid aspsessionid"
)
_REFERRERS = words(
    "rss feed atom twitter x facebook fb instagram telegram whatsapp linkedin google googlenews newsletter email mail "
    "app share social home homepage sitemap"
)
_SHORT_REFERRERS = words("tw tw_i fb_i ig li li_i wa nl push notification")  # of "ref" alone, which is never a language
# Names that other sites use for pages: tracking only with a value that says so.
_IF_REFERRER = frozenset(("ref", "from", "src", "source", "via", "share", "mode", "partner", "mod", "cid", "feed"))
# Nothing else is called so, with a value or without.
_BARE = frozenset(("fbclid", "gclid", "_rdr"))
# What begins like the above and names a page: "pk" is also the key of a table.
_PAGES = frozenset(
    f"{prefix}_{what}"
    for prefix in ("pk", "at", "ns", "mc", "ga")
    for what in ("id", "article", "story", "post", "page", "news", "item")
)


def is_tracking(parameter: str) -> bool:
    """Whether `name=value` only tells the way of the reader. Without a value most are taken for an address's own."""
    name, equals, value = parameter.partition("=")
    name = name.lower()
    if not equals:
        return name in _BARE or name.startswith("utm_")
    if name in _NAMES or (name.startswith(_PREFIXES) and name not in _PAGES):
        return True
    value = value.lower()
    return name in _IF_REFERRER and (value in _REFERRERS or (name == "ref" and value in _SHORT_REFERRERS))
