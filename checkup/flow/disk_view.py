"""What the page of another disk shows: while the look goes on, what came out, or why nothing could."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.computer_values import ComputerView, DiskChoice, DisksView, ResultView
from checkup.flow.disk import CannotLook, seen_disk
from checkup.flow.finding_words import FindingWords
from checkup.flow.look_view import DoneContext, LookKeys, done_view, needs_caution, noted, running_view
from checkup.flow.progress import Progress
from checkup.indicators.known import Known
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Visit

KEYS = LookKeys(running="computer.disk.running", done="computer.disk.done")


class DiskFoot(Value, frozen=True, kw_only=True):
    """The foot of the page: one main button and a hint."""

    main: str
    main_enabled: bool
    hint: str = ""


class LastTry(Value, frozen=True, kw_only=True):
    """How the last look ended: the folder held no system, or it broke off; `chosen` is what is shown."""

    chosen: str = ""
    trouble: CannotLook | None = None
    broke_off: bool = False


def disk_view(
    visit: Visit, texts: Texts, known: Known, progress: Progress | None, tried: LastTry
) -> ComputerView:
    """Return the page; it says of its result that it is another disk's, and which."""
    words = FindingWords(texts, known)
    if progress is not None:
        return running_view(visit, texts, words, progress, KEYS)
    again = texts.say("computer.disk.choose")
    result, said = seen_disk(visit, tried.chosen), _said(texts, tried)
    if said or result is None:
        disks = _disks(visit, texts, words, None) if len(visit.disks) else None
        empty = ComputerView(title=texts.say("computer.disk.title"), lead="", elsewhere=again, disks=disks)
        return noted(empty, said)
    view = done_view(visit, texts, words, result, DoneContext(keys=KEYS))
    return structs.replace(
        view,
        lead=f"{_subject(texts, result)} {view.lead}",
        elsewhere=again,
        remove=texts.say("computer.disk.remove"),
        disks=_disks(visit, texts, words, result) if len(visit.disks) > 1 else None,
        result=_of_a_disk(view.result or ResultView(), texts),
    )


def disk_foot(visit: Visit, texts: Texts, progress: Progress | None, tried: LastTry) -> DiskFoot:
    """Return the foot of the page."""
    result = seen_disk(visit, tried.chosen)
    has_caution = progress is None and result is not None and needs_caution(result)
    return DiskFoot(
        main=texts.say("computer.continue"),
        main_enabled=progress is None,
        hint=texts.say("computer.caution") if has_caution else "",
    )


def remove_lines(result: Result, texts: Texts) -> tuple[str, ...]:
    """Return what is asked before a disk is taken out of the visit."""
    subject = result.subject
    seen = texts.say("computer.disk.remove_lines.1", system=shown(subject.system), path=shown(subject.name))
    return seen, texts.say("computer.disk.remove_lines.2")


def _disks(visit: Visit, texts: Texts, words: FindingWords, now: Result | None) -> DisksView:
    return DisksView(
        title=texts.say("computer.disk.all"),
        disks=tuple(
            DiskChoice(
                name=one.subject.name,
                label=shown(one.subject.system),
                detail=texts.say(
                    "computer.disk.seen", path=shown(one.subject.name), when=words.moment(one.when)
                ),
                chosen=one is now,
            )
            for one in visit.disks
        ),
    )


def _subject(texts: Texts, result: Result) -> str:
    subject = result.subject
    return texts.say("computer.disk.subject", system=shown(subject.system), path=shown(subject.name))


def _of_a_disk(view: ResultView, texts: Texts) -> ResultView:
    gaps = structs.replace(view.gaps, lead=texts.say("computer.disk.gaps_lead")) if view.gaps else None
    return structs.replace(view, gaps=gaps)


def _said(texts: Texts, tried: LastTry) -> str:
    """Return why the last try came to nothing, as one sentence."""
    if tried.broke_off:
        return texts.say("computer.trouble")
    if (fault := tried.trouble) is None:
        return ""
    return texts.say(f"computer.disk.{fault.key}", path=shown(fault.path))
