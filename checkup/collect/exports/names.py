"""Which members of an export may be opened at all: by their names, before any byte is read.

Messages, photographs and the like are left alone, in English, Vietnamese and French.
"""

import re
import unicodedata

KINDS = (".csv", ".json", ".js", ".html", ".htm", ".zip")
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
    if not folded.endswith(KINDS) or folded.endswith(INDEX):
        return False
    spaced = folded.replace("_", " ").replace("-", " ")
    if any(phrase in spaced for phrase in PRIVATE_PHRASES):
        return False
    return PRIVATE.isdisjoint(_WORD.findall(folded))
