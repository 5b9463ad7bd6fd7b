"""`plan`: writes the plan of the latest visit in a record as text, JSON, a page or a PDF.

The JSON object holds `began` (the visit's start) and `steps`, each a `checkup.model.step.Step` with its
words (`title`, `how`), its `mark` and `note`, in the order they are done.
"""

from argparse import Namespace
from importlib import import_module
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, CannotRead, NotUnderstood
from checkup.cli.json_output import whole, write_json
from checkup.cli.passphrase_asked import asked_passphrase, takes_passphrase
from checkup.cli.record_opened import read_record
from checkup.cli.words import Reader
from checkup.collect.lists import known_programs
from checkup.content.plan_steps import load_rules
from checkup.content.questions import load_questions
from checkup.content.services import Services
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import map_in_plan, steps_of, with_map
from checkup.flow.plan_sheet import TakeAlong, sheet_of
from checkup.flow.plan_words import PlanWords
from checkup.indicators.kept import Kept, lists_folder
from checkup.model.step import Step
from checkup.model.visit import Visit
from checkup.plan.marks import note_of
from checkup.report.html import as_html
from checkup.report.saving import save_sheet
from checkup.report.sheet import Sheet
from checkup.report.text import as_text
from checkup.store.errors import CannotWrite


def takes(reader: Reader) -> None:
    reader.add_argument("record", type=Path, nargs="?")
    reader.add_argument("--text", action="store_true")
    reader.add_argument("--json", action="store_true")
    reader.add_argument("--html", type=Path)
    reader.add_argument("--pdf", type=Path)
    takes_passphrase(reader)


def run(given: Namespace, console: Console) -> int:
    if given.record is None:
        raise NotUnderstood("missing_value", what="RECORD")
    if sum((given.text, given.json, given.html is not None, given.pdf is not None)) > 1:
        raise NotUnderstood("one_form")
    record = read_record(given.record, asked_passphrase(console, given.passphrase_file))
    if not record.visits:
        raise CannotRead("record_empty", path=str(given.record))
    visit = record.visits[-1]
    steps = steps_of(visit, load_rules(), load_questions())
    findings = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    services = Services()
    access_map = map_in_plan(visit, services.ordered(console.texts.language))
    steps, access = with_map(steps, access_map)
    words = PlanWords(console.texts, visit, findings, services).with_access(access_map, access)
    if given.json:
        rows = [_row(step, visit, words) for step in steps]
        write_json(console, "plan", began=visit.began, steps=rows)
        return FINISHED
    when = findings.moment(visit.began)
    take = TakeAlong(with_reasons=True, with_notes=True)
    _write(given, sheet_of(visit, steps, console.texts, words, when, take), console)
    return FINISHED


def _write(given: Namespace, sheet: Sheet, console: Console) -> None:
    if given.html is not None:
        _save(given.html, as_html(sheet).encode(), console)
    elif given.pdf is not None:
        # Not an import: the command line does not know the window, and only this needs Qt.
        _save(given.pdf, import_module("checkup.ui.pdf").pdf_without_window(sheet), console)
    else:
        for line in as_text(sheet).splitlines():
            console.line(line)


def _save(path: Path, data: bytes, console: Console) -> None:
    try:
        save_sheet(path, data)
    except CannotWrite as error:
        raise CannotRead("not_written", path=str(path)) from error
    console.note(console.texts.say("cli.plan.saved", path=str(path)))


def _row(step: Step, visit: Visit, words: PlanWords) -> dict[str, object]:
    note = note_of(visit, step.id)
    return {
        **whole(step),
        "why": [whole(why) for why in step.why],
        "title": words.title(step),
        "how": words.how(step),
        "mark": note.mark.value,
        "note": note.note,
    }


COMMAND = Command(name="plan", takes=takes, run=run)
