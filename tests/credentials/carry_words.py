"""Writes resources/words/en.txt out of the list that the xkcdpass package carries: run once, by hand."""

from importlib.resources import files

from checkup.content.root import resource

HEAD = """\
# English words for passphrases: the long list of the Electronic Frontier Foundation (2016),
# eff.org/dice, CC BY 3.0 US, without the words that hold a hyphen. One word a line.
# Carried by tests/credentials/carry_words.py; a test compares it with that package's list.
"""


def carried() -> str:
    """Return the file's text."""
    listed = files("xkcdpass").joinpath("static", "eff-long").read_text("utf-8").split()
    return HEAD + "".join(f"{word}\n" for word in listed if word.isascii() and word.isalpha())


if __name__ == "__main__":
    (resource("words") / "en.txt").write_text(carried(), "utf-8")
