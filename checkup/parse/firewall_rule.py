"""One rule of Windows' firewall as it stands in the registry: text in, what it lets in out.

References: [MS-FASP] 2.2.19 (fields between bars; those that may come several times do).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opening:
    """A rule that is on and lets connections in."""

    name: str
    path: str
    ports: tuple[str, ...]


def opening(text: str) -> Opening | None:
    """Return the opening a rule makes; None where it makes none."""
    fields: dict[str, list[str]] = {}
    for part in text[:8192].split("|"):
        name, sign, value = part.partition("=")
        if sign:
            fields.setdefault(name.lower(), []).append(value)
    is_opening = all(
        fields.get(name, [""])[0].lower() == wanted
        for name, wanted in (("action", "allow"), ("active", "true"), ("dir", "in"))
    )
    if not is_opening:
        return None
    return Opening(fields.get("name", [""])[0], fields.get("app", [""])[0], tuple(fields.get("lport", ())))
