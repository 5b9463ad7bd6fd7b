"""Each kind is read once, and what nobody could read is never an empty answer."""

from checkup.collect.gathered import Gathered
from checkup.model.looked import Cause
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.sources import Reading
from checkup.model.stop import Stop


def test_a_kind_is_read_once() -> None:
    asked: list[int] = []

    def read() -> Reading[RunningProgram]:
        asked.append(1)
        return Reading(items=(RunningProgram(number=1),))

    sources = Gathered({RunningProgram: read}, Stop())
    assert sources.read(RunningProgram) is sources.read(RunningProgram)
    assert asked == [1]


def test_a_kind_without_a_reader_is_not_supported() -> None:
    [unread] = Gathered({}, Stop()).read(ListeningPort).unread
    assert (unread.where, unread.reason) == ("ListeningPort", Cause.NOT_SUPPORTED)


def test_a_reader_that_is_refused_is_not_permitted() -> None:
    def refused() -> Reading[ListeningPort]:
        raise PermissionError

    [unread] = Gathered({ListeningPort: refused}, Stop()).read(ListeningPort).unread
    assert unread.reason is Cause.NOT_PERMITTED


def test_a_reader_whose_disk_fails_has_failed() -> None:
    def failed() -> Reading[ListeningPort]:
        raise OSError(5, "input/output")

    [unread] = Gathered({ListeningPort: failed}, Stop()).read(ListeningPort).unread
    assert unread.reason is Cause.FAILED


def test_after_a_stop_the_unread_are_stopped_and_the_read_stay() -> None:
    stop = Stop()
    sources = Gathered({RunningProgram: lambda: Reading(items=(RunningProgram(number=1),))}, stop)
    sources.read(RunningProgram)
    stop.ask()
    assert sources.read(RunningProgram).items
    assert sources.read(ListeningPort).unread[0].reason is Cause.STOPPED
