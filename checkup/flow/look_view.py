"""What the page of any look shows: while it goes on, and its result as cards, gaps and what saw nothing."""

from collections.abc import Iterable

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.computer_cards import CardView, card_view
from checkup.flow.computer_values import (
    ClearView,
    ComputerView,
    GapRow,
    GapsView,
    ResultView,
    RunningView,
    Section,
)
from checkup.flow.could_not_look import could_not_look
from checkup.flow.finding_words import FindingWords
from checkup.flow.guided_looks import seen_oneself
from checkup.flow.progress import Progress
from checkup.flow.since_view import Before, since_view
from checkup.model.finding import Finding, Level
from checkup.model.guided_look import GuidedLook
from checkup.model.looked import Gap, Looked
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Visit

MOST_PLACES = 3


class LookKeys(Value, frozen=True, kw_only=True):
    """The texts of one kind of look: the tables with its title and lead, under way and done."""

    running: str
    done: str


class DoneContext(Value, frozen=True, kw_only=True):
    """What stands around a result: its texts, and the one the record holds."""

    keys: LookKeys
    before: Before | None = None


class Tried(Value, frozen=True, kw_only=True):
    """How the last look ended: whether it was one with rights, which was whole or refused, or broke off."""

    further: bool = False
    whole: bool = False
    refusal: str = ""
    failed: bool = False


class LookContext(Value, frozen=True, kw_only=True):
    """What stands around a look: how the last one ended, the one the record holds, the guided ones."""

    tried: Tried = Tried()
    before: Before | None = None
    looks: tuple[GuidedLook, ...] = ()


def running_view(
    visit: Visit, texts: Texts, words: FindingWords, progress: Progress, keys: LookKeys
) -> ComputerView:
    """Return the page while a look goes on."""
    say = texts.say
    return ComputerView(
        title=say(f"{keys.running}.title"),
        lead=say(f"{keys.running}.lead"),
        running=RunningView(
            words=_now(texts, words, progress),
            count=say("computer.running.count", number=progress.number, total=progress.total),
            number=max(progress.number - 1, 0),
            total=progress.total,
            stop=say("computer.running.stop"),
            can_stop=not progress.stopping,
        ),
        result=_result(visit, texts, words, progress.result, is_over=False),
    )


def _now(texts: Texts, words: FindingWords, progress: Progress) -> str:
    if progress.check:
        key = "stopping" if progress.stopping else "now"
        return texts.say(f"computer.running.{key}", check=words.check(progress.check))
    if progress.waits:
        return texts.say("computer.rights.waits")
    if progress.asks:
        return texts.say("phone.running.asks", what=progress.asks)
    return texts.say("computer.running.begins")


def done_view(
    visit: Visit, texts: Texts, words: FindingWords, result: Result, context: DoneContext
) -> ComputerView:
    """Return the page of a result."""
    keys, before = context.keys, context.before
    say = texts.say
    settled = before.settled if before else frozenset()
    worth_a_look = (*result.at(Level.STRONG), *result.at(Level.ASK))
    of_interest = sum(result.key_of(finding) not in settled for finding in worth_a_look)
    title = texts.count("computer.done.title", of_interest) if of_interest else say("computer.done.quiet")
    own = {finding.check for finding in result.findings}
    total = len(own | {gap.check for gap in result.gaps} | {one.check for one in result.looked})
    gaps = len({gap.check for gap in result.gaps} | {one.check for one in result.unread})
    lead = say(f"{keys.done}.lead", looked=total - gaps, total=total)
    if gaps:
        lead = say(f"{keys.done}.lead_gaps", looked=total - gaps, total=total, gaps=gaps)
    view = _result(visit, texts, words, _settled_last(result, settled), is_over=True)
    if before is not None:
        view = structs.replace(view, since=since_view(before, result, texts, words))
    return ComputerView(title=title, lead=lead, result=view)


def with_own_looks(
    view: ComputerView, visit: Visit, looks: tuple[GuidedLook, ...], texts: Texts
) -> ComputerView:
    """Return the page with what the person looked at themselves told beside its gap."""
    if view.result is None or view.result.gaps is None or not visit.looks:
        return view
    rows = []
    for row in view.result.gaps.rows:
        said = seen_oneself(visit, looks, row.check_id, texts)
        rows.append(structs.replace(row, why=f"{row.why} {said}".strip()))
    gaps = structs.replace(view.result.gaps, rows=tuple(rows))
    return structs.replace(view, result=structs.replace(view.result, gaps=gaps))


def noted(view: ComputerView, note: str) -> ComputerView:
    """Return the page with a note above its result."""
    return structs.replace(view, result=structs.replace(view.result or ResultView(), note=note))


def needs_caution(result: Result) -> bool:
    """Whether there is something one might want to remove too early."""
    return any(result.at(level) for level in (Level.STRONG, Level.ASK))


def _settled_last(result: Result, settled: frozenset[str]) -> Result:
    """Return the result with what the person called theirs last time at the end."""
    return structs.replace(
        result, findings=tuple(sorted(result.findings, key=lambda one: result.key_of(one) in settled))
    )


def _result(visit: Visit, texts: Texts, words: FindingWords, result: Result, *, is_over: bool) -> ResultView:
    say = texts.say
    answers = {card.about: card.answer for card in visit.cards}

    def card(one: Finding) -> CardView:
        key = result.key_of(one)
        return structs.replace(card_view(one, texts, words, answers.get(key)), about=key)

    def cards(findings: Iterable[Finding]) -> tuple[CardView, ...]:
        return tuple(card(one) for one in findings)

    sections = tuple(
        Section(level=level, title=texts.say(f"computer.levels.{level.value}"), cards=cards(result.at(level)))
        for level in Level
        if result.at(level)
    )
    if not is_over:
        return ResultView(sections=sections)
    return ResultView(
        caution=say("computer.caution_long") if result.has_strong_sign else "",
        note=say("computer.stopped") if result.stopped else "",
        sections=sections,
        clear=_clear(texts, words, result.looked),
        gaps=_gaps(texts, words, result),
        not_proof=say("computer.not_proof"),
    )


def _clear(texts: Texts, words: FindingWords, looked: tuple[Looked, ...]) -> ClearView | None:
    if not looked:
        return None
    return ClearView(
        badge=texts.say("computer.clear.badge"),
        title=texts.count("computer.clear.title", len(looked)),
        show=texts.say("computer.clear.show"),
        hide=texts.say("computer.clear.hide"),
        rows=tuple(words.check(one.check) for one in looked),
    )


def _gaps(texts: Texts, words: FindingWords, result: Result) -> GapsView | None:
    rows = tuple(_gap_row(texts, words, gap) for gap in could_not_look(result))
    if not rows:
        return None
    say = texts.say
    return GapsView(
        title=say("computer.gaps.title"),
        lead=say("computer.gaps.lead"),
        columns=(say("computer.gaps.what"), say("computer.gaps.why"), say("computer.gaps.where")),
        rows=rows,
        copy=say("computer.gaps.copy"),
    )


def _gap_row(texts: Texts, words: FindingWords, gap: Gap) -> GapRow:
    why = words.cause(gap.reason)
    if gap.saw:
        why = f"{why} {texts.count('computer.gaps.saw', gap.saw)}"
    first = [shown(place) for place in gap.where[:MOST_PLACES]]
    if more := len(gap.where) - len(first):
        first.append(texts.count("computer.gaps.more", more))
    everywhere = texts.say("computer.gaps.everywhere") if not gap.where and not gap.saw else ""
    places = "; ".join(shown(place) for place in gap.where)
    return GapRow(
        check=words.check(gap.check),
        check_id=gap.check,
        why=why,
        where="\n".join(first) or everywhere,
        places=places or everywhere,
    )
