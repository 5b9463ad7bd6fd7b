"""Who is signed in here: sessions, browser accounts, sign-in cookies by host and name; gaps are told."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checkup.collect.computer import signed_in as of_computer
from checkup.collect.computer import signed_in_places
from checkup.collect.computer.linux.signed_in import places, signed_in
from checkup.collect.place import Place
from checkup.collect.run import RunHere
from checkup.content.services import Services
from checkup.model.account import SignedInKind
from checkup.model.looked import Cause, Unread
from checkup.model.stop import Stop

SERVICES = Services()
CHROMIUM = "/home/lan/.config/chromium"
FIREFOX = "/home/lan/.mozilla/firefox"
NEXT_YEAR = 13_475_000_000_000_000  # 2028, in Chromium's microseconds
LONG_AGO = 13_000_000_000_000_000  # 2012
FACEBOOK = (".facebook.com", "c_user", NEXT_YEAR)
SESSION = (
    "UID=1000\nUSER=lan\nACTIVE=1\nSTATE=active\nREMOTE=0\nTYPE=wayland\nCLASS=user\nSEAT=seat0\n"
    "REALTIME=1795500000000000\n"
)
REMOTE = SESSION.replace("REMOTE=0", "REMOTE=1\nREMOTE_HOST=192.168.1.9").replace("USER=lan", "USER=minh")


def clock() -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC)


def sites(found):
    return [one for one in found if one.kind is SignedInKind.BROWSER_SITE]


@pytest.mark.parametrize(
    ("folder", "browser"),
    [
        (".config/chromium", "Chromium"),
        (".config/google-chrome", "Google Chrome"),
        (".config/microsoft-edge", "Microsoft Edge"),
        ("snap/chromium/common/chromium", "Chromium"),
        (".var/app/com.google.Chrome/config/google-chrome", "Google Chrome"),
        (".var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser", "Brave"),
    ],
)
def test_a_sign_in_cookie_is_found_native_in_snap_and_in_flatpak(lans, cookies, folder, browser):
    ground = lans({f"/home/lan/{folder}/Default/Preferences": "{}"})
    cookies(f"/home/lan/{folder}/Default/Cookies", FACEBOOK)
    [site] = sites(signed_in(ground, SERVICES, clock)[0])
    assert (site.service, site.host, site.browser) == ("facebook", ".facebook.com", browser)
    assert site.seen_in == f"/home/lan/{folder}/Default/Cookies"


@pytest.mark.parametrize(
    "folder",
    [
        ".mozilla/firefox",
        ".config/mozilla/firefox",
        "snap/firefox/common/.mozilla/firefox",
        ".var/app/org.mozilla.firefox/.mozilla/firefox",
    ],
)
@pytest.mark.parametrize(
    "ends", [1_900_000_000, 1_900_000_000_000, 0], ids=["seconds", "milliseconds", "none"]
)
def test_firefox_cookies_are_found_however_their_end_is_counted(lans, firefox_cookies, folder, ends):
    ground = lans({f"/home/lan/{folder}/x.default/prefs.js": ""})
    firefox_cookies(f"/home/lan/{folder}/x.default/cookies.sqlite", (".zalo.me", "zpw_sek", ends))
    [site] = sites(signed_in(ground, SERVICES, clock)[0])
    assert (site.service, site.browser, site.profile) == ("zalo", "Firefox", "x.default")


def test_cookies_that_have_ended_stand_for_nobody(lans, cookies, firefox_cookies):
    ground = lans({f"{CHROMIUM}/Default/Preferences": "{}", f"{FIREFOX}/a/prefs.js": ""})
    cookies(f"{CHROMIUM}/Default/Cookies", (".facebook.com", "xs", LONG_AGO))
    firefox_cookies(
        f"{FIREFOX}/a/cookies.sqlite",
        (".x.com", "auth_token", 1_600_000_000),
        (".x.com", "auth_token", 1_600_000_000_000),
    )
    assert signed_in(ground, SERVICES, clock) == (
        (),
        (Unread(where="/run/systemd/sessions", reason=Cause.NOT_SUPPORTED),),
    )


def test_other_cookies_and_look_alike_hosts_are_not_kept(lans, cookies):
    ground = lans({f"{CHROMIUM}/Default/Preferences": "{}"})
    cookies(
        f"{CHROMIUM}/Default/Cookies",
        ("help.example.org", "sessionid", NEXT_YEAR),
        (".facebook.com", "datr", NEXT_YEAR),
        ("notfacebook.com", "c_user", NEXT_YEAR),
        ("facebook.com.example.org", "c_user", NEXT_YEAR),
    )
    assert sites(signed_in(ground, SERVICES, clock)[0]) == []


def test_what_a_cookie_holds_is_nowhere_in_the_answer(lans, cookies, firefox_cookies):
    ground = lans({f"{CHROMIUM}/Default/Preferences": "{}", f"{FIREFOX}/a/prefs.js": ""})
    cookies(f"{CHROMIUM}/Default/Cookies", FACEBOOK)
    firefox_cookies(f"{FIREFOX}/a/cookies.sqlite", (".x.com", "auth_token", 0))
    seen = signed_in(ground, SERVICES, clock)
    assert len(sites(seen[0])) == 2
    assert "secret" not in repr(seen)


def test_several_cookies_of_one_host_are_one_sign_in(lans, cookies):
    ground = lans({f"{CHROMIUM}/Default/Preferences": "{}"})
    cookies(f"{CHROMIUM}/Default/Cookies", FACEBOOK, (".facebook.com", "xs", 0), FACEBOOK)
    assert len(sites(signed_in(ground, SERVICES, clock)[0])) == 1


def test_another_persons_browsers_are_never_looked_into(lans, cookies):
    ground = lans({"/home/minh/.config/chromium/Default/Preferences": "{}"})
    cookies("/home/minh/.config/chromium/Default/Cookies", FACEBOOK)
    assert sites(signed_in(ground, SERVICES, clock)[0]) == []
    assert not any("minh" in path for path in places(ground))


def test_profiles_have_the_names_people_gave_them_and_their_accounts(lans):
    state = '{"profile": {"info_cache": {"Profile 1": {"name": "Việc nhà", "user_name": "lan@example.org"}}}}'
    mails = '{"account_info": [{"email": "lan@example.org"}, {"email": "minh@example.org"}]}'
    ground = lans({f"{CHROMIUM}/Local State": state, f"{CHROMIUM}/Profile 1/Preferences": mails})
    found, _ = signed_in(ground, SERVICES, clock)
    assert [(one.kind, one.who, one.profile) for one in found] == [
        (SignedInKind.BROWSER_SYNC, "lan@example.org", "Việc nhà"),
        (SignedInKind.BROWSER_SYNC, "minh@example.org", "Việc nhà"),
    ]
    assert found[0].service == "google"


def test_the_account_of_firefox_is_found(lans):
    prefs = 'user_pref("services.sync.username", "lan@example.org");\n'
    found, _ = signed_in(lans({f"{FIREFOX}/a.default/prefs.js": prefs}), SERVICES, clock)
    assert [(one.who, one.browser) for one in found] == [("lan@example.org", "Firefox")]


def test_sessions_are_told_once_for_each_account_and_other_end(lans):
    files = {
        f"/run/systemd/sessions/{number}": text for number, text in enumerate((SESSION, SESSION, REMOTE), 1)
    }
    found, unread = signed_in(lans(files), SERVICES, clock)
    assert [(one.who, one.remote) for one in found] == [("lan", ""), ("minh", "192.168.1.9")]
    assert found[0].since == "2026-11-24T06:00:00Z"
    assert unread == ()


def test_a_computer_that_keeps_no_list_of_sessions_is_a_gap(lans):
    assert signed_in(lans({}), SERVICES, clock)[1][0].reason is Cause.NOT_SUPPORTED


@pytest.mark.parametrize("file", ["Cookies", "Preferences", "../Local State"])
def test_a_closed_file_is_a_gap_and_not_nothing(lans, cookies, file):
    ground = lans(
        {
            "/run/systemd/sessions/1": SESSION,
            f"{CHROMIUM}/Default/Preferences": "{}",
            f"{CHROMIUM}/Local State": "{}",
        },
        closed=(f"{CHROMIUM}/Local State" if "State" in file else f"{CHROMIUM}/Default/{file}",),
    )
    cookies(f"{CHROMIUM}/Default/Cookies", FACEBOOK)
    _, unread = signed_in(ground, SERVICES, clock)
    assert [one.reason for one in unread] == [Cause.NOT_PERMITTED]


@pytest.mark.parametrize(
    ("content", "cause"),
    [("no database at all", Cause.UNKNOWN_FORMAT), ("SQLite format 3\0" + "x" * 4000, Cause.UNKNOWN_FORMAT)],
)
def test_a_broken_cookie_file_is_a_gap_and_the_next_browser_is_still_read(
    lans, firefox_cookies, content, cause
):
    ground = lans(
        {
            "/run/systemd/sessions/1": SESSION,
            f"{CHROMIUM}/Default/Preferences": "{}",
            f"{CHROMIUM}/Default/Cookies": content,
            f"{FIREFOX}/a/prefs.js": "",
        }
    )
    firefox_cookies(f"{FIREFOX}/a/cookies.sqlite", (".x.com", "auth_token", 0))
    found, unread = signed_in(ground, SERVICES, clock)
    assert [one.service for one in sites(found)] == ["x"]
    assert unread == (Unread(where=f"{CHROMIUM}/Default/Cookies", reason=cause),)


def test_broken_json_of_a_profile_is_a_gap(lans):
    files = {
        "/run/systemd/sessions/1": SESSION,
        f"{CHROMIUM}/Default/Preferences": '{"account_info": [' + "[" * 5000,
    }
    assert signed_in(lans(files), SERVICES, clock)[1][0].reason is Cause.UNKNOWN_FORMAT


def test_a_giant_cookie_file_is_a_gap(lans, tmp_path):
    ground = lans({"/run/systemd/sessions/1": SESSION, f"{CHROMIUM}/Default/Preferences": "{}"})
    with (tmp_path / f"root{CHROMIUM}/Default/Cookies").open("wb") as file:
        file.truncate(10**9)
    assert signed_in(ground, SERVICES, clock)[1][0].reason is Cause.TOO_LARGE


def test_a_database_that_its_browser_holds_is_read_and_left_as_it_is(lans, firefox_cookies, tmp_path):
    path = f"{FIREFOX}/a/cookies.sqlite"
    ground = lans({f"{FIREFOX}/a/prefs.js": ""})
    firefox_cookies(path)
    whole = tmp_path / f"root{path}"
    holder = sqlite3.connect(whole, isolation_level=None)
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("INSERT INTO moz_cookies VALUES ('.x.com', 'auth_token', 'secret', 0)")
    before = {one.name: one.read_bytes() for one in whole.parent.iterdir()}
    assert [one.service for one in sites(signed_in(ground, SERVICES, clock)[0])] == ["x"]
    assert {one.name: one.read_bytes() for one in whole.parent.iterdir()} == before
    holder.close()


def test_links_in_circles_and_pipes_hold_nobody_up(lans, tmp_path):
    ground = lans(
        {
            f"{CHROMIUM}/Default": f"-> {CHROMIUM}/Profile 1",
            f"{CHROMIUM}/Profile 1": f"-> {CHROMIUM}/Default",
            f"{FIREFOX}/a/prefs.js": "",
            f"{FIREFOX}/a/cookies.sqlite": "-> cookies.sqlite",
        }
    )
    assert signed_in(ground, SERVICES, clock)[0] == ()


@pytest.mark.parametrize(
    "name", ["Profile \u202e1", "Profile \x1b[31m", "Profile <b>", "Profile %s{0}", "Profile " + "x" * 200]
)
def test_hostile_profile_names_go_through(lans, cookies, name):
    ground = lans({f"{CHROMIUM}/{name}/Preferences": "{}"})
    cookies(f"{CHROMIUM}/{name}/Cookies", FACEBOOK)
    [site] = sites(signed_in(ground, SERVICES, clock)[0])
    assert site.profile == name


def test_profiles_ini_may_name_a_folder_far_away_but_climbs_out_of_no_tree(lans, firefox_cookies, tmp_path):
    ini = "[Profile0]\nName=work\nIsRelative=0\nPath=/srv/ff\n[Profile1]\nName=out\nPath=../../../../../etc\n"
    ground = lans({f"{FIREFOX}/profiles.ini": ini, "/srv/ff/prefs.js": ""})
    firefox_cookies("/srv/ff/cookies.sqlite", (".x.com", "auth_token", 0))
    assert [one.profile for one in sites(signed_in(ground, SERVICES, clock)[0])] == ["work"]


def test_the_places_are_named_before_and_no_file_is_opened_for_it(lans, monkeypatch):
    ground = lans(
        {"/run/systemd/sessions/1": SESSION, f"{CHROMIUM}/Default/Cookies": "", f"{FIREFOX}/profiles.ini": ""}
    )

    def refuse(_: Place, path: str, *_more: object) -> None:
        assert path == "/etc/passwd", "a file was opened"

    monkeypatch.setattr(Place, "bytes", refuse)
    assert places(ground) == (
        "/run/systemd/sessions",
        f"{CHROMIUM}/Local State",
        f"{CHROMIUM}/*/Preferences",
        f"{CHROMIUM}/*/Cookies",
        f"{FIREFOX}/*/prefs.js",
        f"{FIREFOX}/*/cookies.sqlite",
    )


def test_the_look_at_this_computer_ends_with_an_answer(home: Path):
    stop = Stop()
    run = RunHere(stop)
    (home / ".config/chromium").mkdir(parents=True)
    assert f"{home}/.config/chromium/*/Cookies" in signed_in_places(run, stop)
    found, _ = of_computer(run, stop, SERVICES)
    assert all(one.kind is SignedInKind.SYSTEM for one in found)


def test_a_look_after_a_stop_says_it_was_stopped(lans, cookies):
    ground = lans({f"{CHROMIUM}/Default/Preferences": "{}"})
    cookies(f"{CHROMIUM}/Default/Cookies", FACEBOOK)
    ground.stop.ask()
    assert signed_in(ground, SERVICES, clock) == ((), (Unread(where="", reason=Cause.STOPPED),))
