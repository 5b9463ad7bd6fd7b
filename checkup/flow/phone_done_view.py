"""What the page of a look at a phone shows: while it goes on, its result, and what to put back after it."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.computer_values import ComputerView, ReminderView, ResultView
from checkup.flow.finding_words import FindingWords
from checkup.flow.look_view import (
    DoneContext,
    LookContext,
    LookKeys,
    done_view,
    running_view,
    with_own_looks,
)
from checkup.flow.phone import seen_phone
from checkup.flow.progress import Progress
from checkup.flow.same_phone import SameView
from checkup.indicators.known import Known
from checkup.model.looked import Cause
from checkup.model.phone import PhoneKind
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.visit import Visit

KEYS = LookKeys(running="phone.running", done="phone.done")


def phone_view(
    visit: Visit,
    texts: Texts,
    known: Known,
    progress: Progress | None,
    context: LookContext,
) -> ComputerView:
    """Return the page; without a look and without a result it has only its heading."""
    words = FindingWords(texts, known)
    if progress is not None:
        return running_view(visit, texts, words, progress, KEYS)
    result = seen_phone(visit)
    if result is None:
        return ComputerView(title=texts.say("phone.source.title"), lead="")
    view = done_view(visit, texts, words, result, DoneContext(keys=KEYS, before=context.before))
    view = _with_subject(with_own_looks(view, visit, context.looks, texts), result, texts)
    return structs.replace(view, result=_of_a_phone(view.result or ResultView(), result, visit, texts))


def with_same(view: ComputerView, same: SameView | None) -> ComputerView:
    """Return the page with the question which phone it is, once the look is over."""
    if same is None or view.running is not None or view.result is None:
        return view
    return structs.replace(view, result=structs.replace(view.result, same=same))


def _of_a_phone(view: ResultView, result: Result, visit: Visit, texts: Texts) -> ResultView:
    """Return the result with what to put back, and why something is missing where no rights would help."""
    note = view.note or (texts.say("phone.disconnected") if _went_away(result) else "")
    gaps = structs.replace(view.gaps, lead=texts.say("phone.gaps_lead")) if view.gaps else None
    return structs.replace(view, note=note, gaps=gaps, reminder=_reminder(visit, texts))


def _went_away(result: Result) -> bool:
    """Whether the phone was unplugged before everything was asked."""
    why = {gap.reason for gap in result.gaps} | {unread.reason for unread in result.unread}
    return Cause.DISCONNECTED in why


def _with_subject(view: ComputerView, result: Result, texts: Texts) -> ComputerView:
    """Return the page with what was looked at in its lead, where that has a name."""
    if not result.subject.name:
        return view
    subject = texts.say("phone.done.subject", name=shown(result.subject.name))
    return structs.replace(view, lead=f"{subject} {view.lead}")


def _reminder(visit: Visit, texts: Texts) -> ReminderView:
    kind = visit.phone.kind or PhoneKind.NONE
    return ReminderView(title=texts.say("phone.reminder"), lines=(texts.say(f"phone.kinds.{kind}.after"),))
