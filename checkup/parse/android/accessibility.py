"""`dumpsys accessibility`: the services that are switched on and can read the screen.

Three forms: `Enabled services:{{com.a/com.a.B}, …}` of AOSP since 10, with more lines after it since
14; the block `enabled services: {` of Samsung with a numbered line for each; and that of Android 6 to 9,
`services:{Service[label=…]}`, which names bound services by their label only. Of the last, "none" can be
told; with any label the list counts as not readable here (the settings name the services).

References: AOSP AccessibilityManagerService.dump of 6 to 9, AccessibilityUserState.dump of 11 to 16; a
Samsung One UI 2 dump as published by MVT.
"""

import re
from collections.abc import Iterator

from checkup.model.android import AccessibilityOn
from checkup.parse.android.component import components
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys accessibility"
_NONE_BOUND, _LABELS = "services:{}]", "services:{service["
_USER = re.compile(r"attributes:\{id=(\d{1,4})")


def accessibility_on(lines: Lines) -> Iterator[AccessibilityOn]:
    """Yield the services switched on for each person; raises NotRecognised without such a list."""
    user, is_known, inside = 0, False, False
    has_labels = False
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
            is_known |= low == _NONE_BOUND
            has_labels |= low.startswith(_LABELS)
            continue
        for app, service in components(line):
            yield AccessibilityOn(seen_in=SEEN_IN, app=app, service=service, user=user)
    if has_labels or not is_known:
        raise NotRecognised
