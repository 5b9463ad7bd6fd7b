"""Which package brought a file: every line of the lists counts, wherever it stands in them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkup.collect.computer.linux.owners import Owners
from checkup.collect.looking import Looking
from checkup.collect.place import Place
from checkup.model.looked import Cause
from checkup.model.stop import Stop

LIST = "/var/lib/dpkg/info/{}.list"
IN_ORDER = (
    "/.\n/bin\n/bin/x\n/usr\n/usr/bin/y\n/usr/share\n/usr/share/a\n/usr/share/a/b\n/usr/sbin\n/usr/sbin/z\n"
)
MIXED = "/usr/share/c\n/usr/bin/between\n/usr/share/d\n/etc/after\n"
PACMAN = "%FILES%\nusr/\nusr/bin/w\nusr/share/f\n\n%BACKUP%\nusr/bin/no\n"


@pytest.fixture
def owners(lans):
    return lans(
        {
            LIST.format("first:amd64"): IN_ORDER,
            LIST.format("second"): MIXED,
            LIST.format("third"): "/usr/share/e",
            "/var/lib/pacman/local/fourth-1.0-2/files": PACMAN,
        }
    ).owners


@pytest.mark.parametrize(
    ("path", "package"),
    [
        ("/usr/bin/y", "first"),
        ("/usr/sbin/z", "first"),
        ("/usr/share/a", "first"),
        ("/usr/share/a/b", "first"),
        ("/usr/bin/x", "first"),  # listed as /bin/x
        ("/bin/y", "first"),
        ("/usr/share/c", "second"),
        ("/usr/bin/between", "second"),
        ("/usr/share/d", "second"),
        ("/etc/after", "second"),
        ("/usr/share/e", "third"),
        ("/usr/bin/w", "fourth"),
        ("/usr/share/f", "fourth"),
        ("/usr/bin/no", ""),
        ("/usr/share/a/", ""),
        ("/usr/share/a/b/c", ""),
        ("/usr/share/", ""),
        ("/home/lan/y", ""),
        ("/snap/bin/y", "snap"),
    ],
)
def test_a_file_belongs_to_the_package_whose_list_names_it(owners, path, package):
    assert owners.of(path) == package


def test_the_packages_are_those_with_a_list(owners):
    assert owners.packages == {"first", "second", "third", "fourth"}


def test_without_lists_it_is_not_known(lans):
    assert lans({"/etc/hosts": ""}).owners.of("/usr/bin/y") is None


MANY = "".join(f"/usr/lib/large/part{number}\n" for number in range(500))


@pytest.mark.parametrize("between", ["", "/usr/lib/other\n"], ids=["in a row", "with a line between"])
@pytest.mark.parametrize(
    ("path", "package"),
    [
        ("/usr/lib/large/part0", "large"),
        ("/usr/lib/large/part499", "large"),
        ("/lib/large/part7", "large"),
        ("/usr/lib/large", "large"),
        ("/usr/bin/first", "large"),
        ("/usr/sbin/last", "large"),
        ("/usr/lib/large/added", "small"),
        ("/usr/lib/large/part", ""),
        ("/usr/lib/large/part1/more", ""),
        ("/usr/lib/largest/part1", ""),
    ],
)
def test_a_long_list_that_stands_in_one_folder_is_known_line_by_line(lans, between, path, package):
    half = len(MANY) // 2
    cut = MANY.index("\n", half) + 1
    text = f"/usr/bin/first\n/usr/lib/large\n{MANY[:cut]}{between}{MANY[cut:]}/usr/sbin/last\n"
    ground = lans({LIST.format("large"): text, LIST.format("small"): "/usr/lib/large/added\n"})

    assert ground.owners.of(path) == package
    assert ground.owners.of("/usr/lib/other") == ("large" if between else "")


def test_a_long_list_without_folders_is_known_too(lans):
    text = "".join(f"/a{number}\n" for number in range(3000))

    assert lans({LIST.format("flat"): text}).owners.of("/a2999") == "flat"


FOLDERS = (
    "/usr/share/",
    "/usr/share/doc/",
    "/usr/lib/large/",
    "/usr/lib/large/deep/",
    "/usr/bin/",
    "/etc/",
    "/",
)


@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(FOLDERS), st.integers(0, 9), st.integers(1, 1200)),
            min_size=1,
            max_size=6,
        ),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=30)
def test_every_line_has_an_owner_and_no_other_path_has_one(lists):
    """The index knows what a dictionary of all lines would, whatever the order of the lines."""
    listed: dict[str, set[str]] = {}
    with TemporaryDirectory() as root:
        folder = Path(root, "var/lib/dpkg/info")
        folder.mkdir(parents=True)
        for number, runs in enumerate(lists):
            lines = [f"{where}{first}x{more}é" for where, first, many in runs for more in range(many)]
            (folder / f"p{number}.list").write_text("\n".join(lines), "utf-8")
            for line in lines:
                listed.setdefault(line, set()).add(f"p{number}")
        owners = Owners(Looking(Place(Path(root), live=False), Stop()))
        asked = [*list(listed)[::7], *(f"{where}{one}x1200é" for where in FOLDERS for one in range(10))]
        for path in asked:
            assert owners.of(path) in listed.get(path, {""}), path


def test_a_line_that_two_pieces_of_a_long_list_share_is_one_line(lans):
    lines = [f"/usr/lib/large/{number:04}{'n' * 300}" for number in range(700)]
    ground = lans({LIST.format("long"): "\n".join(lines)})

    assert all(ground.owners.of(line) == "long" for line in lines)
    assert ground.owners.of(lines[300][:200]) == ""


def test_a_list_over_the_limit_is_noted_and_none_of_its_lines_believed(lans, monkeypatch):
    monkeypatch.setattr("checkup.collect.computer.linux.package_lists.MOST_LIST", 30)
    ground = lans({LIST.format("large"): "/usr/bin/a\n" * 3, LIST.format("small"): "/usr/bin/b\n"})

    assert ground.owners.of("/usr/bin/a") == ""
    assert ground.owners.of("/usr/bin/b") == "small"
    assert [(u.where, u.reason) for u in ground.owners.look.unread] == [
        (LIST.format("large"), Cause.TOO_LARGE)
    ]


def test_a_name_that_no_file_can_have_has_no_owner(lans):
    assert lans({LIST.format("p"): "/usr/bin/a\n"}).owners.of("/usr/bin/a\ud800") == ""
