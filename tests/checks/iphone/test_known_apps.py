"""A listed bundle id is found wherever it was seen, with the list's own weight; one card an app."""

from checkup.checks.iphone.known_apps import CHECK
from checkup.indicators.family import FamilyKind
from checkup.indicators.index import Index
from checkup.indicators.known import Known
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList
from checkup.model.finding import Level
from checkup.model.iphone import IphoneApp, PrivacyGrant, ProcessTraffic, Right
from checkup.scan.joined import joined
from tests.phones.iphone_facts import Given

APP = IphoneApp(bundle_id="com.life360.safetymap", name="Life360", seen_in="Info.plist")


def test_open_monitoring_is_a_question_wherever_it_shows(found):
    traces = (
        PrivacyGrant(bundle_id=APP.bundle_id, right=Right.LOCATION_ALWAYS),
        ProcessTraffic(process="Life360", bundle_id=APP.bundle_id),
    )
    cards = found(CHECK, APP, *traces)
    assert {(card.about, card.level) for card in cards} == {(APP.bundle_id, Level.ASK)}
    one = joined(joined(cards[0], cards[1]), cards[2])
    assert one.signs == {"known_app_installed", "known_app_was_allowed", "known_app_used_network"}
    assert all(reason.family == "life360" and reason.source for reason in one.reasons)


def test_the_id_of_a_program_made_for_watching_is_a_strong_sign():
    family = ListedFamily(
        id="lurk", name="Lurk", kind=FamilyKind.STALKERWARE, platforms=("ios",),
        values={Role.BUNDLE_ID: ("com.lurk.agent",)},
    )  # fmt: skip
    known = Known(listed=Index([ProgramList(source=ListSource(id="t", name="test"), families=(family,))]))
    [card] = CHECK.look(Given((IphoneApp(bundle_id="com.lurk.Agent"),)), known)
    assert (card.level, card.name) == (Level.STRONG, "Lurk")


def test_ordinary_apps_are_quiet(found):
    for name in (
        "vn.com.vng.zalo",
        "net.whatsapp.WhatsApp",
        "com.life360",
        "com.life360.safetymap.extra",
        "",
    ):
        assert found(CHECK, IphoneApp(bundle_id=name)) == []


def test_hostile_names_are_no_known_app(found, hostile):
    assert found(CHECK, IphoneApp(bundle_id=hostile, name=hostile), ProcessTraffic(process=hostile)) == []
