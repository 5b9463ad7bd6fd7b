"""The record as the window asks for it: every way it can go wrong is told apart, and none is a surprise."""

from pathlib import Path

import pytest
from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.credentials.strength import strength
from checkup.flow.keeping import with_visit
from checkup.flow.record import (
    Attempt,
    RecordTrouble,
    made,
    opened,
    rescued_to,
    trouble_of,
    unlocked,
    with_new_passphrase,
)
from checkup.flow.record_view import Judged, new_record_view, open_record_view, said_of
from checkup.flow.taken_up_view import taken_up_view
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit
from checkup.store import errors
from checkup.store.wrapping import unwrap

SECRET = "thumping-charred-Mật-khẩu"
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", notes=(StepNote(step="s", note="first"),))
NEWER = b"format=3 format=3"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.dat"


@pytest.fixture
def saved_twice(path: Path) -> bytes:
    """Make a record, save it once more, close it; return its bytes."""
    kept = made(path, SECRET, VISIT)
    assert not isinstance(kept, Attempt)
    kept.save(with_visit(kept.record, structs.replace(VISIT, notes=(StepNote(step="s", note="second"),))))
    kept.close()
    return path.read_bytes()


def trouble(outcome: object) -> RecordTrouble:
    assert isinstance(outcome, Attempt)
    return outcome.trouble


def note_in(outcome: object) -> str:
    assert not isinstance(outcome, Attempt)
    note: str = outcome.record.visits[-1].notes[0].note  # type: ignore[attr-defined]
    return note


def spoiled(data: bytes, part: bytes) -> bytes:
    """Return the file with one byte in the middle of a part changed."""
    at = data.index(part) + len(part) // 2
    return data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :]


def test_a_new_record_holds_the_visit_and_opens_again(path: Path) -> None:
    kept = made(path, SECRET, VISIT)
    assert not isinstance(kept, Attempt)
    kept.close()

    assert note_in(opened(path, SECRET)) == "first"


def test_a_new_record_never_takes_the_place_of_a_file(path: Path) -> None:
    path.write_bytes(b"mine")

    assert trouble(made(path, SECRET, VISIT)) is RecordTrouble.ALREADY_THERE
    assert path.read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    assert trouble(made(tmp_path / "nowhere" / "notes.dat", SECRET, VISIT)) is RecordTrouble.NOT_WRITTEN


def test_a_record_without_a_passphrase_is_not_made(path: Path) -> None:
    assert trouble(made(path, "", VISIT)) is RecordTrouble.EMPTY_PASSPHRASE
    assert not path.exists()


def test_a_wrong_passphrase_is_told_as_that_and_the_file_stays(path: Path, saved_twice: bytes) -> None:
    assert trouble(opened(path, "other")) is RecordTrouble.WRONG_PASSPHRASE
    assert path.read_bytes() == saved_twice


def test_a_foreign_file_is_told_as_that_and_stays(path: Path) -> None:
    path.write_bytes(b"a letter")

    assert trouble(opened(path, SECRET)) is RecordTrouble.FOREIGN
    assert path.read_bytes() == b"a letter"


def test_a_record_of_a_newer_version_is_told_as_that(path: Path, saved_twice: bytes) -> None:
    path.write_bytes(saved_twice[: -len(NEWER)] + NEWER)

    assert trouble(opened(path, SECRET)) is RecordTrouble.NEWER


def test_a_missing_file_cannot_be_read(path: Path) -> None:
    assert trouble(opened(path, SECRET)) is RecordTrouble.UNREADABLE


def test_a_record_in_use_is_told_and_opens_to_read(path: Path, saved_twice: bytes) -> None:
    first = opened(path, SECRET)

    assert trouble(opened(path, SECRET)) is RecordTrouble.IN_USE
    second = opened(path, SECRET, read_only=True)
    assert note_in(second) == "second"
    assert not isinstance(second, Attempt)
    assert second.read_only
    assert not isinstance(first, Attempt)
    first.close()


@pytest.mark.parametrize(
    ("part", "told", "note"),
    [
        ("now", RecordTrouble.DAMAGED_EARLIER, "first"),
        ("before", RecordTrouble.DAMAGED_LAST, "second"),
        ("identity", RecordTrouble.DAMAGED_LAST, "second"),
    ],
)
def test_what_is_whole_in_a_damaged_record_goes_to_a_new_file(
    path: Path, saved_twice: bytes, part: str, told: RecordTrouble, note: str
) -> None:
    damaged = spoiled(saved_twice, getattr(unwrap(saved_twice), part))
    path.write_bytes(damaged)
    to = path.with_name("again.dat")

    assert trouble(opened(path, SECRET)) is told
    assert told.can_be_rescued
    assert note_in(rescued_to(path, SECRET, to)) == note
    assert path.read_bytes() == damaged
    assert to.exists()


def test_a_record_of_which_nothing_is_whole_is_told_as_that(path: Path, saved_twice: bytes) -> None:
    path.write_bytes(saved_twice[:600])

    assert trouble(opened(path, SECRET)) is RecordTrouble.DAMAGED
    assert not RecordTrouble.DAMAGED.can_be_rescued
    assert trouble(rescued_to(path, SECRET, path.with_name("x.dat"))) is RecordTrouble.DAMAGED


def test_what_is_rescued_takes_no_file_s_place(path: Path, saved_twice: bytes) -> None:
    path.write_bytes(spoiled(saved_twice, unwrap(saved_twice).now))

    assert trouble(rescued_to(path, SECRET, path)) is RecordTrouble.ALREADY_THERE


def test_a_locked_record_opens_with_its_passphrase_alone(path: Path, saved_twice: bytes) -> None:
    kept = opened(path, SECRET)
    assert not isinstance(kept, Attempt)
    kept.lock()

    assert trouble(unlocked(kept, "other")) is RecordTrouble.WRONG_PASSPHRASE
    assert kept.is_locked
    assert note_in(unlocked(kept, SECRET)) == "second"


def test_a_new_passphrase_needs_the_old_one(path: Path, saved_twice: bytes) -> None:
    kept = opened(path, SECRET)
    assert not isinstance(kept, Attempt)

    assert trouble(with_new_passphrase(kept, "other", "new")) is RecordTrouble.WRONG_PASSPHRASE
    assert note_in(with_new_passphrase(kept, SECRET, "new")) == "second"
    kept.close()
    assert trouble(opened(path, SECRET)) is RecordTrouble.WRONG_PASSPHRASE
    assert note_in(opened(path, "new")) == "second"


def test_a_record_locked_meanwhile_keeps_its_passphrase(path: Path, saved_twice: bytes) -> None:
    kept = opened(path, SECRET)
    assert not isinstance(kept, Attempt)
    kept.lock()

    assert trouble(with_new_passphrase(kept, SECRET, "new")) is RecordTrouble.LOCKED
    kept.close()
    assert note_in(opened(path, SECRET)) == "second"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (errors.CannotWrite(errors.Trouble.FULL), RecordTrouble.FULL),
        (errors.CannotWrite(errors.Trouble.QUOTA), RecordTrouble.FULL),
        (errors.CannotWrite(errors.Trouble.READ_ONLY_DISK), RecordTrouble.NOT_WRITTEN),
        (errors.CannotRead(errors.Trouble.NO_MEMORY), RecordTrouble.NO_MEMORY),
        (errors.CannotRead(errors.Trouble.NOT_PERMITTED), RecordTrouble.UNREADABLE),
        (errors.ChangedOutside(), RecordTrouble.CHANGED_OUTSIDE),
        (errors.OnlyReading(), RecordTrouble.NOT_WRITTEN),
    ],
)
def test_each_cause_has_its_trouble(error: errors.StoreError, told: RecordTrouble) -> None:
    assert trouble_of(error) is told


@pytest.mark.parametrize("language", Language)
def test_every_trouble_has_a_sentence_of_its_own(language: Language) -> None:
    texts = Texts(language)
    sentences = [said_of(one, texts) for one in RecordTrouble]

    assert len(set(sentences)) == len(RecordTrouble)
    assert said_of(None, texts) == ""


def test_a_file_in_use_offers_reading_and_a_damaged_one_the_rescue() -> None:
    texts = Texts(Language.ENGLISH)
    offers = {
        one: (bool(view.read_only), bool(view.rescue))
        for one in RecordTrouble
        for view in (open_record_view(Path("/x"), one, texts),)
    }

    assert [one for one, (read, _) in offers.items() if read] == [RecordTrouble.IN_USE]
    assert [one for one, (_, rescue) in offers.items() if rescue] == [
        RecordTrouble.DAMAGED_EARLIER,
        RecordTrouble.DAMAGED_LAST,
    ]


def test_a_hostile_file_name_is_shown_plain() -> None:
    view = open_record_view(Path("/x/\u202egpj.dat"), None, Texts(Language.ENGLISH))

    assert "\u202e" not in view.chosen


def test_what_is_said_while_typing() -> None:
    texts = Texts(Language.ENGLISH)

    def said(**moment: object) -> str:
        return new_record_view(Judged(**moment), texts).said  # type: ignore[arg-type]

    assert said() == ""
    assert "not the same" in said(is_repeated=False)
    assert "Write it down" in said(suggested="a-b")
    assert "One moment" in said(busy=True, suggested="a-b")
    assert "already" in said(trouble=RecordTrouble.ALREADY_THERE, suggested="a-b")


def test_no_passphrase_shows_in_what_the_program_writes_about_itself() -> None:
    texts = Texts(Language.ENGLISH)
    judged = Judged(suggested=SECRET, strength=strength(SECRET))
    everything = (judged, new_record_view(judged, texts), Attempt(trouble=RecordTrouble.FULL))

    assert all("thumping" not in f"{one!r} {one}" for one in everything)


def kept_with(*visits: Visit, read_only: bool = False) -> object:
    class Lying:
        record = Record(id="r", visits=visits)

    Lying.read_only = read_only  # type: ignore[attr-defined]
    return Lying()


def test_a_record_taken_up_says_when_the_last_visit_was_and_how_old_the_look_is() -> None:
    look = Result(subject=Subject(kind=SubjectKind.COMPUTER), when="2026-11-02T01:10:00Z")
    visit = structs.replace(VISIT, computer=look)
    last = structs.replace(VISIT, id="last", began="2026-11-02T01:00:00Z")

    view = taken_up_view(kept_with(last, visit), visit, Texts(Language.ENGLISH))  # type: ignore[arg-type]

    assert view.notes[0].lines == (
        "1 earlier visit",
        "The last visit began on 2026-11-02 08:00.",
        "What was seen on the computer is from 2026-11-02 08:10. A new look replaces it.",
    )


def test_a_record_opened_to_read_says_that_nothing_is_saved() -> None:
    kept = kept_with(structs.replace(VISIT, id="last"), read_only=True)

    view = taken_up_view(kept, VISIT, Texts(Language.ENGLISH))  # type: ignore[arg-type]

    assert "not saved" in view.notes[-1].lines[0]
