"""All targets. A new parser of bytes from outside gets one here."""

from tests.fuzz.target import Target
from tests.fuzz.targets import archives, browsers, linux, macos, outside, phone_tables, phones, windows

TARGETS: tuple[Target, ...] = (
    *linux.TARGETS,
    *windows.TARGETS,
    *macos.TARGETS,
    *browsers.TARGETS,
    *phones.TARGETS,
    *phone_tables.TARGETS,
    *outside.TARGETS,
    *archives.TARGETS,
)
