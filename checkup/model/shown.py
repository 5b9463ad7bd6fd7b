"""Text from outside, made fit to be shown: plain, one line, controls visible, cut.

Names of programs, files, accounts, devices and extensions are hostile: they can hold control
characters, terminal escapes, right-to-left marks, zero-width letters, lone surrogates and 32 kB.
"""

import unicodedata

LONGEST = 200
CUT = "…"

# Format characters that change how their neighbours look or cannot be seen at all. Cf, Cc, Co, Cs and
# line separators are all made visible; the joiners that Vietnamese or emoji never need included.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_BLANK = frozenset({"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\u00a0", "\u034f"})


def shown(text: str, longest: int = LONGEST) -> str:
    """Return outside text as one visible line of at most `longest` characters, in NFC."""
    # Cut before the work so that 32 kB costs no more than 200 characters; marks are at most four bytes.
    head = unicodedata.normalize("NFC", text[: longest * 4])
    visible = "".join(_visible(character) for character in head)
    if len(visible) <= longest and len(text) <= longest * 4:
        return visible
    return visible[: longest - 1] + CUT


def _visible(character: str) -> str:
    if unicodedata.category(character) in _HIDDEN or character in _BLANK:
        return f"⟨U+{ord(character):04X}⟩"
    return character
