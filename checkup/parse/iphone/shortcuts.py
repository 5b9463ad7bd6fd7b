"""Shortcuts and automations: what each takes in and where it sends it. No text of theirs is kept.

References: Shortcuts.sqlite, iOS 13 to 18: `ZSHORTCUT` (name, time of change), `ZSHORTCUTACTIONS` (`ZDATA`: a
property list of actions with `WFWorkflowActionIdentifier`), `ZTRIGGER` (automations; `ZSHOULDPROMPT` asks
first, `ZENABLED`); mvt's shortcuts.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from checkup.model.iphone import Act, Shortcut
from checkup.parse.iphone.addresses import links
from checkup.parse.moment import apple
from checkup.parse.plist import NotPlist, dict_of, list_of, plist, text_of
from checkup.parse.tables import Tables, UnknownColumns, real_number, text, whole_number

MOST_DATA = 4 * 1024 * 1024
MOST_ACTIONS, MOST_HOSTS, MOST_PARTS = 2_000, 50, 500
_PREFIX = "is.workflow.actions."
_ACTS = {
    "getcurrentlocation": Act.PLACE,
    **dict.fromkeys(("takephoto", "takevideo", "getlastphoto", "getlatestphotos"), Act.PICTURE),
    "recordaudio": Act.SOUND,
    **dict.fromkeys(("takescreenshot", "getlastscreenshot"), Act.SCREEN),
    "sendmessage": Act.MESSAGE,
    "sendemail": Act.MAIL,
    "downloadurl": Act.WEB,
    "runsshscript": Act.ORDERS,
}


def shortcuts(tables: Tables, where: str) -> Iterator[Shortcut]:
    """Yield each shortcut; raises NotDatabase, UnknownColumns (last, where one's actions are broken)."""
    if "ZNAME" not in tables.columns("ZSHORTCUT") or "ZDATA" not in tables.columns("ZSHORTCUTACTIONS"):
        raise UnknownColumns
    named = {
        number: (text(name), real_number(when))
        for number, name, when in tables.rows("ZSHORTCUT", "Z_PK", "ZNAME", "ZMODIFICATIONDATE")
    }
    alone = {
        of
        for of, enabled, asks in tables.rows("ZTRIGGER", "ZSHORTCUT", "ZENABLED", "ZSHOULDPROMPT")
        if whole_number(enabled) and not whole_number(asks)
    }
    is_broken = False
    for of, data in tables.rows("ZSHORTCUTACTIONS", "ZSHORTCUT", "ZDATA"):
        name, when = named.get(of, ("", 0.0))
        try:
            acts, hosts = _content(data)
        except NotPlist:
            is_broken = True
            continue
        yield Shortcut(
            name=name, acts=acts, hosts=hosts, runs_alone=of in alone, changed=apple(when), seen_in=where
        )
    if is_broken:
        raise UnknownColumns


def _content(data: object) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """Return what the actions do, and the hosts in them; raises NotPlist."""
    if not isinstance(data, bytes) or len(data) > MOST_DATA:
        raise NotPlist
    actions = list_of(plist(data))[:MOST_ACTIONS]
    acts: dict[Act, None] = {}
    hosts: dict[str, None] = {}
    for action in actions:
        held = dict_of(action)
        name = text_of(held.get("WFWorkflowActionIdentifier")).removeprefix(_PREFIX)
        if act := _ACTS.get(name):
            acts[act] = None
        for one in _texts(held.get("WFWorkflowActionParameters")):
            hosts.update(dict.fromkeys(_host(url) for url in links(one)))
    return tuple(acts), tuple(host for host in hosts if host)[:MOST_HOSTS]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _texts(value: object) -> Iterator[str]:
    """Yield the texts with an address in what an action holds; a list that holds itself comes to an end."""
    left = [value]
    for _ in range(MOST_PARTS):
        if not left:
            return
        one = left.pop()
        if isinstance(one, str) and "://" in one:
            yield one
        elif isinstance(one, dict):
            left.extend(one.values())
        elif isinstance(one, list):
            left.extend(one[:MOST_PARTS])
