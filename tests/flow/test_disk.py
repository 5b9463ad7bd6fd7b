"""Another disk: kept apart from this computer, with steps of its own; passwords do not wait for it."""

import os
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from checkup.content.plan_steps import load_rules
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.computer import DISK, LOOK, answered, computer_route
from checkup.flow.disk import CannotLook, look_at_disk, looked_at_disk, path_words, seen_disk, without_disk
from checkup.flow.disk_view import LastTry, disk_view
from checkup.flow.finding_words import FindingWords
from checkup.flow.passwords import Waits, waits
from checkup.flow.plan import steps_of
from checkup.flow.plan_words import PlanWords
from checkup.flow.taking_up import taken_up
from checkup.indicators.known import Known
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.step import Place
from checkup.model.stop import Stop
from checkup.model.visit import Record, Visit
from checkup.scan import Ended

RULES = load_rules()
PATH = "/media/lan/WIN"
FOUND = Finding(
    check="computer.known_programs",
    level=Level.STRONG,
    about="anydesk",
    name="AnyDesk",
    reasons=(Reason(sign="runs_now", what="AnyDesk"),),
)
HERE = Result(subject=Subject(kind=SubjectKind.COMPUTER), when="2026-11-24T08:00:00Z", findings=(FOUND,))
THERE = Result(
    subject=Subject(kind=SubjectKind.DISK, name=PATH, system="Windows 11"),
    when="2026-11-24T09:00:00Z",
    findings=(FOUND,),
    gaps=(
        Gap(check="computer.tracers", reason=Cause.NEEDS_RUNNING_SYSTEM),
        Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED),
    ),
)
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z")
BOTH = structs.replace(VISIT, computer=HERE, disks=(THERE,))


def end_of(root: Path) -> Result:
    *_, last = look_at_disk(root, Stop(), now)
    assert isinstance(last, Ended)
    return last.result


def plan(visit: Visit) -> dict[str, tuple[str, Place, tuple[str, ...]]]:
    """Return each step by its id: its title, its place and its reasons."""
    texts = Texts(Language.ENGLISH)
    words = PlanWords(texts, visit, FindingWords(texts), Services())
    steps = steps_of(visit, RULES)
    made = {one.id: (words.title(one), one.place, tuple(map(words.why, one.why))) for one in steps}
    assert len(made) == len(steps)
    return made


def test_the_result_bears_the_path_and_the_system_of_the_disk(tmp_path):
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/os-release").write_text('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n', "utf-8")

    subject = end_of(tmp_path).subject

    assert subject.kind is SubjectKind.DISK
    assert subject.name == str(tmp_path)
    assert "Debian" in subject.system


@pytest.mark.parametrize("name", ["empty", "missing", "file", "nul\0"])
def test_a_folder_without_a_system_is_one_sentence_and_no_event(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")

    with pytest.raises(CannotLook) as fault:
        next(look_at_disk(tmp_path / name, Stop(), now))

    assert fault.value.key == ("unknown" if name == "empty" else "closed")
    for language in Language:
        view = disk_view(VISIT, Texts(language), Known(), None, LastTry(trouble=fault.value))
        assert view.result is not None
        assert view.result.note.count(".") >= 1


def test_a_path_that_is_no_text_can_be_kept():
    name = path_words(Path(os.fsdecode(b"/media/\xff\xfe")))
    kept = looked_at_disk(VISIT, structs.replace(THERE, subject=structs.replace(THERE.subject, name=name)))
    record = Record(id="r", visits=(kept,))

    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_a_second_look_at_the_same_disk_takes_the_place_of_the_first():
    other = structs.replace(THERE, subject=structs.replace(THERE.subject, name="/mnt"))
    newer = structs.replace(THERE, when="2026-11-24T10:00:00Z")
    visit = looked_at_disk(looked_at_disk(looked_at_disk(VISIT, THERE), other), newer)

    assert visit.disks == (other, newer)
    assert visit.computer is None


def test_a_disk_leaves_the_visit_with_the_answers_about_it_alone():
    other = structs.replace(THERE, subject=structs.replace(THERE.subject, name="/mnt"))
    visit = looked_at_disk(BOTH, other)
    for result in visit.results:
        visit = answered(visit, result.key_of(FOUND), Answer.MINE)

    visit = without_disk(visit, PATH)

    assert visit.disks == (other,)
    assert [card.about for card in visit.cards] == [HERE.key_of(FOUND), other.key_of(FOUND)]
    assert visit.computer == HERE
    assert without_disk(visit, PATH) == visit
    assert seen_disk(visit, PATH) == other, "one that is gone is not missed"


@pytest.mark.parametrize("language", Language)
def test_several_disks_can_be_chosen_from_and_one_alone_needs_no_choice(language):
    texts = Texts(language)
    other = structs.replace(THERE, subject=structs.replace(THERE.subject, name="/mnt/\u202ex", system="<b>"))
    both = looked_at_disk(BOTH, other)

    alone = disk_view(BOTH, texts, Known(), None, LastTry())
    newest = disk_view(both, texts, Known(), None, LastTry())
    chosen = disk_view(both, texts, Known(), None, LastTry(chosen=PATH))

    assert alone.disks is None
    assert alone.remove == texts.say("computer.disk.remove")
    assert [(one.name, one.chosen) for one in newest.disks.disks] == [
        (PATH, False),
        (other.subject.name, True),
    ]
    assert [one.chosen for one in chosen.disks.disks] == [True, False]
    assert PATH in chosen.lead
    assert "\u202e" not in newest.disks.disks[1].detail
    failed = disk_view(both, texts, Known(), None, LastTry(chosen=PATH, trouble=CannotLook("unknown", "/x")))
    assert [one.chosen for one in failed.disks.disks] == [False, False]
    assert failed.remove == ""


def test_the_disk_has_a_page_once_it_was_looked_at():
    route = computer_route(())

    assert [place.page for place in route(VISIT)] == [LOOK]
    assert [place.page for place in route(BOTH)] == [LOOK, DISK]


def test_a_strong_sign_on_another_disk_does_not_keep_passwords_waiting():
    assert waits(structs.replace(BOTH, computer=None)) is None
    assert waits(BOTH) is Waits.STRONG_SIGN


def test_an_answer_on_one_says_nothing_about_the_other():
    visit = answered(BOTH, THERE.key_of(FOUND), Answer.MINE)
    chosen = {
        result.subject.kind: [card.answer for card in visit.cards if card.about == result.key_of(FOUND)]
        for result in visit.results
    }

    assert chosen == {SubjectKind.COMPUTER: [], SubjectKind.DISK: [Answer.MINE]}
    assert "end_known_program:anydesk" in plan(visit)
    assert f"end_known_program:{THERE.key_of(FOUND)}" not in plan(visit)


def test_the_plan_has_steps_for_each_and_says_which_disk():
    steps = plan(BOTH)

    title, _, why = steps[f"end_known_program:{THERE.key_of(FOUND)}"]
    assert f"AnyDesk (disk {PATH})" in title
    assert why[0].startswith(f"Seen on the disk {PATH}: ")
    assert f"disk {PATH}" not in steps["end_known_program:anydesk"][0]
    assert any(f"on the disk {PATH}" in one for one in steps["look_with_rights"][2])
    assert "finish_the_look" not in steps, "no step makes the system of a disk run"


def test_what_is_done_at_the_computer_is_done_at_the_right_one():
    alone = structs.replace(BOTH, computer=None)

    assert plan(alone)["copy_what_you_need"][1] is Place.THAT_COMPUTER
    assert plan(BOTH)["copy_what_you_need"][1] is Place.THIS_COMPUTER


def test_disks_come_along_when_the_record_is_taken_up():
    now_seen = structs.replace(THERE, when="2026-12-01T09:00:00Z")
    record = Record(id="r", visits=(BOTH,))

    assert taken_up(record, Visit(id="w", began="")).disks == (THERE,)
    assert taken_up(record, Visit(id="w", began="", disks=(now_seen,))).disks == (now_seen,)


@pytest.mark.parametrize("language", Language)
def test_the_page_says_that_it_is_about_another_disk_and_which(language):
    view = disk_view(BOTH, Texts(language), Known(), None, LastTry())

    assert PATH in view.lead
    assert "Windows 11" in view.lead
    assert view.result is not None
    [card] = [card for section in view.result.sections for card in section.cards]
    assert card.about == THERE.key_of(FOUND)
    assert view.result.gaps is not None
    assert view.result.gaps.lead == Texts(language).say("computer.disk.gaps_lead")
