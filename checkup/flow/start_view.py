"""What the pages of "Before you start" show: questions with tall choices, and pages that only tell."""

from typing import TYPE_CHECKING

from checkup.content.texts import Language, Texts
from checkup.flow.offline import is_offline
from checkup.flow.start import DEVICE, ELSEWHERE, KEEPING, TRACES
from checkup.model.plain import Plain
from checkup.model.situation import Company, DeviceSafety

if TYPE_CHECKING:
    from checkup.model.begun import Beginning
    from checkup.model.visit import Visit

LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.VIETNAMESE: "Tiếng Việt"}
NETWORK, OFFLINE, ASKS = "network", "offline", "asks"
WISHES = ("nothing", "new", "open")


class ChoiceView(Plain):
    """One choice."""

    id: str
    label: str
    detail: str = ""
    chosen: bool = False


class AskedView(Plain):
    """One question with its choices, named by `id`."""

    id: str
    title: str
    choices: tuple[ChoiceView, ...]


class NoteView(Plain):
    """A card that only tells: a title and a few lines."""

    title: str
    lines: tuple[str, ...]
    tone: str = "surface"


class StartView(Plain):
    """One page of the step."""

    title: str
    lead: str
    asked: tuple[AskedView, ...] = ()
    notes: tuple[NoteView, ...] = ()


def welcome_view(begun: "Beginning", texts: Texts) -> StartView:
    """Return the first page: the language, and for whom it is."""
    say = texts.say
    languages = tuple(
        ChoiceView(id=one.value, label=LANGUAGE_NAMES[one], chosen=one is texts.language) for one in Language
    )
    company = tuple(
        ChoiceView(
            id=one.value,
            label=say(f"start.company.{one.value}"),
            detail=say(f"start.company_about.{one.value}"),
            chosen=one is begun.company,
        )
        for one in Company
    )
    return StartView(
        title=say("start.welcome.title"),
        lead=say("start.welcome.lead"),
        asked=(
            AskedView(id="language", title=say("start.welcome.language"), choices=languages),
            AskedView(id="company", title=say("start.welcome.company"), choices=company),
        ),
    )


def device_view(visit: "Visit", texts: Texts) -> StartView:
    """Return the question about this device."""
    say = texts.say
    choices = tuple(
        ChoiceView(
            id=one.value,
            label=say(f"start.device.{one.value}"),
            detail=say(f"start.device_about.{one.value}"),
            chosen=one is visit.device,
        )
        for one in DeviceSafety
    )
    helping = visit.company is Company.WITH_SOMEONE
    return StartView(
        title=say("start.device.title"),
        lead=say("start.device.lead_with_someone") if helping else say("start.device.lead"),
        asked=(AskedView(id=DEVICE, title=say("start.device.title"), choices=choices),),
    )


def elsewhere_view(texts: Texts, *, keeps: bool = False) -> StartView:
    """Return the page for a device that is not right: where to go on, and who helps.

    With a record open (`keeps`) something was written, and the page says so.
    """
    say = texts.say
    this_one = "this_one_kept" if keeps else "this_one"
    return StartView(
        title=say("start.elsewhere.title"),
        lead=say("start.elsewhere.lead"),
        notes=tuple(_note(texts, ELSEWHERE, name) for name in ("other_device", "people", this_one)),
    )


def traces_view(visit: "Visit", texts: Texts) -> StartView:
    """Return what leaving does and does not erase, what stays behind here (P9), and the network's switch."""
    say = texts.say
    return StartView(
        title=say("start.traces.title"),
        lead=say("start.traces.lead"),
        asked=(_network(visit, texts),),
        notes=tuple(_note(texts, TRACES, name) for name in ("leaving", "stays", "screen")),
    )


def keeping_view(wish: str, texts: Texts) -> StartView:
    """Return the choice what becomes of all this when the window closes."""
    say = texts.say
    choices = tuple(
        ChoiceView(
            id=one,
            label=say(f"start.keeping.{one}"),
            detail=say(f"start.keeping_about.{one}"),
            chosen=one == wish,
        )
        for one in WISHES
    )
    return StartView(
        title=say("start.keeping.title"),
        lead=say("start.keeping.lead"),
        asked=(AskedView(id=KEEPING, title=say("start.keeping.title"), choices=choices),),
    )


def _network(visit: "Visit", texts: Texts) -> AskedView:
    say, offline = texts.say, is_offline(visit)
    begun = offline and visit.offline is None
    about = {OFFLINE: "offline_begun" if begun else "offline_about", ASKS: "asks_about"}
    choices = (
        ChoiceView(
            id=one,
            label=say(f"offline.choice.{one}"),
            detail=say(f"offline.choice.{about[one]}"),
            chosen=offline is (one == OFFLINE),
        )
        for one in (OFFLINE, ASKS)
    )
    return AskedView(id=NETWORK, title=say("offline.choice.title"), choices=tuple(choices))


def _note(texts: Texts, page: str, name: str) -> NoteView:
    lines = texts.say(f"start.{page}.{name}.lines").splitlines()
    return NoteView(title=texts.say(f"start.{page}.{name}.title"), lines=tuple(lines))
