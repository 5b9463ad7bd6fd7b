"""resources/ is this program's, whole, and holds nothing that points outside it."""

import tomllib

import pytest

from checkup.content.root import NameOutsideResources, resource, root

KINDS = {".py", ".toml", ".md", ".txt", ".json", ".svg", ".qss", ".ttf", ".ico", ".icns", ".png"}


def files():
    return [path for path in root().rglob("*") if path.is_file()]


def test_the_manifest_names_the_program():
    assert tomllib.loads((root() / "manifest.toml").read_text("utf-8"))["name"] == "Checkup"


def test_there_are_only_kinds_of_files_the_program_reads():
    assert [path.relative_to(root()).as_posix() for path in files() if path.suffix not in KINDS] == []


def test_the_only_code_is_what_is_handed_to_the_system_as_text():
    code = [path.relative_to(root()).as_posix() for path in files() if path.suffix == ".py"]
    assert code == ["rights/linux_reader.py"]


def test_nothing_is_a_link():
    assert [path for path in root().rglob("*") if path.is_symlink()] == []


def test_no_file_is_so_large_that_it_slows_the_start():
    assert {path.name: size for path in files() if (size := path.stat().st_size) > 400_000} == {}


@pytest.mark.parametrize(
    "path", [path for path in files() if path.suffix == ".toml"], ids=lambda path: path.name
)
def test_every_table_can_be_read(path):
    assert tomllib.loads(path.read_text("utf-8")) is not None


@pytest.mark.parametrize(
    "path", [path for path in files() if path.suffix in (".svg", ".qss")], ids=lambda path: path.name
)
def test_a_picture_or_style_loads_nothing_from_elsewhere(path):
    text = path.read_text("utf-8").replace("http://www.w3.org/", "")
    assert "http:" not in text
    assert "https:" not in text
    assert "<script" not in text


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../pyproject.toml", "text/../../run.py", "text\\..\\x", "C:/x"]
)
def test_a_name_outside_is_refused(name):
    with pytest.raises(NameOutsideResources):
        resource(name)
