"""The profile rule against made-up unknown watchers and against the apps of ordinary phones.

Whole bug reports go through the readers and all checks, as they do for a person. The table is written by
`python -m tests.phones.test_profile_rule`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from checkup.checks.android import ANDROID_CHECKS
from checkup.collect.android import from_report
from checkup.content.root import resource
from checkup.indicators import Known, load
from checkup.model.clock import now
from checkup.model.finding import Level
from checkup.model.stop import Stop
from checkup.scan import Ended, scan
from tests.android_phone import App, Phone
from tests.phones.market_apps import ORDINARY
from tests.phones.unknown_watchers import ASK, OF_OLD_DAY, STRONG, SYSTEMISED

FEW = 16  # questions about the ordinary apps below; a person has some thirty of these
HIDDEN_AND_USING = ("com.cloud.syncservice", "com.android.battery")
RELEASES = (8, 12, 14, 16)
EVERYTHING = (*ORDINARY, *STRONG, *ASK, *SYSTEMISED, *OF_OLD_DAY)


def raised(apps: tuple[App, ...], release: int, folder: Path, known: Known) -> dict[str, Level]:
    """Return how high each app that was told of is raised on one phone."""
    report = Phone(list(apps), release=release).write_report(folder / f"{release}.zip")
    opened = from_report(report, Stop())
    *_, last = scan(ANDROID_CHECKS, opened.sources, known, Stop(), opened.subject, now)
    assert isinstance(last, Ended)
    ids = {app.id for app in apps}
    return {one.about: one.level for one in last.result.findings if one.about in ids}


@pytest.fixture(scope="module")
def known():
    return load(resource("rules"))


@pytest.fixture(scope="module")
def levels(known, tmp_path_factory):
    """Look at each phone once: watchers among ordinary apps."""
    folder = tmp_path_factory.mktemp("phones")
    return {release: raised(EVERYTHING, release, folder, known) for release in RELEASES}


def test_there_are_enough_and_no_list_knows_the_watchers(known):
    assert (len(STRONG) + len(ASK) >= 25, len(ORDINARY) >= 60) == (True, True)
    assert len({app.id for app in EVERYTHING}) == len(EVERYTHING)
    assert [app.id for app in (*STRONG, *ASK, *SYSTEMISED, *OF_OLD_DAY) if known.listed.app(app.id)] == []


@pytest.mark.parametrize("release", RELEASES)
def test_every_watcher_is_raised(levels, release):
    assert [app.id for app in (*STRONG, *ASK) if app.id not in levels[release]] == []


@pytest.mark.parametrize("release", [12, 14, 16])
def test_several_independent_signs_are_likely_monitoring(levels, release):
    assert [app.id for app in STRONG if levels[release].get(app.id) is not Level.STRONG] == []


@pytest.mark.parametrize("release", RELEASES)
def test_one_that_was_put_into_the_system_is_a_question(levels, release):
    assert {app.id: levels[release].get(app.id) for app in SYSTEMISED} == {
        app.id: Level.ASK for app in SYSTEMISED
    }


@pytest.mark.parametrize("release", [12, 14, 16])
def test_one_of_an_old_day_in_the_system_is_a_question_by_its_signer(levels, release):
    assert {levels[release].get(app.id) for app in OF_OLD_DAY} == {Level.ASK}


def test_an_old_record_of_uses_is_enough_for_an_app_without_an_icon(levels):
    assert {levels[8].get(app_id) for app_id in HIDDEN_AND_USING} == {Level.STRONG}


@pytest.mark.parametrize("release", RELEASES)
def test_too_little_is_a_question_and_not_more(levels, release):
    assert [app.id for app in ASK if levels[release].get(app.id) is Level.STRONG] == []


@pytest.mark.parametrize("release", RELEASES)
def test_nothing_ordinary_is_likely_monitoring_and_little_of_it_a_question(levels, release):
    ordinary = {app.id: levels[release][app.id] for app in ORDINARY if app.id in levels[release]}
    assert [app_id for app_id, level in ordinary.items() if level is Level.STRONG] == []
    assert len(ordinary) <= FEW


def table() -> str:
    """Return the confusion table of each release, one row a kind of app."""
    rows = []
    known = load(resource("rules"))
    with TemporaryDirectory() as folder:
        for release in RELEASES:
            seen = raised(EVERYTHING, release, Path(folder), known)
            for name, apps in (
                ("several signs", STRONG),
                ("few signs", ASK),
                ("in the system", SYSTEMISED),
                ("of an old day", OF_OLD_DAY),
                ("ordinary", ORDINARY),
            ):
                counts = [
                    sum(seen.get(app.id) is level for app in apps) for level in (Level.STRONG, Level.ASK)
                ]
                quiet = len(apps) - sum(counts)
                rows.append(f"{release:>3}  {name:<14} {counts[0]:>6} {counts[1]:>5} {quiet:>6}")
            asked = [app.id for app in ORDINARY if app.id in seen]
            rows.append(f"     asked: {', '.join(asked)}")
    return "\n".join((f"{'':>3}  {'':<14} strong   ask  quiet", *rows))


if __name__ == "__main__":
    print(table())  # noqa: T201 - asked for by hand
