"""The look: contrast, and lengths that grow with the text size."""

import re

import pytest
from PySide6.QtGui import QColor

from checkup.ui.theme import SIZES, Shade, Theme, colours, style_sheet

TEXT_ON = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("quiet", "primary_soft"),
    ("ink", "primary_soft"),
    ("primary", "surface"),
    ("primary", "ground"),
    ("primary", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("attention", "attention_soft"),
    ("good", "good_soft"),
    ("unknown", "unknown_soft"),
    ("ink", "attention_soft"),
    ("ink", "good_soft"),
    ("ink", "unknown_soft"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_here"),
    ("rail_quiet", "rail"),
    ("on_leave", "leave"),
]
EDGE_ON = [
    ("edge", "ground"),
    ("edge", "surface"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("rail_focus", "rail"),
]


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""

    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(shade: Shade, text: str, ground: str) -> float:
    named = colours(shade)
    lighter, darker = sorted((luminance(QColor(named[text])), luminance(QColor(named[ground]))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("shade", Shade)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read_on_its_ground(shade: Shade, text: str, ground: str) -> None:
    assert contrast(shade, text, ground) >= 4.5


@pytest.mark.parametrize("shade", Shade)
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON)
def test_edges_and_focus_can_be_seen(shade: Shade, edge: str, ground: str) -> None:
    assert contrast(shade, edge, ground) >= 3


@pytest.mark.parametrize("shade", Shade)
def test_every_colour_the_look_names_exists(shade: Shade) -> None:
    sheet = style_sheet(Theme(shade=shade), colours(shade))
    assert not re.search(r"@\w|#\d+px", sheet)
    assert "font-size: 14px" in sheet


def test_text_and_room_grow_together() -> None:
    assert "font-size: 28px" in style_sheet(Theme(percent=200), colours(Shade.LIGHT))


def test_the_text_size_stops_at_both_ends() -> None:
    assert Theme(percent=SIZES[-1]).larger(1).percent == 200
    assert Theme(percent=SIZES[0]).larger(-1).percent == 100
    assert Theme().larger(1).percent == 125
