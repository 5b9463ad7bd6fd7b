"""One record of an event log of Windows, as the tree its reader makes of it: number, writer, time, data.

A number with qualifiers and data without a name stand below "#text". References: evtx.py beside this.
"""

from checkup.parse.tree import Node

LONGEST = 4096


def event_number(record: Node) -> int | None:
    """Return the event's number."""
    found = record.at("Event", "System", "EventID")
    return found.number if found.number is not None else found.at("#text").number


def event_provider(record: Node) -> str:
    """Return who wrote it."""
    return record.at("Event", "System", "Provider", "#attributes", "Name").text


def event_time(record: Node) -> str:
    """Return when it was written, "2026-11-01T10:20:30.123Z" as it is written here."""
    text = record.at("Event", "System", "TimeCreated", "#attributes", "SystemTime").text
    head = text.partition(".")[0].rstrip("Z").replace(" ", "T")
    return f"{head}Z" if len(head) == 19 else ""


def event_data(record: Node, name: str) -> str:
    """Return one value of its data by name, numbers as text too; "" where there is none."""
    found = record.at("Event", "EventData", name)
    return (found.text or ("" if found.number is None else str(found.number)))[:LONGEST]


def unnamed_data(record: Node) -> tuple[str, ...]:
    """Return the values of its data that have no names."""
    found = record.at("Event", "EventData", "Data")
    inner = found.at("#text")
    return tuple(text[:LONGEST] for text in (inner.texts() if inner.is_there else found.texts()))
