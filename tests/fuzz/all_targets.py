"""All targets; a house test holds that each file of checkup/parse stands behind one of them."""

from tests.fuzz.target import Target
from tests.fuzz.targets import browsers, linux, macos, outside, phone_tables, phones, windows

TARGETS: tuple[Target, ...] = (
    *linux.TARGETS,
    *windows.TARGETS,
    *macos.TARGETS,
    *browsers.TARGETS,
    *phones.TARGETS,
    *phone_tables.TARGETS,
    *outside.TARGETS,
)
