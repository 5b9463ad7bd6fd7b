"""The folder of added lists: whole files, one step back, and how a newer list compares."""

import os
from pathlib import Path

import msgspec
import pytest

from checkup.indicators import kept as kept_module
from checkup.indicators.family import FamilyKind
from checkup.indicators.kept import CannotKeep, Kept, NothingEarlier, lists_folder
from checkup.indicators.kept_list import Change, KeptList, compared
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList
from tests.indicators.signing import Signer


def a_list(
    count: int = 10,
    *,
    first: int = 0,
    list_id: str = "example",
    as_of: str = "",
    signed: tuple[str, int] = ("", 0),
) -> KeptList:
    """A list of so many application ids, numbered from `first`."""
    family = ListedFamily(
        id="a",
        name="Ứng dụng",
        kind=FamilyKind.STALKERWARE,
        values={
            Role.APPLICATION_ID: tuple(f"com.example.a{number}" for number in range(first, first + count))
        },
    )
    return KeptList(
        list=ProgramList(source=ListSource(id=list_id, name="Example", as_of=as_of), families=(family,)),
        taken="2026-11-24",
        signed_by=signed[0],
        stamp=signed[1],
    )


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "deep" / "lists")


def test_nothing_is_written_by_looking(kept: Kept) -> None:
    assert (kept.lists(), kept.damaged(), kept.ids(), kept.keys()) == ((), (), (), ())
    assert kept.get("example") is None
    assert not kept.folder.exists()


def test_a_list_comes_back_as_it_was(kept: Kept) -> None:
    kept.take(a_list())
    assert kept.lists() == (a_list(),)
    assert kept.earlier("example") is None
    assert kept.folder.stat().st_mode & 0o077 == 0
    assert [path.name for path in kept.folder.iterdir()] == ["example.list.json"]


def test_one_step_back_and_forth(kept: Kept) -> None:
    kept.take(a_list(1))
    with pytest.raises(NothingEarlier):
        kept.step_back("example")
    kept.take(a_list(2))
    kept.take(a_list(3))
    assert kept.step_back("example") == a_list(2)
    assert (kept.lists(), kept.earlier("example")) == ((a_list(2),), a_list(3))
    assert kept.step_back("example") == a_list(3)


def test_the_same_list_again_does_not_push_out_the_earlier_one(kept: Kept) -> None:
    for count in (1, 2, 2):
        kept.take(a_list(count))
    assert kept.earlier("example") == a_list(1)


def test_a_list_is_gone_when_it_is_removed(kept: Kept) -> None:
    kept.take(a_list(1))
    kept.take(a_list(2))
    kept.remove("example")
    assert list(kept.folder.iterdir()) == []


@pytest.mark.parametrize("harm", [b"", b"{", b"[" * 100_000, b'{"version":2,"kept":{}}', b"\xff\x00"])
def test_a_damaged_list_is_named_and_the_earlier_one_stands_in(kept: Kept, harm: bytes) -> None:
    kept.take(a_list(1))
    kept.take(a_list(2))
    (kept.folder / "example.list.json").write_bytes(harm)
    assert kept.damaged() == ("example",)
    assert kept.lists() == (a_list(1),)
    kept.take(a_list(3))
    assert (kept.damaged(), kept.earlier("example")) == ((), a_list(1))


def test_a_file_under_another_lists_name_is_not_taken_for_it(kept: Kept) -> None:
    kept.take(a_list())
    (kept.folder / "example.list.json").rename(kept.folder / "other.list.json")
    assert (kept.lists(), kept.damaged()) == ((), ("other",))


@pytest.mark.parametrize("list_id", ["../x", "", "a/b", "A", ".", "a" * 100])
def test_no_name_leads_out_of_the_folder(kept: Kept, list_id: str) -> None:
    with pytest.raises(CannotKeep):
        kept.take(a_list(list_id=list_id))
    with pytest.raises(CannotKeep):
        kept.remove(list_id)
    assert not kept.folder.exists()


@pytest.mark.parametrize("call", ["fsync", "replace", "mkstemp"])
def test_a_failing_disk_leaves_the_list_that_was_there(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    kept.take(a_list(1))

    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        target = {
            "fsync": (os, "fsync"),
            "replace": (Path, "replace"),
            "mkstemp": (kept_module.tempfile, "mkstemp"),
        }
        patch.setattr(*target[call], fails)
        with pytest.raises(CannotKeep):
            kept.take(a_list(2))
    assert kept.lists() == (a_list(1),)
    assert [path.name for path in kept.folder.iterdir()] == ["example.list.json"]


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "lists").write_text("")
    with pytest.raises(CannotKeep):
        Kept(tmp_path / "lists").take(a_list())
    assert Kept(tmp_path / "lists").lists() == ()


def test_trusted_keys_come_back(kept: Kept) -> None:
    signer = Signer()
    kept.trust(signer.key, signer.file)
    (kept.folder / "odd.pub").write_text("no key")
    assert kept.keys() == (signer.key,)
    assert kept.lists() == ()


def test_the_folder_is_the_persons_own(home: Path) -> None:
    assert lists_folder().is_relative_to(home)


@pytest.mark.parametrize(
    ("new", "before", "change"),
    [
        (a_list(), None, Change.NEW),
        (a_list(), a_list(), Change.SAME),
        (a_list(11), a_list(), Change.CHANGED),
        (a_list(8), a_list(), Change.CHANGED),  # a fifth, and no more
        (a_list(7), a_list(), Change.SHRUNK),
        (a_list(10, first=3), a_list(), Change.SHRUNK),  # as many, but others
        (a_list(as_of="2026-05"), a_list(as_of="2026-06"), Change.OLDER),
        (a_list(as_of="2026-06"), a_list(as_of="2026-06"), Change.SAME),
        (a_list(), a_list(as_of="2026-06"), Change.CHANGED),
        (a_list(signed=("A", 5)), a_list(signed=("A", 6)), Change.OLDER),
        (a_list(11, signed=("A", 6)), a_list(signed=("A", 6)), Change.CHANGED),
        (a_list(signed=("B", 9)), a_list(signed=("A", 6)), Change.OTHER_SIGNER),
        (a_list(), a_list(signed=("A", 6)), Change.OTHER_SIGNER),
        (a_list(signed=("A", 6)), a_list(), Change.SAME),
    ],
)
def test_how_a_list_compares(new: KeptList, before: KeptList | None, change: Change) -> None:
    assert compared(new, before).change is change


def test_what_came_and_what_went_is_counted() -> None:
    found = compared(a_list(10, first=3), a_list())
    assert (found.added, found.lost) == (3, 3)


def test_a_first_list_is_compared_with_the_built_in_one_it_continues() -> None:
    assert compared(a_list(5), None, a_list(10).list).change is Change.SHRUNK
    assert compared(a_list(9), None, a_list(10).list).change is Change.NEW


def test_a_kept_list_of_a_newer_program_is_read_no_further(kept: Kept) -> None:
    kept.take(a_list())
    path = kept.folder / "example.list.json"
    plain = msgspec.json.decode(path.read_bytes())
    path.write_bytes(msgspec.json.encode({**plain, "version": 2}))
    assert kept.damaged() == ("example",)
