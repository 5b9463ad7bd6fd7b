"""Which members of an export may be opened at all: by their names, before any byte is read.

Messages, photographs and the like are left alone, in English, Vietnamese and French.
"""

import re
import unicodedata

KINDS = (".csv", ".tsv", ".json", ".js", ".html", ".htm", ".zip")
ARCHIVES = (".tgz", ".tar", ".gz", ".7z", ".rar", ".zip.001", ".crdownload", ".part", ".opdownload")
"""Not opened, but told: an export may be in it."""

TEXTS = (".txt",)
SIGN_IN = ("login", "sign in", "đăng nhập", "connexion")
"""Texts are notes and messages more often than not: only one that names sign-ins is looked at."""

INDEX = ("archive_browser.html",)
"""The page of contents that Google puts into every Takeout: it holds nothing, and is no twin of anything."""

PRIVATE = frozenset(
    {
        *("message", "messages", "chat", "chats", "conversation", "conversations", "inbox", "mail"),
        *("photo", "photos", "fotos", "media", "videos", "ảnh"),
        *("notes", "posts", "stories", "comments", "searches"),
    }
)
PRIVATE_PHRASES = ("tin nhắn", "hộp thư", "trò chuyện", "hình ảnh", "bài viết")
_WORD = re.compile(r"[^\W\d_]+")
LONGEST = 1000


def may_open(name: str) -> bool:
    """Whether a member of this name (with its folders, parted by `/`) may hold sign-ins."""
    folded = unicodedata.normalize("NFC", name[-LONGEST:]).casefold()
    spaced = folded.replace("_", " ").replace("-", " ")
    is_text = folded.endswith(TEXTS) and any(words in spaced for words in SIGN_IN)
    if not (is_text or folded.endswith((*KINDS, *ARCHIVES))) or folded.endswith(INDEX):
        return False
    if any(phrase in spaced for phrase in PRIVATE_PHRASES):
        return False
    return PRIVATE.isdisjoint(_WORD.findall(folded))
