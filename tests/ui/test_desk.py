"""The desk and the open record: what is saved, what is not yet, and that no older visit is written last."""

import threading

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language, Texts
from checkup.flow.keeping import KeepState
from checkup.model.clock import now
from checkup.model.reply import Reply
from checkup.model.visit import Visit
from checkup.store.errors import CannotWrite, Trouble
from checkup.ui.desk import Desk
from tests.ui.shelf import Shelf

VISIT = Visit(id="v", began="2026-11-24T08:00:00Z")


def told(word: str) -> Visit:
    return structs.replace(VISIT, replies=(Reply(question="q", words=word),))


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk(VISIT, now, Texts)


def test_with_no_record_nothing_is_kept(desk: Desk) -> None:
    desk.save()
    assert desk.keeps is KeepState.NOTHING
    assert not desk.has_unsaved


def test_a_change_is_unsaved_until_it_is_saved(desk: Desk) -> None:
    shelf = Shelf(VISIT)
    desk.keep(shelf)  # type: ignore[arg-type]
    assert not desk.has_unsaved
    desk.replace(told("x"))
    assert desk.has_unsaved
    desk.save()
    assert not desk.has_unsaved
    assert shelf.record.visits == (told("x"),)
    assert desk.keeps is KeepState.RECORD


def test_what_is_saved_already_is_not_written_again(desk: Desk) -> None:
    shelf = Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.save()
    desk.save()
    assert shelf.saves == [VISIT]


def test_earlier_visits_stay_before_this_one(desk: Desk) -> None:
    earlier = structs.replace(VISIT, id="earlier")
    shelf = Shelf(VISIT, earlier)
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.replace(told("x"))
    desk.save()
    assert shelf.record.visits == (earlier, told("x"))


def test_a_save_that_failed_is_told_until_one_works(desk: Desk, qtbot: QtBot) -> None:
    shelf = Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    shelf.error = CannotWrite(Trouble.FULL)
    with pytest.raises(CannotWrite), qtbot.waitSignal(desk.open_changed):
        desk.save()
    assert desk.keeps is KeepState.UNSAVED
    assert desk.has_unsaved
    shelf.error = None
    desk.save()
    assert desk.keeps is KeepState.RECORD


def test_a_record_to_read_only_is_never_saved_and_says_so(desk: Desk) -> None:
    shelf = Shelf(structs.replace(VISIT, id="earlier"), read_only=True)
    desk.keep(shelf)  # type: ignore[arg-type]
    assert not desk.has_unsaved
    desk.replace(told("x"))
    desk.save()
    assert shelf.saves == []
    assert desk.keeps is KeepState.READ_ONLY
    assert desk.has_unsaved


def test_putting_away_waits_for_a_save_under_way_and_writes_the_newest_last(desk: Desk) -> None:
    """T22: somebody leaves while a slow disk still writes."""
    shelf = Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.replace(told("older"))
    shelf.may_end.clear()
    writing = threading.Thread(target=desk.write)
    writing.start()
    desk.replace(told("newer"))
    threading.Timer(0.05, shelf.may_end.set).start()
    desk.put_away()
    writing.join()
    assert shelf.saves[-1] == told("newer")
    assert shelf.closed
    assert desk.open is None


def test_the_visit_speaks_the_language_of_the_window(desk: Desk) -> None:
    desk.speak(Language.VIETNAMESE)
    assert desk.visit.language == "vi"


def without_replies(visit: Visit) -> Visit:
    return structs.replace(visit, replies=())


def test_what_is_forgotten_goes_out_of_every_visit_and_of_the_earlier_copy(desk: Desk) -> None:
    earlier = structs.replace(told("x"), id="earlier")
    shelf = Shelf(told("x"), earlier)
    desk.replace(told("x"))
    desk.keep(shelf)  # type: ignore[arg-type]
    saved: list[tuple[Visit, ...]] = []
    save = shelf.save
    shelf.save = lambda record: (saved.append(record.visits), save(record))[1]  # type: ignore[method-assign]

    desk.forget(without_replies)

    assert desk.visit == VISIT
    assert desk.has_unsaved
    desk.save()
    assert saved == [(without_replies(earlier), VISIT)] * 2  # the second save puts it into the earlier copy
    assert not desk.has_unsaved


def test_it_is_forgotten_from_earlier_visits_also_where_this_one_held_nothing(desk: Desk) -> None:
    shelf = Shelf(structs.replace(told("x"), id="earlier"), VISIT)
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.forget(without_replies)
    desk.save()
    assert all(not visit.replies for visit in shelf.record.visits)


def test_a_save_that_failed_does_not_forget_to_forget(desk: Desk) -> None:
    shelf = Shelf(structs.replace(told("x"), id="earlier"), VISIT)
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.forget(without_replies)
    shelf.error = CannotWrite(Trouble.FULL)
    with pytest.raises(CannotWrite):
        desk.save()
    shelf.error = None
    desk.save()
    assert all(not visit.replies for visit in shelf.record.visits)


def test_what_was_forgotten_with_nothing_kept_changes_no_record_opened_later(desk: Desk) -> None:
    desk.forget(without_replies)
    shelf = Shelf(structs.replace(told("x"), id="earlier"))
    desk.keep(shelf)  # type: ignore[arg-type]
    desk.save()
    assert shelf.record.visits[0].replies
