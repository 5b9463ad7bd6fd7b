"""The 48 services: complete, marked as they were found, ordered by what they unlock."""

from pathlib import Path

import pytest

from checkup.content.services import BrokenService, Services, UnknownService
from checkup.content.texts import Language
from checkup.model.service import Purpose, Unlocks

SMALL = """id = "a"
name = "A"
kind = "mail"
unlocks = "other_accounts"
weight = 1
countries = ["*"]
as_of = "2026-11"
"""


def in_folder(folder: Path, text: str, name: str = "a.toml") -> Services:
    (folder / name).write_text(text, "utf-8")
    return Services(lambda: folder)


def test_all_services_of_the_facts_are_there_once() -> None:
    everything = Services().ordered(Language.ENGLISH)
    assert len(everything) == 48
    assert len({service.id for service in everything}) == 48


@pytest.mark.parametrize("language", list(Language))
def test_the_widest_door_comes_first(language: Language) -> None:
    ranks = [service.unlocks.rank for service in Services().ordered(language)]
    assert ranks == sorted(ranks)
    assert {service.unlocks for service in Services().ordered(language)} == set(Unlocks)


def test_in_vietnamese_services_of_viet_nam_come_first_among_equals() -> None:
    for unlocks in Unlocks:
        local = [
            "VN" in one.countries for one in Services().ordered(Language.VIETNAMESE) if one.unlocks is unlocks
        ]
        assert local == sorted(local, reverse=True)
    names = [service.id for service in Services().ordered(Language.VIETNAMESE)]
    assert names.index("zalo") < names.index("messenger") < names.index("facebook")
    assert names.index("google") < names.index("zalo")


def test_addresses_are_https_and_unverified_ones_keep_their_mark() -> None:
    services = Services()
    for service in services.ordered(Language.ENGLISH):
        for address in service.addresses:
            assert address.url.startswith("https://"), service.id
    google = services.find("google")
    recovery = google.address(Purpose.RECOVERY)
    sessions = google.address(Purpose.SESSIONS)
    assert recovery is not None
    assert not recovery.is_verified
    assert sessions is not None
    assert sessions.is_verified


def test_every_service_has_a_date_an_order_and_something_that_outlives_a_password_change() -> None:
    weights = set()
    for service in Services().ordered(Language.ENGLISH):
        assert service.as_of == "2026-11"
        assert service.outlives, service.id
        assert len(set(service.outlives)) == len(service.outlives), service.id
        weights.add(service.weight)
    assert len(weights) == 48


def test_a_service_that_shares_a_sign_in_names_a_service_that_exists() -> None:
    services = Services()
    for service in services.ordered(Language.ENGLISH):
        assert not service.same_account_as or services.knows(service.same_account_as)


def test_a_menu_in_vietnamese_stands_beside_every_menu_in_english() -> None:
    for service in Services().ordered(Language.ENGLISH):
        for menu in service.menus:
            assert menu.en, service.id
            assert menu.vi, service.id


@pytest.mark.parametrize(
    ("host", "cookie", "service"),
    [
        (".facebook.com", "xs", "facebook"),
        ("www.facebook.com", "c_user", "facebook"),
        ("facebook.com", "xs", "facebook"),
        (".chat.zalo.me", "zpw_sek", "zalo"),
        (".google.com", "SID", "google"),
        (".notfacebook.com", "xs", None),
        (".facebook.com", "datr", None),
        ("facebook.com.example", "xs", None),
        ("", "", None),
    ],
)
def test_a_cookie_stands_for_a_sign_in_only_under_its_own_host(
    host: str, cookie: str, service: str | None
) -> None:
    found = Services().of_host(host, cookie)
    assert (found.id if found else None) == service


def test_an_unknown_service_is_told_by_its_name() -> None:
    with pytest.raises(UnknownService):
        Services().find("no-such-service")
    assert not Services().knows("no-such-service")


@pytest.mark.parametrize(
    "text",
    [
        "not toml at all [",
        SMALL.replace('"mail"', '"no such kind"'),
        SMALL.replace("weight = 1\n", ""),
        SMALL + 'surprise = "x"\n',
        SMALL.replace('id = "a"', 'id = "b"'),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenService) as broken:
        in_folder(tmp_path, text).ordered(Language.ENGLISH)
    assert broken.value.file == "a.toml"
    assert broken.value.fault


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    services = in_folder(tmp_path, "broken [")
    (tmp_path / "a.toml").write_text(SMALL, "utf-8")
    assert services.find("a").name == "A"
