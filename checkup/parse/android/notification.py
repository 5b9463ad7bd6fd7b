"""`dumpsys notification`: the services that may read all notifications.

References: AOSP ManagedServices.dump. 8 to 16: `Allowed notification listeners:`, then for each person
a line with the components, joined by colons, and `(user: 0 isPrimary: true)`. 6 and 7 have no such list:
there `All notification listeners (2) enabled for current profiles:` names one in each line.
"""

import re
from collections.abc import Iterator

from checkup.model.android import NotificationReader
from checkup.parse.android.component import components
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys notification"
_OLD = "All notification listeners ("  # in newer dumps too, but there below the list of those allowed
_USER = re.compile(r"\(user: (\d{1,4})|userId: ?(\d{1,4})")


def notification_readers(lines: Lines) -> Iterator[NotificationReader]:
    """Yield the services allowed for each person; raises NotRecognised without such a list."""
    is_known = inside = False
    for line in lines:
        word = line.strip()
        if word.startswith("Allowed notification listeners:") or (not is_known and word.startswith(_OLD)):
            is_known = inside = True
        elif inside and not line.startswith("      "):
            inside = False
        elif inside:
            found = _USER.search(word)
            user = int(found[1] or found[2]) if found else 0
            for app, service in components(word):
                yield NotificationReader(seen_in=SEEN_IN, app=app, service=service, user=user)
    if not is_known:
        raise NotRecognised
