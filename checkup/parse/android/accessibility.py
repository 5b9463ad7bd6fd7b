"""`dumpsys accessibility`: the services that are switched on and can read the screen.

Two forms: `Enabled services:{{com.a/com.a.B}, …}` of AOSP, with more lines after it since Android 14,
and the block `enabled services: {` of Samsung with a numbered line for each.

References: AOSP AccessibilityUserState.dump, 11 to 15; a Samsung One UI 2 dump as published by MVT.
"""

import re
from collections.abc import Iterator

from checkup.model.android import AccessibilityOn
from checkup.parse.android.component import components
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys accessibility"
_USER = re.compile(r"attributes:\{id=(\d{1,4})")


def accessibility_on(lines: Lines) -> Iterator[AccessibilityOn]:
    """Yield the services switched on for each person; raises NotRecognised without such a list."""
    user, is_known, inside = 0, False, False
    for line in lines:
        low = line.strip().lower()
        if found := _USER.search(line):
            user = int(found[1])
        if low.startswith("enabled services:"):
            is_known = True
            inside = low.endswith("{") and "}" not in low
        elif inside:
            inside = not low.startswith("}")
        else:
            continue
        for app, service in components(line):
            yield AccessibilityOn(seen_in=SEEN_IN, app=app, service=service, user=user)
    if not is_known:
        raise NotRecognised
