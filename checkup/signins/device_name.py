"""Which device a row is about: a model by its code, else a sort of device by its user agent.

Apps write the code of the model, browsers since 2023 often only "Android 10; K". References: user agents
of Instagram, Facebook, Chrome and Safari; ua-parser for what the rules here do not settle.
"""

import re
from typing import NamedTuple

from checkup.content.device_models import DeviceModels
from checkup.model.sign_in import DeviceKind

MOST_PARSED = 1500
"""So many agents are handed to ua-parser in one reading; each costs about a millisecond."""

_CODE = re.compile(
    r"\b(SM-[A-Z]\d{3,4}[A-Z0-9]{0,4}|CPH\d{4}|vivo \d{4}|V2\d{3}[A-Z]{0,2}|iP(?:hone|ad)\d{1,2},\d{1,2}"
    r"|Mac(?:BookPro|BookAir|mini|Book|Pro)?\d{1,2},\d{1,2}|M[12]\d{3}[A-Z0-9]{3,7}"
    r"|2\d{4,6}[A-Z0-9]{2,6}[A-Z][A-Z0-9]{0,3})\b"
)
_ANDROID = re.compile(r"Android[ \d.]*; (?:[a-z]{2}[-_][A-Za-z]{2}; )?([^;)]{2,60}?)(?: Build/|;|\))")
_APP = re.compile(r"\(\d+/[\d.]+; \d+dpi; \d+x\d+; ([^;)]{2,40}); ([^;)]{2,40})")
_DULL = re.compile(r"^(?:k|wv|mobile|tablet|u|linux|rv:.*|[a-z]{2}[-_][a-z]{2})$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"unknown|không xác định|không rõ|^(?:n/a|-|phone|pc|mobile|desktop|browser)$", re.IGNORECASE
)


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


SORTS: tuple[tuple[str, DeviceKind, re.Pattern[str]], ...] = (
    (
        "tv",
        DeviceKind.TELEVISION,
        _any("smart[- ]?tv|(?:android|google|apple) tv|tvos|webos|tizen.*tv|fire ?tv|chromecast|roku"),
    ),
    ("ipad", DeviceKind.TABLET, _any("ipad|ipados")),
    ("iphone", DeviceKind.PHONE, _any("iphone|iphone os|ios")),
    ("windows", DeviceKind.COMPUTER, _any("windows|win(?:32|64|10|11)|cadmium|chrome pc")),
    ("mac", DeviceKind.COMPUTER, _any("mac|macos|macintosh|macbook|imac|osx")),
    ("chromebook", DeviceKind.COMPUTER, _any("cros|chromebook|chrome ?os")),
    ("android", DeviceKind.PHONE, _any("android|dalvik|okhttp")),
    ("linux", DeviceKind.COMPUTER, _any("linux|x11|ubuntu")),
)
_ONLY_SORT = re.compile(
    r"(?:windows|android|mac|macintosh|ios|iphone|ipad|linux|web|osx|os_x)"
    r"(?: ?(?:pc|phone|computer|tablet|device|nt|desktop|browser|os|x|[\d.]+))*"
    r"|pc (?:64|32)bit|.*\bpc\b.*|(?:chrome|safari|firefox|edge|opera|web browser)\b.*",
    re.IGNORECASE,
)
_FAMILY_SORTS = {
    "windows": "windows",
    "mac os x": "mac",
    "ios": "iphone",
    "android": "android",
    "chrome os": "chromebook",
    "linux": "linux",
    "ubuntu": "linux",
}


class DeviceName(NamedTuple):
    """`name` is a model's name; where there is none, `sort` says what sort of device it is, or is empty."""

    name: str = ""
    sort: str = ""
    kind: DeviceKind = DeviceKind.UNKNOWN


class DeviceNames:
    """Names devices; what was worked out once is not worked out again."""

    def __init__(self, models: DeviceModels | None = None) -> None:
        self._models = models or DeviceModels()
        self._known: dict[tuple[str, str, str], DeviceName] = {}
        self._parsed = 0

    def of(self, device: str, system: str, agent: str) -> DeviceName:
        """Return the device of a row by what the service named, its system and its user agent."""
        key = (device, system, agent)
        if key not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[key] = self._named(device, system, agent)
        return self._known[key]

    def _named(self, device: str, system: str, agent: str) -> DeviceName:
        for text in (device, agent):
            if found := _CODE.search(text):
                return self._model(found[1], text)
        said = "" if _NO_NAME.search(device) else device
        if said and not _ONLY_SORT.fullmatch(said):
            return DeviceName(said, kind=_kind(f"{said} {system} {agent}", DeviceKind.OTHER))
        if model := _of_agent(agent):
            return DeviceName(model, kind=DeviceKind.PHONE)
        return self._sort(f"{said} {system}", agent)

    def _model(self, code: str, text: str) -> DeviceName:
        name = self._models.name(code)
        if not name:
            is_samsung = code.upper().startswith("SM-")
            maker = "Samsung" if is_samsung else "OPPO" if code.startswith("CPH") else ""
            name = f"{maker} {code}".strip()
        is_tablet = code.startswith(("iPad", "SM-T", "SM-X", "SM-P"))
        kind = DeviceKind.TABLET if is_tablet else _kind(text, DeviceKind.PHONE)
        return DeviceName(name, kind=DeviceKind.COMPUTER if code.startswith("Mac") else kind)

    def _sort(self, said: str, agent: str) -> DeviceName:
        for text in (said, agent):
            for sort, kind, pattern in SORTS:
                if pattern.search(text):
                    return DeviceName(sort=sort, kind=kind)
        return self._by_parser(agent)

    def _by_parser(self, agent: str) -> DeviceName:
        if len(agent) < 8 or self._parsed >= MOST_PARSED:
            return DeviceName()
        self._parsed += 1
        from ua_parser import parse

        found = parse(agent)
        family = found.os.family.casefold() if found.os else ""
        sort = _FAMILY_SORTS.get(family, "")
        if found.device and found.device.model and found.device.brand not in (None, "Generic"):
            return DeviceName(found.device.family, kind=DeviceKind.OTHER)
        return DeviceName(
            sort=sort, kind=next((kind for name, kind, _ in SORTS if name == sort), DeviceKind.UNKNOWN)
        )


def _of_agent(agent: str) -> str:
    """Return the model an app or an Android browser names in its agent, or ""."""
    if found := _APP.search(agent):
        maker = found[1].partition("/")[2] or found[1]
        return found[2] if found[2].casefold().startswith(maker.casefold()) else f"{maker} {found[2]}"
    found = _ANDROID.search(agent)
    return "" if found is None or _DULL.match(found[1].strip()) else found[1].strip()


def _kind(text: str, otherwise: DeviceKind) -> DeviceKind:
    return next((kind for _, kind, pattern in SORTS if pattern.search(text)), otherwise)
