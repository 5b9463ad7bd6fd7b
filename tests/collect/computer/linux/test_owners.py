"""Which package brought a file: every line of the lists counts, wherever it stands in them."""

import pytest

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
