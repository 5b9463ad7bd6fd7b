"""Every check at once: listed, named for its place, explained, with words for all it can say."""

import ast
import inspect
import sys
from pathlib import Path

import pytest

from checkup.checks import ALL_CHECKS
from checkup.checks.check import Check
from checkup.content.texts import Language
from checkup.model.finding import Level
from checkup.model.looked import Cause
from checkup.model.sources import Observation
from checkup.model.step import Noticed, Place, Stage

TESTS = Path(__file__).parents[1]


def check_files(sources):
    """Return the files that hold a check: those with a module-level `CHECK`."""
    return [source for source in sources if source.name.startswith("checks/") and has_check(source.tree)]


def has_check(tree: ast.Module) -> bool:
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return any(isinstance(target, ast.Name) and target.id == "CHECK" for target in targets)


def test_every_file_with_a_check_is_listed_and_named_for_its_place(sources):
    by_place = {source.module.removeprefix("checkup.checks.") for source in check_files(sources)}

    assert {check.id for check in ALL_CHECKS} == by_place


def test_no_check_is_listed_twice():
    ids = [check.id for check in ALL_CHECKS]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_a_check_asks_for_observations_and_is_explained(check: Check):
    module = sys.modules[check.look.__module__]

    assert check.needs
    assert all(issubclass(kind, Observation) for kind in check.needs)
    assert (inspect.getdoc(module) or "").rstrip().endswith((".", "?", ")")) or "\n" in (
        inspect.getdoc(module) or ""
    )


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_a_check_has_a_test_of_its_own(check: Check):
    area, name = check.id.split(".", 1)
    assert (TESTS / "checks" / area / f"test_{name}.py").is_file()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("part", ["short", "title", "meaning", "harmless", "question"])
def test_every_check_has_words(words, language, part):
    missing = {check.id for check in ALL_CHECKS if f"checks.{check.id}.{part}" not in words[language].leaves}
    assert missing == set()


@pytest.mark.parametrize("language", Language)
def test_every_sign_a_check_can_give_has_words(sources, words, language):
    signs = set()
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                signs |= {
                    word.value.value
                    for word in node.keywords
                    if word.arg == "sign" and isinstance(word.value, ast.Constant)
                }
    known = {*words[language].leaves, *words[language].tables}
    assert {sign for sign in signs if f"signs.{sign}" not in known} == set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("area", "closed_set"),
    [("causes", Cause), ("levels", Level), ("noticed", Noticed), ("stages", Stage), ("places", Place)],
    ids=lambda part: part if isinstance(part, str) else part.__name__,
)
def test_every_member_of_a_closed_set_has_words(words, language, area, closed_set):
    known = {*words[language].leaves, *words[language].tables}
    if not any(key.split(".")[0] == area for key in known):
        pytest.fail(f"no file text/{language.value}/{area}.toml")
    assert {member.value for member in closed_set if f"{area}.{member.value}" not in known} == set()
