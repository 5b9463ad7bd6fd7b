"""Everything that starts programs by itself on macOS, from all its places.

References: launchd.plist(5), crontab(5) (lists of people in /private/var/at/tabs); P. Wardle, DumpBTM.
"""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.computer.macos.launch_items import launch_items
from checkup.collect.computer.macos.signers import Signers
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.background_items import background_items, older_items
from checkup.parse.shell_line import first_word, paths
from checkup.parse.timetable import AT_START, crontab

TABS = "/private/var/at/tabs"
OLDER_ITEMS = "Library/Application Support/com.apple.backgroundtaskmanagementagent/backgrounditems.btm"
ITEMS = "/private/var/db/com.apple.backgroundtaskmanagement"


def starters(ground: MacGround) -> Reading[StartsByItself]:
    """Return everything that starts by itself."""
    look = ground.looking()
    return look.reading(_all(look, ground, Signers(ground.place, ground.run)))


def _all(look: Looking, ground: MacGround, signers: Signers) -> Iterator[StartsByItself]:
    yield from launch_items(look, ground, signers)
    yield from _login_items(look, signers)
    yield from _older_items(look, ground, signers)
    yield from _timetables(look)


def _login_items(look: Looking, signers: Signers) -> Iterator[StartsByItself]:
    """Yield the items of the newest list; older ones beside it are what an update left behind."""
    lists = sorted(look.paths(ITEMS, ".btm"), key=_version)
    for path in lists[-1:]:
        for item in background_items(property_list(look, path)):
            if item.path:
                yield StartsByItself(
                    seen_in=path,
                    kind=StarterKind.LOGIN_ITEM,
                    name=item.name or item.bundle_id,
                    line=" ".join(part for part in (item.bundle_id, item.maker, item.team) if part),
                    path=item.path,
                    when=look.changed(path),
                    is_on=item.is_on,
                    is_missing=not look.is_there(item.path),
                    at_start=item.is_on,
                    signer=signers.of(item.path) if item.team else None,
                )


def _older_items(look: Looking, ground: MacGround, signers: Signers) -> Iterator[StartsByItself]:
    """Yield the login items of macOS 12 and before; a list left behind by an update still names them."""
    for home in ground.homes_to_read(look):
        path = f"{home.path}/{OLDER_ITEMS}"
        for program in older_items(property_list(look, path)):
            yield StartsByItself(
                seen_in=path,
                kind=StarterKind.LOGIN_ITEM,
                name=program.rpartition("/")[2],
                line=program,
                path=program,
                who=home.who,
                when=look.changed(path),
                is_missing=not look.is_there(program),
                at_start=True,
                signer=signers.of(program),
            )


def _version(path: str) -> int:
    digits = "".join(letter for letter in path.rpartition("/")[2] if letter.isascii() and letter.isdigit())
    return int(digits[:9] or 0)


def _timetables(look: Looking) -> Iterator[StartsByItself]:
    for path, text in look.texts(look.paths(TABS)):
        table = crontab(text, names_account=False)
        look.note(path, Cause.UNKNOWN_FORMAT, table.broken)
        for job in table.jobs:
            named = next(iter(paths(job.command, "")), "")
            program = named or first_word(job.command)
            yield StartsByItself(
                seen_in=path,
                kind=StarterKind.TIMETABLE,
                name=path.rpartition("/")[2],
                line=job.line,
                path=program if program.startswith("/") else "",
                who=path.rpartition("/")[2],
                when=look.changed(path),
                is_missing=program.startswith("/") and not look.is_there(program),
                at_start=job.when == AT_START,
            )
