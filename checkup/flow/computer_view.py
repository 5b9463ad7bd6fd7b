"""What the page "This computer" shows: before the look, while it goes on, and its result."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.computer_values import ComputerView, ReadyView, ResultView
from checkup.flow.finding_words import FindingWords
from checkup.flow.look_view import (
    DoneContext,
    LookContext,
    LookKeys,
    done_view,
    needs_caution,
    noted,
    running_view,
    with_own_looks,
)
from checkup.flow.progress import Progress
from checkup.flow.rights import rights_view
from checkup.indicators.known import Known
from checkup.model.value import Value
from checkup.model.visit import Visit

KEYS = LookKeys(running="computer.running", done="computer.done")


class FootWords(Value, frozen=True, kw_only=True):
    """The foot: the main button, a hint, and at most one button beside it (`other` names it)."""

    main: str
    main_enabled: bool = True
    hint: str = ""
    other: str = ""
    other_label: str = ""


def computer_view(
    visit: Visit,
    texts: Texts,
    known: Known,
    progress: Progress | None = None,
    context: LookContext | None = None,
) -> ComputerView:
    """Return the page for this visit; `progress` while a look goes on."""
    context = context or LookContext()
    words = FindingWords(texts, known)
    elsewhere = texts.say("computer.disk.choose")
    if progress is not None:
        return running_view(visit, texts, words, progress, KEYS)
    if visit.computer is None:
        return structs.replace(_ready(texts, failed=context.tried.failed), elsewhere=elsewhere)
    view = done_view(visit, texts, words, visit.computer, DoneContext(keys=KEYS, before=context.before))
    view = with_own_looks(structs.replace(view, elsewhere=elsewhere), visit, context.looks, texts)
    if not context.tried.whole:
        rights = rights_view(visit.computer, texts)
        view = structs.replace(view, result=structs.replace(view.result or ResultView(), rights=rights))
    if context.tried.refusal:
        view = noted(view, texts.say(f"computer.rights.refused.{context.tried.refusal}"))
    return noted(view, texts.say("computer.trouble")) if context.tried.failed else view


def foot_words(visit: Visit, texts: Texts, progress: Progress | None) -> FootWords:
    """Return the foot of the page."""
    say = texts.say
    if progress is not None:
        return FootWords(main=say("computer.continue"), main_enabled=False)
    if visit.computer is None:
        return FootWords(main=say("computer.look"), other="skip", other_label=say("computer.skip"))
    hint = say("computer.caution") if needs_caution(visit.computer) else ""
    return FootWords(
        main=say("computer.continue"), hint=hint, other="again", other_label=say("computer.again")
    )


def _ready(texts: Texts, *, failed: bool) -> ComputerView:
    say = texts.say
    return ComputerView(
        title=say("computer.ready.title"),
        lead=say("computer.ready.lead"),
        ready=ReadyView(
            places_title=say("computer.ready.places_title"),
            places=tuple(say(f"computer.ready.places.{n}") for n in range(1, 7)),
            promises=tuple(say(f"computer.ready.promises.{n}") for n in range(1, 4)),
            trouble=say("computer.trouble") if failed else "",
        ),
    )
