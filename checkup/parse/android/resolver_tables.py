"""The resolver tables of `dumpsys package`: which activities have an icon, which apps start with the phone.

The tables name categories only where filters are shown (dumps of one app); without them an app with
any MAIN activity counts as having an icon.

References: AOSP services/core/java/com/android/server/pm: ComponentResolver; published dumps
of 7.1, 9, 12 and 16.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from checkup.parse.android.component import whole
from checkup.parse.android.dump import Lines

_MAIN = "android.intent.action.MAIN"
_BOOT = (
    *("android.intent.action.BOOT_COMPLETED", "android.intent.action.LOCKED_BOOT_COMPLETED"),
    *("android.intent.action.QUICKBOOT_POWERON", "com.htc.intent.action.QUICKBOOT_POWERON"),
)
_ICON = (
    'Category: "android.intent.category.LAUNCHER"',
    'Category: "android.intent.category.LEANBACK_LAUNCHER"',
)
_ENTRY = re.compile(r" +[0-9a-f]{1,16} ([\w.]{1,255})/([\w.$]{1,400})")


@dataclass(slots=True)
class ResolverTables:
    """Which activities a launcher may show, which apps want to hear that the phone has started."""

    main: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    icons: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    boot: set[str] = field(default_factory=set)
    has_activities: bool = False
    has_receivers: bool = False
    has_categories: bool = False

    def has_icon(self, app: str, turned_off: set[str]) -> bool | None:
        """Whether a launcher shows any part of an app that is not turned off; None where nothing tells."""
        if not self.has_activities:
            return None
        shown = (self.icons if self.has_categories else self.main).get(app, set())
        return bool(shown - turned_off)


def activities(lines: Lines, tables: ResolverTables) -> Iterator[str]:
    """Read the table of activities into `tables`; yield the next head."""
    tables.has_activities = True
    for app, part, word in _entries(lines, (_MAIN,)):
        if not app:
            yield word
            return
        tables.main[app].add(part)
        if word.startswith("Category:"):
            tables.has_categories = True
            if word in _ICON:
                tables.icons[app].add(part)


def receivers(lines: Lines, tables: ResolverTables) -> Iterator[str]:
    """Read the table of receivers into `tables`; yield the next head."""
    tables.has_receivers = True
    for app, _, word in _entries(lines, _BOOT):
        if not app:
            yield word
            return
        tables.boot.add(app)


def _entries(lines: Lines, actions: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield (app, component, "") under these actions, each again with its categories; last the next head."""
    wanted = frozenset(f"      {action}:" for action in actions)
    under = False
    app = part = ""
    for line in lines:
        if line[6:7] not in ("", " ") and line.startswith("      "):
            under = line.rstrip() in wanted
        elif line[:1] not in ("", " "):
            yield "", "", line
            return
        elif under and (entry := _ENTRY.match(line)):
            app, part = entry.groups()
            yield app, whole(app, part), ""
        elif under and app:
            yield app, whole(app, part), line.strip()
