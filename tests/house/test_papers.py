"""README, CONTRIBUTING and CHANGELOG say what is so: the files they name are there."""

import re
import tomllib
from pathlib import Path

import pytest

from checkup.cli.main import COMMANDS

HERE = Path(__file__).parents[2]
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
FAULTS = (
    "T1",
    "T2",
    "T3",
    "T4",
    "T5",
    "T6",
    "T7",
    "T8",
    "T10",
    "T11",
    "T12",
    "T13",
    "T14",
    "T15",
    "T16",
    "T17",
    "T18",
    "T20",
    "T21",
    "T22",
    "T23",
    "T24",
    "T25",
    "T27",
)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_files_a_paper_names_are_there(paper):
    text = (HERE / paper).read_text("utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    named = re.findall(r"`((?:checkup|tests|resources)/[\w./-]+)`", text)

    assert [name for name in (*linked, *named) if not (HERE / name).exists()] == []


def test_each_fault_has_a_test():
    text = (HERE / "CONTRIBUTING.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (T\d+) \|[^|]*\|([^|]*)\|$", text, re.MULTILINE))

    assert tuple(rows) == FAULTS
    assert [fault for fault, held_by in rows.items() if "`tests/" not in held_by] == []


def test_the_commands_the_readme_shows_exist():
    text = (HERE / "README.md").read_text("utf-8")
    shown = set(re.findall(r"^python3 run\.py ([a-z]+)", text, re.MULTILINE))
    known = {name.split()[0] for name in COMMANDS}

    assert shown - {"test", "bench", "shots"} <= known


def test_the_folders_the_readme_draws_are_those_there():
    text = (HERE / "README.md").read_text("utf-8")
    folders = {path.name for path in (HERE / "checkup").iterdir() if path.is_dir() and path.name[0] != "_"}

    assert [name for name in sorted(folders) if f"{name}/" not in text] == []


def test_the_changelog_names_the_version():
    version = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert f"\n## {version}" in (HERE / "CHANGELOG.md").read_text("utf-8")
