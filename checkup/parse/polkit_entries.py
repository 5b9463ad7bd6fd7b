"""Entries of polkit's older form (.pkla): those that let something happen without anybody being asked.

Each section names who (Identity), what (Action) and the answer for three kinds of session.
References: pkla-check-authorization(8) and pklocalauthority(8), as polkitd-pkla 0.1 has them.
"""

from collections.abc import Iterator

from checkup.parse.ini import ini_lines

ANSWERS = ("ResultAny", "ResultInactive", "ResultActive")
TOLD = ("Identity", "Action", *ANSWERS)
MOST_ENTRIES = 500


def yes_entries(text: str) -> Iterator[str]:
    """Yield each entry that says yes, as one line."""
    entries: dict[str, dict[str, str]] = {}
    for one in ini_lines(text):
        if one.section in entries or len(entries) < MOST_ENTRIES:
            entries.setdefault(one.section, {})[one.name] = one.value
    for said in entries.values():
        if any(said.get(answer, "").lower() == "yes" for answer in ANSWERS):
            yield "; ".join(f"{name}={said[name]}" for name in TOLD if name in said)
