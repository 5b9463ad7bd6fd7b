"""The name of one part of an app: `com.example/.Service`."""

import re

COMPONENT = re.compile(r"([A-Za-z][\w.]{1,250})/([\w.$]{1,300})")


def whole(app: str, part: str) -> str:
    """Return the whole name of a part: a short one begins with a dot."""
    return f"{app}/{app}{part}" if part.startswith(".") else f"{app}/{part}"


def components(text: str) -> list[tuple[str, str]]:
    """Return every app and whole name of a part that stands in a text, in order, none twice."""
    return list(dict.fromkeys((app, whole(app, part)) for app, part in COMPONENT.findall(text)))
