"""What the text of a CREATE TABLE says: the columns in their order, and which one is the row's number."""

import re

from checkup.model.value import Value

_WORD = re.compile(r'\s*(?:"((?:[^"]|"")*)"|\[([^\]]*)\]|`([^`]*)`|([^\s(),"]+))')
_RULES = frozenset({"primary", "unique", "foreign", "check", "constraint"})
_ROW_NUMBER = re.compile(r"\binteger\s+primary\s+key\b", re.IGNORECASE)
_OWN_KEY = re.compile(r"\)[^)]*\bwithout\s+rowid\b[^)]*$", re.IGNORECASE)
LONGEST = 100_000


class TableForm(Value, frozen=True, kw_only=True):
    """A table's columns in their order; `row_number` is the place of the one that is the row's number."""

    columns: tuple[str, ...]
    row_number: int | None = None
    has_own_key: bool = False


def table_form(statement: str) -> TableForm:
    """Return the form of a table from its own words; no columns where they cannot be read."""
    statement = statement[:LONGEST]
    columns: list[str] = []
    row_number = None
    for part in _parts(statement):
        word = _WORD.match(part)
        if word is None:
            continue
        if word[4] is not None and word[4].casefold() in _RULES:
            break
        if _ROW_NUMBER.search(part):
            row_number = len(columns)
        columns.append(next((one for one in word.groups() if one is not None), "").replace('""', '"'))
    has_own_key = _OWN_KEY.search(statement) is not None
    return TableForm(columns=tuple(columns), row_number=row_number, has_own_key=has_own_key)


def _parts(statement: str) -> list[str]:
    """Return what stands between the outermost brackets, parted at its commas."""
    parts, depth, quote, start = [], 0, "", 0
    for at, sign in enumerate(statement):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif sign == "(":
            depth += 1
            start = at + 1 if depth == 1 else start
        elif depth == 1 and sign in ",)":
            parts.append(statement[start:at])
            start = at + 1
        if sign == ")" and not quote:
            depth -= 1
            if depth == 0:
                break
    return parts
