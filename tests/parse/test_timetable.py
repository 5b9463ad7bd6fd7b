"""Crontabs: times, the account where the file names one, and the command, whatever stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.parse.timetable import crontab

BLANKS = st.sampled_from((" ", "\t", "  ", " \t", "\t\t"))


@given(
    blanks=st.lists(BLANKS, min_size=6, max_size=6), command=st.sampled_from(("/x/y", "cd / && /x/y -a b"))
)
def test_spaces_and_tabs_part_times_account_and_command_alike(blanks, command):
    words = ("17", "*", "*", "*", "*", "root")
    line = "".join(word + blank for word, blank in zip(words, blanks, strict=True)) + command
    [job] = crontab(line, names_account=True).jobs
    assert (job.who, job.command, job.line) == ("root", command, line)


def test_debians_own_line_with_tabs_begins_its_command_with_cd():
    [job] = crontab("17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly", names_account=True).jobs
    assert (job.who, job.command) == ("root", "cd / && run-parts --report /etc/cron.hourly")


def test_a_persons_own_file_names_no_account():
    [job] = crontab("@reboot\t/home/lan/notes --quiet", names_account=False).jobs
    assert (job.when, job.who, job.command) == ("@reboot", "", "/home/lan/notes --quiet")


@pytest.mark.parametrize("line", ["5 * * * * root", "5 * * * root", "5 *", "every day root /x"])
def test_a_line_without_times_or_without_a_command_is_counted_as_broken(line):
    table = crontab(line, names_account=True)
    assert (table.jobs, table.broken) == ((), 1)


def test_settings_remarks_and_blank_lines_are_no_jobs():
    table = crontab("SHELL=/bin/sh\n\n# m h dom mon dow user command\n", names_account=True)
    assert (table.jobs, table.broken) == ((), 0)
