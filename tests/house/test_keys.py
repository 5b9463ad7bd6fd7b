"""Code and words agree: a key asked for exists with the fields given, and no text is never asked for.

Keys put together at run time are f-strings; each of their fields may stand for anything. A table's
whole key in the code, or a prefix kept in a constant, counts as asking for all that is in it.
"""

import ast
import re
from dataclasses import dataclass

import pytest

from checkup.content.texts import Language

KEY = re.compile(r"[a-z0-9_]+(\.[A-Za-z0-9_-]+)+\.?")
ANYTHING = "\0"


@dataclass(frozen=True)
class Asked:
    """One call of `say` or `count`: `key` with a mark where a field of an f-string stands."""

    place: str
    key: str
    given: frozenset[str]
    is_whole: bool  # no `**fields` hides what is given


def written(node: ast.expr) -> list[str]:
    """Return the texts an expression can be, with a mark for each part known only at run time."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else ANYTHING for part in node.values)]
    if isinstance(node, ast.IfExp):
        return written(node.body) + written(node.orelse)
    return []


def pattern(key: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, key.split(ANYTHING))))


@pytest.fixture(scope="module")
def asked(sources) -> list[Asked]:
    found = []
    for source in sources:
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") not in ("say", "count"):
                continue
            given = frozenset(word.arg for word in node.keywords if word.arg)
            for key in written(node.args[0]) if node.args else []:
                if "." in key and not key.startswith(ANYTHING) and KEY.fullmatch(key.replace(ANYTHING, "x")):
                    counts = {"count"} if node.func.attr == "count" else set()
                    is_whole = all(word.arg for word in node.keywords)
                    found.append(Asked(f"{source.name}:{node.lineno}", key, given | counts, is_whole))
    return found


@pytest.fixture(scope="module")
def mentioned(sources) -> set[str]:
    """Return every text in the code that could be a key or the beginning of one."""
    texts = set()
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.expr):
                texts |= set(written(node))
    return {text for text in texts if not text.startswith(ANYTHING) and re.match(r"[a-z0-9_]+(\.|$)", text)}


def test_every_key_that_is_asked_for_has_words(asked, words):
    english = words[Language.ENGLISH]
    keys = [*english.leaves, *(key for key in english.tables if english.is_plural(key))]
    missing = {
        ask.place: ask.key.replace(ANYTHING, "*")
        for ask in asked
        if not any(map(pattern(ask.key).fullmatch, keys))
    }
    assert missing == {}


def test_every_field_of_a_text_is_given_where_it_is_asked_for(asked, words):
    english = words[Language.ENGLISH].leaves
    missing = {}
    for ask in asked:
        for key in (ask.key, f"{ask.key}.one", f"{ask.key}.other"):
            wanted = set(re.findall(r"\{(\w+)\}", english.get(key, "")))
            if ask.is_whole and wanted - ask.given:
                missing[ask.place] = (key, wanted - ask.given)
    assert missing == {}


def test_no_text_is_never_asked_for(mentioned, words):
    english = words[Language.ENGLISH]
    whole = {text.rstrip(".") for text in mentioned if ANYTHING not in text}
    patterns = [pattern(text) for text in mentioned if ANYTHING in text and "." in text]

    def is_asked_for(key: str) -> bool:
        parts = key.split(".")
        beginnings = {".".join(parts[:length]) for length in range(2, len(parts) + 1)}
        # a plural's key stands without its form, a table's key for all in it
        candidates = [key, key.rpartition(".")[0]]
        return bool(beginnings & whole) or any(
            form.fullmatch(candidate) for form in patterns for candidate in candidates
        )

    assert sorted(key for key in english.leaves if not is_asked_for(key)) == []
