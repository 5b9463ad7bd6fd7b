"""Every parser of bytes from outside stands behind a target of tests/fuzz, or says here why it does not."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARSE = ROOT / "checkup" / "parse"
TARGETS = ROOT / "tests" / "fuzz" / "targets"
WITHOUT: dict[str, str] = {}


def imported(path: Path) -> set[str]:
    """Return the modules a file imports, those out of a package by name included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def parsers() -> set[str]:
    """Return the public modules of checkup/parse that hold something to call."""
    paths = (path for path in PARSE.rglob("*.py") if not path.name.startswith("_"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths}


def fuzzed() -> set[str]:
    """Return the parsers the targets import, by a list of readers too, and those behind them."""
    named = {name for path in TARGETS.glob("*.py") for name in imported(path)}
    ahead, found = [*named], set[str]()
    while ahead:
        name = ahead.pop()
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        is_on_the_way = path.is_relative_to(PARSE) or name in named
        if name not in found and name.startswith("checkup.") and is_on_the_way and path.exists():
            found.add(name)
            ahead.extend(imported(path))
    return found


def test_every_parser_is_fuzzed_or_says_why_not():
    assert parsers() - fuzzed() - set(WITHOUT) == set()


def test_no_exception_is_without_need():
    assert set(WITHOUT) & fuzzed() == set()
    assert set(WITHOUT) <= parsers()
    assert all(WITHOUT.values())
