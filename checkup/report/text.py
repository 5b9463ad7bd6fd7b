"""The sheet as plain text: lines of at most 72 signs, no markup, nothing a terminal would obey."""

import textwrap
from collections.abc import Iterator

from checkup.model.shown import shown
from checkup.report.sheet import Sheet, SheetStage, SheetStep

WIDTH = 72
LONGEST = 8000  # of one paragraph; notes are the person's own and may be long


def as_text(sheet: Sheet) -> str:
    """Return the sheet as text that ends with a line break."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from _wrapped(sheet.title.upper())
    yield from _wrapped(f"{sheet.as_of} · {sheet.count}")
    yield ""
    yield from _wrapped(sheet.notice)
    for stage in sheet.stages:
        yield from _stage(stage)
    yield ""
    yield from _wrapped(sheet.foot)


def _stage(stage: SheetStage) -> Iterator[str]:
    yield ""
    yield ""
    yield from _wrapped(stage.title)
    yield "-" * min(len(stage.title), WIDTH)
    yield from _wrapped(stage.about)
    for step in stage.steps:
        yield ""
        yield from _step(step)


def _step(step: SheetStep) -> Iterator[str]:
    indent = " " * (len(step.mark) + 1)
    yield from _wrapped(f"{step.mark} {step.title}", "", indent)
    yield from _wrapped(f"{step.notice} · {step.place}", indent, indent)
    yield from _wrapped(step.how, indent, indent)
    for reason in step.reasons:
        yield from _wrapped(f"- {reason}", indent, indent + "  ")
    for line in step.note.splitlines():
        yield from _wrapped(line, indent, indent)


def _wrapped(words: str, first: str = "", further: str = "") -> Iterator[str]:
    visible = shown(words, LONGEST)
    yield from textwrap.wrap(
        visible, WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False
    )
