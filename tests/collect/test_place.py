"""Files are read inside the root only, in limits, and nothing can hold the reader up."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause
from checkup.model.stop import Stop

Tree = Callable[..., Place]


def test_absent_is_nothing_there(tree: Tree) -> None:
    place = tree({})
    assert place.text("/etc/hosts") is None
    assert place.names("/etc") == ()
    assert place.link("/etc/x") is None
    assert place.status("/etc/x") is None


@pytest.mark.parametrize("any_case", [False, True])
def test_a_name_of_a_registry_that_no_file_can_have_is_nothing_there(tmp_path: Path, any_case: bool) -> None:
    for root in (tmp_path, Path("/")):
        place = Place(root, live=False, any_case=any_case)
        path = "/opt/a\ud800b"
        for look in (place.bytes, place.link, place.status):
            assert look(path) is None
        assert place.names(path) == ()
        assert place.resolved(path) == path


def test_a_name_too_long_for_any_file_is_nothing_there(tree: Tree) -> None:
    place = tree({})
    assert place.bytes("/opt/" + "x" * 32_000) is None
    assert place.names("/opt/" + "x" * 300) == ()
    assert place.link("/opt/" + "x" * 300) is None


def test_an_absolute_link_starts_again_at_the_root(tree: Tree) -> None:
    place = tree({"/etc/alias": "-> /etc/real", "/etc/real": "inside"})
    assert place.text("/etc/alias") == "inside"
    assert place.resolved("/etc/alias") == "/etc/real"


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../../../../../etc/passwd"])
def test_no_link_leads_out_of_the_root(tree: Tree, target: str) -> None:
    place = tree({"/home/a/.bashrc": f"-> {target}"})
    assert place.text("/home/a/.bashrc") is None


def test_a_linked_folder_is_followed_inside_the_root(tree: Tree) -> None:
    place = tree({"/bin": "-> usr/bin", "/usr/bin/x": "program"})
    assert place.text("/bin/x") == "program"
    assert place.resolved("/bin/x") == "/usr/bin/x"


def test_links_in_a_circle_are_nothing_there(tree: Tree) -> None:
    assert tree({"/a": "-> /b", "/b": "-> /a"}).text("/a") is None


def test_a_pipe_named_like_a_start_file_does_not_hang(tree: Tree) -> None:
    place = tree({"/home/a/x": ""})
    os.mkfifo(place.root / "home/a/.bashrc")
    assert place.text("/home/a/.bashrc") is None


def test_a_device_is_not_opened(tree: Tree) -> None:
    place = tree({})
    assert Place(Path("/"), live=True).text("/dev/zero") is None
    assert place.text("/dev/zero") is None


def test_a_file_over_the_limit_is_said_not_cut(tree: Tree) -> None:
    place = tree({"/big": "a" * 101})
    with pytest.raises(CouldNotRead) as trouble:
        place.text("/big", 100)
    assert trouble.value.cause is Cause.TOO_LARGE
    assert place.text("/big", 101) == "a" * 101


def test_bytes_that_are_no_text_stay(tree: Tree) -> None:
    place = tree({})
    (place.root / "odd").write_bytes(b"a\xff\xfeb")
    text = place.text("/odd")
    assert text is not None
    assert text.encode("utf-8", "surrogateescape") == b"a\xff\xfeb"


def test_below_gives_files_and_does_not_follow_links_to_folders(tree: Tree) -> None:
    place = tree({"/d/a": "", "/d/s/b": "", "/d/up": "-> /d"})
    assert list(place.below("/d")) == ["/d/a", "/d/s/b", "/d/up"]


def test_what_is_refused_is_noted_and_the_rest_read(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tree({"/a": "one", "/b": "two"})
    real = os.open

    def refuse(path: str, *rest: int) -> int:
        if str(path).endswith("/a"):
            raise PermissionError(13, "no", path)
        return real(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    look = Looking(place, Stop())
    assert [text for _, text in look.texts(("/a", "/b"))] == ["two"]
    assert [(u.where, u.reason) for u in look.unread] == [("/a", Cause.NOT_PERMITTED)]


def test_after_a_stop_nothing_is_read_and_that_is_noted(tree: Tree) -> None:
    stop = Stop()
    look = Looking(tree({"/a": "one"}), stop)
    assert look.text("/a") == "one"
    stop.ask()
    assert look.text("/a") is None
    assert [u.reason for u in look.unread] == [Cause.STOPPED]


def test_links_of_the_running_system_lead_where_it_says(tmp_path):
    """By way of other folders, of links to links, up and down, in circles and to nothing."""
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "file").write_text("x")
    for link, target in {
        "one/near": "deep",
        "one/deep/up": "../../two/file",
        "one/again": "near/up",
        "one/whole": str(tmp_path / "one" / "again"),
        "one/slash": "../two/",
        "one/gone": "nowhere/at/all",
        "one/circle": "round",
        "one/round": "circle",
        "one/self": "self",
        "folder": "one/deep",
    }.items():
        (tmp_path / link).symlink_to(target)
    here = Place(Path(tmp_path.anchor), live=True)
    paths = [str(path) for path in tmp_path.rglob("*")]
    paths += [
        str(tmp_path / more) for more in ("folder/up", "folder/none", "one/near/../whole", "one/slash/file")
    ]

    assert [here.resolved(path) for path in paths] == [os.path.realpath(path) for path in paths]


def test_pieces_are_the_whole_file_and_those_of_no_ordinary_file_are_none(tree: Tree) -> None:
    text = "a line\n" * 30_000
    place = tree({"/long": text, "/empty": "", "/link": "-> /long"})
    os.mkfifo(place.root / "pipe")
    for path, content in {
        "/long": text,
        "/link": text,
        "/empty": "",
        "/pipe": "",
        "/no": "",
        "/": "",
    }.items():
        pieces = list(place.pieces(path, len(text)))
        assert b"".join(pieces).decode() == content
        assert all(len(piece) <= 65536 for piece in pieces)
    with pytest.raises(CouldNotRead) as trouble:
        next(place.pieces("/long", len(text) - 1))
    assert trouble.value.cause is Cause.TOO_LARGE


def test_pieces_after_a_stop_or_a_refusal_are_noted(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = Stop()
    look = Looking(tree({"/a": "x" * 100_000}), stop)
    pieces = look.pieces("/a", 200_000)
    assert len(next(pieces)) == 65536
    stop.ask()
    assert list(pieces) == []
    assert [u.reason for u in look.unread] == [Cause.STOPPED]

    def refuse(path: str, *rest: int) -> int:
        raise PermissionError(13, "no", path)

    monkeypatch.setattr(os, "open", refuse)
    look = Looking(look.place, Stop())
    assert list(look.pieces("/a", 200_000)) == []
    assert [(u.where, u.reason) for u in look.unread] == [("/a", Cause.NOT_PERMITTED)]
