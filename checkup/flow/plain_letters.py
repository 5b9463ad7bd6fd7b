"""Words without marks and capitals: for finding and sorting, never for showing."""

import unicodedata


def plain_letters(words: str) -> str:
    """Return words in small letters without marks, so that "ngan hang" finds "ngân hàng"."""
    apart = unicodedata.normalize("NFD", words.casefold().strip())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("đ", "d")
