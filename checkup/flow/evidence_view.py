"""The pictures of one account as prepared values: what is said of each, and why one was not kept."""

from datetime import datetime

from checkup.content.texts import Texts
from checkup.flow.evidence import (
    LARGEST,
    MOST,
    MOST_BYTES,
    Refusal,
    pictures_of,
    sessions_of,
)
from checkup.flow.keeping import KeepState
from checkup.model.clock import read
from checkup.model.picture import Picture, PictureKind
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Visit

MEBIBYTE = 2**20


class SessionChoice(Value, frozen=True, kw_only=True):
    """A line of the list a picture can belong to; `session` is empty for the page as a whole."""

    session: str
    label: str


class PictureRow(Value, frozen=True, kw_only=True):
    """One picture, named by `sha256`. `instead` is said where it cannot be shown, `spoken` names the view."""

    sha256: str
    name: str
    detail: str
    instead: str
    spoken: str
    remove: str
    belongs: str
    choices: tuple[SessionChoice, ...] = ()
    session: str = ""


class EvidenceView(Value, frozen=True, kw_only=True):
    """The card; `said` is why something that was just brought is not kept."""

    title: str
    lead: str
    choose: str
    paste: str
    keeps: str
    rows: tuple[PictureRow, ...] = ()
    inside: str = ""
    said: str = ""


def evidence_view(visit: Visit, service: str, keeps: KeepState, texts: Texts, said: str = "") -> EvidenceView:
    """Return the card of one account."""
    say = texts.say
    choices = tuple(SessionChoice(session=line, label=line) for line in sessions_of(visit, service))
    rows = tuple(_row(one, choices, texts) for one in pictures_of(visit, service))
    return EvidenceView(
        title=say("evidence.title"),
        lead=say("evidence.lead"),
        choose=say("evidence.choose"),
        paste=say("evidence.paste"),
        keeps=say(f"evidence.keeps.{keeps.value}"),
        rows=rows,
        inside=say("evidence.inside") if rows else "",
        said=said,
    )


def refused(refusal: Refusal, name: str, texts: Texts) -> str:
    """Return why a picture was not kept."""
    return texts.say(
        f"evidence.refused.{refusal.value}",
        name=shown(name) or texts.say("evidence.pasted"),
        largest=LARGEST // MEBIBYTE,
        room=MOST_BYTES // MEBIBYTE,
        most=MOST,
    )


def picture_name(picture: Picture, texts: Texts) -> str:
    """Return what to call a picture."""
    return shown(picture.name) or texts.say("evidence.pasted")


def picture_detail(picture: Picture, texts: Texts) -> str:
    """Return a picture's size, and when it was added in the clock of that time."""
    size = picture.size
    unit, number = ("mb", round(size / MEBIBYTE)) if size >= MEBIBYTE else ("kb", max(size // 1024, 1))
    return " · ".join(
        (
            texts.say(f"evidence.size_{unit}", size=number),
            _added(picture, texts),
        )
    )


def _added(picture: Picture, texts: Texts) -> str:
    """Return when a picture was added, by the clock of the computer and the day it was added on."""
    moment = read(picture.added)
    try:
        local = moment.astimezone(datetime.strptime(picture.zone, "%z").tzinfo) if moment else None
    except (ValueError, OverflowError):
        local = moment
    if local is None:
        return shown(picture.added)
    when = texts.say(
        "levels.moment", year=f"{local:%Y}", month=f"{local:%m}", day=f"{local:%d}", time=f"{local:%H:%M}"
    )
    return texts.say("evidence.added", when=when, zone=f"{local:%z}"[:3] + ":" + f"{local:%z}"[3:5])


def _row(picture: Picture, choices: tuple[SessionChoice, ...], texts: Texts) -> PictureRow:
    say = texts.say
    known = {choice.session for choice in choices}
    gone = picture.session if picture.session not in ("", *known) else ""  # the line was taken away since
    extra = (SessionChoice(session=gone, label=shown(gone)),) if gone else ()
    name = picture_name(picture, texts)
    page = (SessionChoice(session="", label=say("evidence.whole_page")),)
    return PictureRow(
        sha256=picture.sha256,
        name=name,
        detail=picture_detail(picture, texts),
        instead=_instead(picture, texts),
        spoken=say("evidence.shown_as", name=name),
        remove=say("evidence.remove"),
        belongs=say("evidence.belongs"),
        choices=(*page, *choices, *extra) if choices or extra else (),
        session=picture.session,
    )


def _instead(picture: Picture, texts: Texts) -> str:
    if not picture.data:
        return texts.say("evidence.lost")
    return texts.say("evidence.not_shown_heic" if picture.kind is PictureKind.HEIC else "evidence.not_shown")
