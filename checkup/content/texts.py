"""The words: one catalogue of keys per language, for window, command line and print.

A key is `area.name`, and each area is one file, `resources/text/<language>/<area>.toml`, read when
its first word is asked for: the first page should not wait for the words of the last one.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from checkup.content.plain_table import read_table
from checkup.content.root import resource

Field = str | int


class Language(StrEnum):
    """The languages the program speaks; the value is the folder's name and the JSON's."""

    ENGLISH = "en"
    VIETNAMESE = "vi"


class UnknownText(KeyError):
    """No language has a text of this key: a slip in the program, which a test finds."""


def _folder() -> Path:
    return resource("text")


class Texts:
    """The words of one language, English where it has none.

    Fields given as text are taken for hostile: they are shown as one plain line, controls visible,
    cut at 200 characters. Numbers are written as they are.
    """

    def __init__(self, language: Language, folder: Callable[[], Path] = _folder) -> None:
        self.language = language
        self._folder = folder
        self._areas: dict[tuple[Language, str], dict[str, object]] = {}

    def say(self, key: str, /, **fields: Field) -> str:
        """Return the text of a key with its `{fields}` filled in."""
        return self._filled(key, self._find(key), fields)

    def count(self, key: str, /, count: int, **fields: Field) -> str:
        """Return the text for so many: `one` or `other` in English, `other` in Vietnamese."""
        form = "one" if count == 1 and self.language is Language.ENGLISH else "other"
        return self._filled(key, self._find(f"{key}.{form}"), {"count": count, **fields})

    def has(self, key: str) -> bool:
        """Whether there is a text of this key in this language or in English."""
        return any(self._lookup(language, key) is not None for language in self._order())

    def _order(self) -> tuple[Language, ...]:
        return tuple(dict.fromkeys((self.language, Language.ENGLISH)))

    def _find(self, key: str) -> str:
        for language in self._order():
            if (text := self._lookup(language, key)) is not None:
                return text
        raise UnknownText(key)

    def _lookup(self, language: Language, key: str) -> str | None:
        area, *path = key.split(".")
        node: object = self._area(language, area)
        for name in path:
            node = node.get(name) if isinstance(node, dict) else None
        return node if isinstance(node, str) else None

    def _area(self, language: Language, area: str) -> dict[str, object]:
        if (language, area) not in self._areas:
            path = self._folder() / language.value / f"{area}.toml"
            found = read_table(path.read_text("utf-8")) if path.is_file() else {}
            self._areas[language, area] = found
        return self._areas[language, area]

    @staticmethod
    def _filled(key: str, text: str, fields: dict[str, Field]) -> str:
        clean = {name: _clean(value) if isinstance(value, str) else value for name, value in fields.items()}
        try:
            return text.format_map(clean)
        except KeyError as missing:
            raise UnknownText(f"{key} {missing}") from missing


def _clean(outside: str) -> str:
    from checkup.model.shown import shown  # the first page says nothing from outside

    return shown(outside)
