"""Something unexpected breaks: a calm sentence, no private text anywhere, nothing lost, no dump (T24)."""

import pytest

from checkup.content.texts import Language, Texts
from checkup.ui.guard import guard_memory, guard_screen

pytestmark = pytest.mark.real

SECRET = "Bí mật"


@pytest.mark.parametrize("where", ["slot", "worker", "look", "thread", "unraisable"])
def test_an_error_anywhere_keeps_the_window_and_what_was_told_and_shows_nothing_of_itself(
    started, where, home, tmp_path
):
    ended = started(where)

    answer = ended.answer
    assert answer["visible"]
    assert answer["notes"] == ["my note"]
    assert SECRET not in str(answer["shown"])
    assert "Traceback" not in str(answer["shown"])
    assert ended.complaints == ()
    assert ended.status == 0
    assert [*tmp_path.iterdir(), *home.rglob("*")] == []


@pytest.mark.parametrize("where", ["slot", "thread"])
def test_where_nothing_else_tells_of_it_a_dialog_does(started, where):
    assert started(where, LC_ALL="vi_VN.UTF-8").answer["dialog"] == Texts(Language.VIETNAMESE).say(
        "window.trouble_title"
    )


def test_a_look_that_breaks_off_says_so_on_its_page(started):
    words = Texts(Language.ENGLISH).say("computer.trouble")

    assert words in started("look").answer["shown"]


def test_the_memory_of_the_program_is_in_no_dump_and_its_words_in_no_list_of_processes(started):
    """P3, T24: core dumps off, not attachable; nothing told stands in the arguments."""
    answer = started("process").answer

    assert answer["core"] == 0
    assert answer["dumpable"] == 0
    assert len(answer["argv"]) == 2


def test_a_system_without_such_a_guard_is_no_trouble(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    guard_memory()
    monkeypatch.setattr("sys.platform", "darwin")
    guard_screen(1)
