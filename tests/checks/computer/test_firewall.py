"""Doors in the firewall: those of remote control and for odd programs are asked about, games are quiet."""

from checkup.checks.computer.firewall import CHECK
from checkup.model.finding import Level
from checkup.model.firewall import FirewallOpening


def opening(name: str, path: str = "", *ports: str) -> FirewallOpening:
    return FirewallOpening(seen_in="HKLM\\x", name=name, path=path, ports=ports, line="v2")


def test_the_door_of_a_screen_is_asked_about(found):
    [finding] = found(CHECK, opening("vnc", r"C:\Program Files\x\vnc.exe", "5900"))
    assert (finding.level, finding.signs) == (Level.ASK, {"firewall_opens_door"})


def test_a_program_in_an_odd_folder_is_asked_about_once(found):
    one = opening("a", r"C:\Users\Public\a.exe", "1000")
    [finding] = found(CHECK, one, one)
    assert finding.signs == {"firewall_opens_odd_program"}


def test_chats_games_and_windows_own_rules_are_quiet(found):
    zalo = opening("zalo", r"C:\Users\lan\AppData\Local\Programs\Zalo\Zalo.exe")
    own = opening("@FirewallAPI.dll,-28775", r"C:\Windows\system32\svchost.exe", "3389")
    assert found(CHECK, zalo, own) == []


def test_a_hostile_name_breaks_nothing(found, hostile):
    found(CHECK, opening(hostile, hostile, hostile))
