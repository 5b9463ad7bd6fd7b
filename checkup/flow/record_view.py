"""What the pages of the record show: a new passphrase, opening, and what came out of the file."""

from pathlib import Path

from checkup.content.texts import Texts
from checkup.credentials.strength import Strength
from checkup.flow.locking import Held
from checkup.flow.record import RecordTrouble
from checkup.flow.score_tones import SCORE_TONES
from checkup.model.shown import shown
from checkup.model.value import Value


class Fields(Value, frozen=True, kw_only=True):
    """The words around the fields for a passphrase; `again` is empty where it is typed once only."""

    field: str
    again: str = ""
    show: str
    hide: str


class NewRecordView(Value, frozen=True, kw_only=True):
    """Making a record: the passphrase, what it is worth, and one to take."""

    title: str
    lead: str
    fields: Fields
    suggest: str
    suggested: str
    worth: str
    worth_tone: str
    caution: str
    said: str
    busy: bool

    def __repr__(self) -> str:
        return "NewRecordView()"  # it holds a passphrase where one was suggested


class OpenRecordView(Value, frozen=True, kw_only=True):
    """Opening a record: which file, its passphrase, and what to do where it does not open."""

    title: str
    lead: str
    choose: str
    chosen: str
    fields: Fields
    said: str
    read_only: str
    rescue: str
    busy: bool


class Judged(Value, frozen=True, kw_only=True):
    """What is typed at this moment, without the words themselves."""

    strength: Strength | None = None
    is_repeated: bool = True
    suggested: str = ""
    trouble: RecordTrouble | None = None
    busy: bool = False

    def __repr__(self) -> str:
        return "Judged()"


def new_record_view(judged: Judged, texts: Texts) -> NewRecordView:
    """Return the page that makes a record."""
    say = texts.say
    strength = judged.strength
    return NewRecordView(
        title=say("record.new.title"),
        lead=say("record.new.lead"),
        fields=_fields(texts, again=say("record.again")),
        suggest=say("record.new.suggest"),
        suggested=judged.suggested,
        worth=say(f"passwords.score.{strength.score}") if strength else "",
        worth_tone=SCORE_TONES[strength.score] if strength else "unknown",
        caution=say("record.new.caution"),
        said=_said(judged, texts),
        busy=judged.busy,
    )


def open_record_view(
    path: Path | None, trouble: RecordTrouble | None, texts: Texts, *, busy: bool = False
) -> OpenRecordView:
    """Return the page that opens a record."""
    say = texts.say
    in_use = trouble is RecordTrouble.IN_USE
    can_be_rescued = trouble is not None and trouble.can_be_rescued
    return OpenRecordView(
        title=say("record.open.title"),
        lead=say("record.open.lead"),
        choose=say("record.open.other") if path else say("record.open.choose"),
        chosen=shown(str(path)) if path else "",
        fields=_fields(texts),
        said=say("record.busy") if busy else said_of(trouble, texts),
        read_only=say("record.open.read_only") if in_use else "",
        rescue=say("record.open.rescue") if can_be_rescued else "",
        busy=busy,
    )


def said_of(trouble: RecordTrouble | None, texts: Texts) -> str:
    """Return the sentence for what went wrong; empty for nothing."""
    return texts.say(f"record.trouble.{trouble.value}") if trouble else ""


def held_words(held: Held, trouble: RecordTrouble | None, texts: Texts) -> str:
    """Return why what was told is still in memory under the cover, and what becomes of it."""
    why = said_of(trouble, texts) if held is Held.UNSAVED else ""
    return "\n".join(filter(None, (why, texts.say(f"record.held.{held.value}"))))


def _fields(texts: Texts, *, again: str = "") -> Fields:
    say = texts.say
    return Fields(
        field=say("record.passphrase"), again=again, show=say("record.show"), hide=say("record.hide")
    )


def _said(judged: Judged, texts: Texts) -> str:
    if judged.busy:
        return texts.say("record.busy")
    if not judged.is_repeated:
        return texts.say("record.not_repeated")
    if judged.trouble is None and judged.suggested:
        return texts.say("record.new.remember")
    return said_of(judged.trouble, texts)
