"""The letters: a font that holds Vietnamese, also where the system has none."""

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

from checkup.ui import theme

LETTERS = "ăâđêôơưấầẩẫậếềểễệốồổỗộớờởỡợứừửữựĂĐƠƯ"


def holds(font: QFont, letters: str) -> bool:
    raw = QRawFont.fromFont(font)
    return raw.isValid() and all(raw.supportsCharacter(ord(letter)) for letter in letters)


def test_a_font_that_holds_vietnamese_is_left_alone(qapp: QApplication) -> None:
    before = qapp.font()
    assert holds(before, "aế")
    theme.ensure_font(qapp)
    assert qapp.font() == before


def test_where_the_system_font_lacks_vietnamese_the_one_that_comes_along_is_worn(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = qapp.font()
    monkeypatch.setattr(theme, "_NEEDED", "\ue0ff")  # a letter that no font has
    theme.ensure_font(qapp)
    worn = qapp.font()
    qapp.setFont(before)
    assert worn.family() == "Noto Sans"
    assert holds(worn, LETTERS)


def test_the_bundled_files_hold_latin_and_vietnamese() -> None:
    names = [theme.resource(f"theme/fonts/noto-sans-{part}-normal.woff2") for part in theme._BUNDLED]
    assert all(name.stat().st_size > 4000 for name in names)
    assert theme.resource("theme/fonts/OFL.txt").is_file()
