"""The choice of an export that is made for reading (HTML, plain text): known, but with no columns to rely on.

References: public readers of Meta's pages ("uiBoxWhite", "_3-95" in each); D3I and RLEAPP for which services
offer such a choice.
"""

import re
from dataclasses import dataclass

_REMARK = re.compile(rb"\A\s*(?:<!--.{0,2000}?-->\s*){1,3}", re.DOTALL)
_LABEL = re.compile(rb"^(IP|Device ?Model|Device ?System|Network ?Type|Carrier) ?:", re.MULTILINE)
LEAST_LABELS = 3
PAGES_BEGIN = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<div", b"<h1")
TWINS = {
    "facebook": (b"facebook.com", b"Facebook", b"uiBoxWhite", b"_3-95"),
    "instagram": (b"instagram.com", b"Instagram"),
    "snapchat": (b"Snapchat",),
    "tiktok": (b"TikTok",),
    "google": (b"Google",),
    "telegram": (b"Telegram",),
    "whatsapp": (b"WhatsApp",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The readable choice of an export (HTML, text): known, but with no columns to rely on."""

    service: str


def is_page(head: bytes) -> bool:
    """Whether this is the beginning of a page, with a remark before it or without."""
    bare = _REMARK.sub(b"", head.removeprefix(b"\xef\xbb\xbf")).lstrip()
    return bare[:20].lower().startswith(PAGES_BEGIN)


def twin_page(head: bytes) -> Twin | None:
    """Return which service's page this is."""
    return next(
        (Twin(service=name) for name, marks in TWINS.items() if any(mark in head for mark in marks)), None
    )


def twin_text(head: bytes) -> Twin | None:
    """Recognise TikTok's choice of plain text: a label and a value in each line."""
    labels = {found[1] for found in _LABEL.finditer(head)}
    return Twin(service="tiktok") if len(labels) >= LEAST_LABELS else None
