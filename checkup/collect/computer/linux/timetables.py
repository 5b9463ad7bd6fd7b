"""Programs that start by the clock: cron of Debian and Red Hat families, and at.

References: cron(8) (Debian; cronie), crontab(5), at(1), run-parts(8). Debian keeps the crontabs of people in
/var/spool/cron/crontabs, Red Hat in /var/spool/cron; both are closed to ordinary accounts.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.programs import Programs
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.timetable import AT_START, at_command, crontab

SYSTEM = "/etc/crontab"
ADDED = "/etc/cron.d"
SCRIPTS = ("/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly")
PEOPLES = ("/var/spool/cron/crontabs", "/var/spool/cron", "/var/spool/cron/tabs")
AT_JOBS = ("/var/spool/cron/atjobs", "/var/spool/at")
NO_JOBS = (".placeholder", ".SEQ")
# What an upgrade of a package leaves beside a file; cron and run-parts of that system pass it over.
LEFT_BY_RPM = (".rpmnew", ".rpmsave", ".rpmorig")
LEFT_BY_DPKG = (".dpkg-new", ".dpkg-old", ".dpkg-dist", ".dpkg-tmp")


def timetables(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield every job of cron and at."""
    reader = _Reader(look, ground)
    for path in (SYSTEM, *_in(look, (ADDED,))):
        yield from reader.jobs(path, "")
    for path in _in(look, PEOPLES):
        yield from reader.jobs(path, path.rpartition("/")[2])
    for path in _in(look, SCRIPTS):
        yield from reader.script(path)
    for path in _in(look, AT_JOBS):
        yield from reader.at_job(path)


def _in(look: Looking, folders: tuple[str, ...]) -> Iterator[str]:
    left = LEFT_BY_RPM + (LEFT_BY_DPKG if look.is_there("/var/lib/dpkg") else ())
    for folder in folders:
        yield from (path for path in look.paths(folder) if not path.endswith(left))


class _Reader:
    """Reads jobs out of files."""

    def __init__(self, look: Looking, ground: Ground) -> None:
        self._look = look
        self._owners = ground.owners
        self._programs = Programs(look, ground.owners)
        self._homes = {entry.name: entry.home for entry in ground.accounts}

    def jobs(self, path: str, person: str) -> Iterator[StartsByItself]:
        text = self._look.text(path)
        if text is None or path.endswith(NO_JOBS):
            return
        table = crontab(text, names_account=not person)
        self._look.note(path, Cause.UNKNOWN_FORMAT, table.broken)
        for job in table.jobs:
            yield self._starter(path, job.command, job.line, person, at_start=job.when == AT_START)

    def script(self, path: str) -> Iterator[StartsByItself]:
        if not path.endswith(NO_JOBS):
            yield self._starter(path, path, path, "")

    def at_job(self, path: str) -> Iterator[StartsByItself]:
        text = self._look.text(path)
        if text is not None and not path.endswith(NO_JOBS) and (command := at_command(text)):
            yield self._starter(path, command, command, "")

    def _starter(
        self, path: str, command: str, line: str, person: str, *, at_start: bool = False
    ) -> StartsByItself:
        program = self._programs.started_by_line(command, self._homes.get(person, ""))
        return StartsByItself(
            seen_in=path,
            kind=StarterKind.TIMETABLE,
            name=path.rpartition("/")[2],
            line=line.replace("\t", " "),
            path=program.path,
            who=person,
            when=self._look.changed(path),
            is_missing=not program.is_there,
            at_start=at_start,
            file_package=self._owners.of(path),
            package=program.package,
        )
