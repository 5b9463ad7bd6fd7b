"""Who is signed in on this computer: asked first with the places named, then shown in groups."""

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.written_date import written_date
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.looked import Unread
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Visit


class AskView(Value, frozen=True, kw_only=True):
    """What is asked before looking; `places` are read only after a yes."""

    words: str
    places_title: str
    places: tuple[str, ...]
    look: str


class SignInRow(Value, frozen=True, kw_only=True):
    """One sign-in, as a name and a quiet line."""

    name: str
    detail: str = ""


class SignInGroup(Value, frozen=True, kw_only=True):
    """Sign-ins of one kind, or of one browser profile (`title`)."""

    kind: SignedInKind
    title: str
    what: str
    rows: tuple[SignInRow, ...]


class HereView(Value, frozen=True, kw_only=True):
    """The page: `ask` before the look, `looking` while it runs, `groups` after it."""

    title: str
    lead: str
    ask: AskView | None = None
    looking: str = ""
    stop: str = ""
    groups: tuple[SignInGroup, ...] = ()
    note: str = ""
    nothing: str = ""
    not_read_title: str = ""
    not_read: tuple[str, ...] = ()
    trouble: str = ""
    look_again: str = ""


def here_view(  # the page has three states, and each needs its own words
    visit: Visit,
    services: Services,
    texts: Texts,
    places: tuple[str, ...],
    *,
    looking: bool = False,
    failed: bool = False,
) -> HereView:
    """Return the page for a visit: before the look, during it, or after it."""
    title, lead = texts.say("accounts.here.title"), texts.say("accounts.here.lead")
    trouble = texts.say("accounts.here.failed") if failed else ""
    if looking:
        words, stop = texts.say("accounts.here.looking"), texts.say("accounts.here.stop")
        return HereView(title=title, lead=lead, looking=words, stop=stop)
    if visit.here is None:
        return HereView(title=title, lead=lead, ask=_ask(texts, places), trouble=trouble)
    return HereView(
        title=title,
        lead=lead,
        groups=_groups(visit.here, services, texts),
        note=texts.say("accounts.here.keep_note") if visit.here else "",
        nothing="" if visit.here else texts.say("accounts.here.nothing"),
        not_read_title=texts.say("accounts.here.not_read") if visit.here_unread else "",
        not_read=_not_read(visit.here_unread, texts),
        trouble=trouble,
        look_again=texts.say("accounts.here.look_again"),
    )


def _ask(texts: Texts, places: tuple[str, ...]) -> AskView:
    words = "would_read" if places else "would_read_none"
    return AskView(
        words=texts.say("accounts.here.ask"),
        places_title=texts.say(f"accounts.here.{words}"),
        places=tuple(shown(place) for place in places),
        look=texts.say("accounts.here.look"),
    )


def _groups(seen: tuple[SignedIn, ...], services: Services, texts: Texts) -> tuple[SignInGroup, ...]:
    groups = []
    for kind in SignedInKind:
        title, what = (texts.say(f"accounts.here.group.{kind}.{part}") for part in ("title", "what"))
        rows = tuple(_row(one, services, texts) for one in seen if one.kind is kind)
        if kind is SignedInKind.BROWSER_SITE and rows:
            what = f"{what} {texts.say('accounts.here.cookie_note')}"
        groups.append(SignInGroup(kind=kind, title=title, what=what, rows=_once(rows)))
    return tuple(group for group in groups if group.rows)


def _once(rows: tuple[SignInRow, ...]) -> tuple[SignInRow, ...]:
    """Several cookies of one site in one profile are one sign-in."""
    return tuple(dict.fromkeys(rows))


def _row(one: SignedIn, services: Services, texts: Texts) -> SignInRow:
    browser = _browser(one, texts)
    if one.kind is SignedInKind.BROWSER_SITE:
        known = one.service and services.knows(one.service)
        name = services.find(one.service).name_in(texts.language) if known else shown(one.host)
        return SignInRow(name=name, detail=_joined(shown(one.host.lstrip(".")) if known else "", browser))
    name = shown(one.who) or texts.say("accounts.here.unknown_account")
    since = texts.say("accounts.here.since", when=_day(one.since, texts)) if one.since else ""
    remote = texts.say("accounts.here.from_far", remote=one.remote) if one.remote else ""
    return SignInRow(name=name, detail=_joined(browser, since, remote))


def _browser(one: SignedIn, texts: Texts) -> str:
    if not one.browser:
        return ""
    if one.profile:
        return texts.say("accounts.here.profile", browser=one.browser, profile=one.profile)
    return texts.say("accounts.here.browser_only", browser=one.browser)


def _day(moment: str, texts: Texts) -> str:
    return written_date(texts, moment[:10]) or moment


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _not_read(unread: tuple[Unread, ...], texts: Texts) -> tuple[str, ...]:
    return tuple(
        texts.say("accounts.here.not_read_row", where=one.where, cause=_cause(one, texts)) for one in unread
    )


def _cause(one: Unread, texts: Texts) -> str:
    key = f"causes.{one.reason}"
    return texts.say(key) if texts.has(key) else one.reason.value
