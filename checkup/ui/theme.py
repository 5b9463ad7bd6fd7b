"""The look: colours by their part, lengths that grow with the text size, light and dark.

The rules stand in resources/theme/window.qss; this file only fills in `@colour` and `#12px`.
"""

import re
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from checkup.content.plain_table import read_table
from checkup.content.root import resource
from checkup.model.plain import Plain

SIZES = (100, 125, 150, 175, 200)
"""The text sizes a person can choose, in percent."""

_COLOUR = re.compile(r"@([a-z_]+)")
_LENGTH = re.compile(r"#(\d+)px")
_NEEDED = "aăâđêôơưếộữ"
_BUNDLED = ("noto-sans-regular.ttf", "noto-sans-semibold.ttf")


class Shade(StrEnum):
    """Light or dark; follows the system."""

    LIGHT = "light"
    DARK = "dark"


class Theme(Plain):
    """A shade and a text size in percent."""

    shade: Shade = Shade.LIGHT
    percent: int = 100

    def larger(self, steps: int) -> "Theme":
        """Return the theme with the next larger (or, negative, smaller) text size there is."""
        at = min(max(SIZES.index(self.percent) + steps, 0), len(SIZES) - 1)
        return Theme(shade=self.shade, percent=SIZES[at])


def colours(shade: Shade) -> dict[str, str]:
    """Return the colours of a shade by their part, as `#RRGGBB`."""
    chosen = read_table(resource("theme/tokens.toml").read_text("utf-8"))[shade.value]
    return {part: str(colour) for part, colour in chosen.items()} if isinstance(chosen, dict) else {}


def style_sheet(theme: Theme, chosen: dict[str, str]) -> str:
    """Return the style sheet of a theme in these colours."""
    rules = resource("theme/window.qss").read_text("utf-8")
    named = chosen | {
        sign: resource(f"theme/{sign}-{theme.shade}.svg").as_posix() for sign in ("tick", "arrow")
    }
    sized = _LENGTH.sub(lambda found: f"{int(found[1]) * theme.percent // 100}px", rules)
    return _COLOUR.sub(lambda found: named[found[1]], sized)


def wear(application: QApplication, theme: Theme) -> None:
    """Dress the whole program in a theme."""
    chosen = colours(theme.shade)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(style_sheet(theme, chosen))


def ensure_font(application: QApplication) -> None:
    """Take the system's font; where it has none that holds Vietnamese, the one that comes along."""
    from PySide6.QtGui import QRawFont  # the first page does not wait for it

    system = QRawFont.fromFont(application.font())
    if not (system.isValid() and all(system.supportsCharacter(ord(letter)) for letter in _NEEDED)):
        take_own_font(application)


def take_own_font(application: QApplication) -> None:
    """Wear the font that comes along, whatever the system has."""
    from PySide6.QtGui import QFont, QFontDatabase

    for name in _BUNDLED:
        QFontDatabase.addApplicationFont(str(resource(f"theme/fonts/{name}")))
    application.setFont(QFont("Noto Sans"))


def _palette(named: dict[str, str]) -> QPalette:
    """Return the palette for what the style sheet does not reach, such as placeholder text."""
    role = QPalette.ColorRole
    palette = QPalette()
    for part, colour in (
        (role.Window, "ground"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "ground"),
        (role.Text, "ink"),
        (role.PlaceholderText, "quiet"),
        (role.Button, "surface"),
        (role.ButtonText, "ink"),
        (role.Highlight, "primary"),
        (role.HighlightedText, "on_primary"),
        (role.Link, "primary"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "ink"),
    ):
        palette.setColor(part, QColor(named[colour]))
    return palette
