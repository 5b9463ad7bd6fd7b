"""The letters: a font that holds Vietnamese, also where the system has none."""

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from checkup.content.root import resource, root
from checkup.ui import theme

MARKED = [base + mark for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in "\u0300\u0301\u0303\u0309\u0323"]
LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ₫" + "".join(unicodedata.normalize("NFC", letter) for letter in MARKED)
SIGNS = "●○⟨⟩…·"  # what stands beside choices and for what cannot be seen
NO_FONT_HAS_IT = "\ue0ff"


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application; afterwards it wears what it wore before and knows no more fonts than the system's."""
    before = qapp.font()
    yield qapp
    QFontDatabase.removeAllApplicationFonts()
    qapp.setFont(before)


def missing(font: QRawFont, letters: str) -> str:
    assert font.isValid()
    return "".join(letter for letter in letters if not font.supportsCharacter(ord(letter)))


def test_a_font_that_holds_vietnamese_is_left_alone(application: QApplication) -> None:
    QFontDatabase.addApplicationFont(str(resource("theme/fonts/noto-sans-semibold.ttf")))
    mine = QFont("Noto Sans", 17, QFont.Weight.DemiBold)
    application.setFont(mine)

    theme.ensure_font(application)

    assert application.font() == mine


def test_where_the_system_font_lacks_vietnamese_the_one_that_comes_along_is_worn(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_NEEDED", NO_FONT_HAS_IT)

    theme.ensure_font(application)

    worn = application.font()
    assert worn.family() == "Noto Sans"
    assert QFontInfo(worn).exactMatch()
    assert missing(QRawFont.fromFont(worn), LETTERS) == ""


@pytest.mark.parametrize("name", theme._BUNDLED)
def test_each_bundled_file_alone_holds_every_letter_of_our_words(qapp: QApplication, name: str) -> None:
    font = QRawFont(str(resource(f"theme/fonts/{name}")), 16)
    words = "".join(path.read_text("utf-8") for path in (root() / "text").rglob("*.toml"))
    used = "".join(sorted({letter for letter in words if not unicodedata.category(letter).startswith("C")}))

    assert missing(font, LETTERS) == ""
    assert missing(font, used) == ""
    assert missing(font, SIGNS) == ""


def test_a_composed_and_a_taken_apart_letter_are_both_held(qapp: QApplication) -> None:
    font = QRawFont(str(resource("theme/fonts/noto-sans-regular.ttf")), 16)
    apart = unicodedata.normalize("NFD", LETTERS)

    assert missing(font, apart) == ""


def test_the_licence_of_the_font_comes_along() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("theme/fonts/OFL.txt").read_text("utf-8")
