"""`dumpsys platform_compat`: exceptions noted for single apps, which stay when an app is taken off.

A line a change: `ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.a=false};
rawOverrides={com.a=false, com.gone=false}; overridable)`. `rawOverrides` keeps apps that are gone.

References: AOSP CompatChange.toString, 12 to 16; mvt's dumpsys_platform_compat.
"""

import re
from collections.abc import Iterator

from checkup.model.android import LeftTrace
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys platform_compat"
_OVERRIDES = re.compile(r"(?:raw|package)Overrides=\{([^}]{1,100000})\}")
_APP = re.compile(r"([A-Za-z][\w.]{1,254})=")


def apps_noted(lines: Lines) -> Iterator[LeftTrace]:
    """Yield each app that is named once; raises NotRecognised where there is no such list."""
    is_known = False
    seen: set[str] = set()
    for line in lines:
        if not line.startswith("ChangeId("):
            continue
        is_known = True
        for overrides in _OVERRIDES.findall(line):
            for app in _APP.findall(overrides):
                if app not in seen:
                    seen.add(app)
                    yield LeftTrace(seen_in=SEEN_IN, app=app)
    if not is_known:
        raise NotRecognised
