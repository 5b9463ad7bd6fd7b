"""Timetables as a new Debian has them are quiet; the same lines with a program of no package are a question.

The files are those that Debian 12's cron-daemon-common, anacron and e2fsprogs bring.
"""

import pytest

from checkup.checks.computer import self_starting
from checkup.collect.computer.linux import linux_readers
from checkup.collect.gathered import Gathered
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.finding import Level

CRONTAB = (
    "SHELL=/bin/sh\n# Example of job definition:\n"
    "17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly\n"
    "25 6\t* * *\troot\ttest -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }\n"
)
ANACRON = (
    "SHELL=/bin/sh\n"
    "30 7-23 * * *\troot\t[ -x /etc/init.d/anacron ] && if [ ! -d /run/systemd/system ]; then"
    " /usr/sbin/invoke-rc.d anacron start >/dev/null; fi\n"
)
INFO = "/var/lib/dpkg/info"
DEBIAN = {
    "/etc/crontab": CRONTAB,
    "/etc/cron.d/anacron": ANACRON,
    "/etc/cron.daily/dpkg": "#!/bin/sh\n",
    "/etc/init.d/anacron": "#!/bin/sh\n",
    "/usr/bin/run-parts": "",
    "/usr/bin/test": "",
    "/usr/sbin/anacron": "",
    "/usr/sbin/invoke-rc.d": "",
    f"{INFO}/cron-daemon-common.list": "/etc\n/etc/crontab\n/etc/cron.hourly\n/etc/cron.daily\n",
    f"{INFO}/anacron.list": "/etc/cron.d/anacron\n/etc/init.d/anacron\n/usr/sbin/anacron\n",
    f"{INFO}/dpkg.list": "/etc/cron.daily/dpkg\n",
    f"{INFO}/debianutils.list": "/bin/run-parts\n",
    f"{INFO}/coreutils.list": "/usr/bin/test\n",
    f"{INFO}/init-system-helpers.list": "/usr/sbin/invoke-rc.d\n",
}
ADDED = "/home/lan/.cache/notes/helper"


@pytest.fixture
def findings(lans):
    def look(files):
        ground = lans(files, live=False)
        readers = linux_readers(ground.place, ground.run, ground.stop)
        known = load(resource("rules"))
        return list(self_starting.look(Gathered(readers, ground.stop), known))

    return look


def test_the_timetables_that_debian_brings_are_quiet(findings):
    assert findings(DEBIAN) == []


@pytest.mark.parametrize(
    "name", ["cron.daily/dpkg.dpkg-new", "cron.daily/dpkg.rpmsave", "cron.d/anacron.dpkg-old"]
)
def test_what_an_upgrade_leaves_beside_a_timetable_never_starts(findings, name):
    assert findings({**DEBIAN, f"/etc/{name}": f"* * * * * root {ADDED}\n", ADDED: ""}) == []


def test_dpkgs_endings_mean_nothing_where_there_is_no_dpkg(findings):
    name = "/etc/cron.d/anacron.dpkg-old"
    [found] = findings({name: f"* * * * * root {ADDED}\n", ADDED: ""})
    assert found.evidence[0].where == name


@pytest.mark.parametrize("blank", [" ", "\t"])
def test_a_program_of_no_package_added_to_them_is_a_question(findings, blank):
    line = f"*/5 *\t* * *\troot{blank}{ADDED} -a b\n"
    [found] = findings({**DEBIAN, "/etc/crontab": CRONTAB + line, ADDED: ""})
    assert (found.level, found.about) == (Level.ASK, ADDED)
    assert found.evidence[0].saw == f"*/5 * * * * root {ADDED} -a b"
