"""Runs checks over sources: yields what happens as it happens, stops when asked."""

from checkup.scan.event import Clear, Ended, Event, Found, Missed, Started
from checkup.scan.run import scan

__all__ = ["Clear", "Ended", "Event", "Found", "Missed", "Started", "scan"]
