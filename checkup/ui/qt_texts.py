"""Qt's own buttons and dialogs in Vietnamese, which Qt does not ship.

References: the contexts are those of Qt 6's translation sources (QPlatformTheme, QFileDialog, ...).
"""

from PySide6.QtCore import QObject, QTranslator

from checkup.content.texts import Texts


class QtTexts(QTranslator):
    """Translates the words Qt shows by itself; returns the source for what it does not know."""

    def __init__(self, parent: QObject | None, texts: Texts) -> None:
        super().__init__(parent)
        self._texts = texts

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del context, disambiguation, n
        key = f"qt.{_key(source)}"
        return self._texts.say(key) if _key(source) and self._texts.has(key) else source


def _key(source: str) -> str:
    """Return the name of a text for one of Qt's: letters and digits in lower case, joined by `_`."""
    words = "".join(each if each.isalnum() else " " for each in source.replace("&", "").lower())
    return "_".join(words.split())
