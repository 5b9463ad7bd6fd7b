"""Guided looks: which are worth doing, what answers do, and that a look counts as looked at."""

from checkup.content.texts import Language, Texts
from checkup.flow.computer import LOOK, computer_route
from checkup.flow.computer_view import computer_view
from checkup.flow.guided_looks import LOOKS, fitting, looked_at, looks_view, system_of
from checkup.flow.look_view import LookContext
from checkup.indicators.known import Known
from checkup.model.answer import Answer
from checkup.model.guided_look import GuidedLook, LookOn, MenuWord
from checkup.model.looked import Cause, Gap, Looked
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.visit import Visit

SUDO = GuidedLook(id="linux_users", on=LookOn.LINUX, checks=frozenset({"computer.sudo_rights"}), of="x")
PLUG = GuidedLook(id="linux_plug", on=LookOn.LINUX, of="x")
MAC = GuidedLook(id="macos_family", on=LookOn.MACOS, of="x")
ALL = (SUDO, PLUG, MAC)
TEXTS = Texts(Language.ENGLISH)


def result(system="Debian 12", *, gap=True, kind=SubjectKind.COMPUTER):
    check = "computer.sudo_rights"
    return Result(
        subject=Subject(kind=kind, system=system),
        when="2026-11-24T08:00:00Z",
        gaps=(Gap(check=check, reason=Cause.NOT_PERMITTED),) if gap else (),
        looked=() if gap else (Looked(check=check, saw=1),),
    )


def visit(seen=None):
    return Visit(id="v", began="2026-11-24T08:00:00Z", computer=seen)


def test_a_look_is_offered_where_its_check_could_not_look():
    assert fitting(ALL, result()) == (SUDO, PLUG)
    assert fitting(ALL, result(gap=False)) == (PLUG,)


def test_looks_follow_the_system():
    assert system_of(result("macOS 15")) is LookOn.MACOS
    assert system_of(result("Windows 11")) is LookOn.WINDOWS
    assert system_of(result("Fedora 43")) is LookOn.LINUX
    assert system_of(result("14", kind=SubjectKind.ANDROID)) is LookOn.ANDROID
    assert system_of(result("18.1", kind=SubjectKind.IPHONE)) is LookOn.IPHONE


def test_the_page_comes_after_the_look_and_only_where_it_has_something():
    route = computer_route(ALL)

    assert [place.page for place in route(visit())] == [LOOK]
    assert [place.page for place in route(visit(result()))] == [LOOK, LOOKS]
    assert [place.page for place in computer_route((MAC,))(visit(result()))] == [LOOK]


def test_an_answer_is_kept_once_and_shown():
    told = looked_at(looked_at(visit(result()), SUDO.id, Answer.UNSURE), SUDO.id, Answer.MINE)

    view = looks_view(told, (SUDO, PLUG), TEXTS)

    assert [one.answer for one in told.looks] == [Answer.MINE]
    assert view.progress == "Looked at 1 of 2"
    assert [one.id for one in view.cards[0].choices if one.chosen] == ["mine"]


def test_the_gap_says_that_the_person_looked():
    told = looked_at(visit(result()), SUDO.id, Answer.MINE)

    view = computer_view(told, TEXTS, Known(), None, LookContext(looks=ALL))

    assert "You looked yourself: Only what I know." in view.result.gaps.rows[0].why


def test_without_an_answer_the_gap_stays_as_it_is():
    view = computer_view(visit(result()), TEXTS, Known(), None, LookContext(looks=ALL))

    assert "yourself" not in view.result.gaps.rows[0].why


WORDS = GuidedLook(
    id="linux_users",
    on=LookOn.LINUX,
    of="x",
    words=(
        MenuWord(en="Settings", vi="Cài đặt", en_from="s", vi_from="s"),
        MenuWord(en="Users", vi="Người dùng", vi_from="s"),
        MenuWord(en="System", vi="Hệ thống", en_from="s"),
    ),
)


def unsure(language):
    return looks_view(visit(), (WORDS,), Texts(language)).cards[0].unsure


def test_menu_words_without_a_source_are_said_to_be_unsure_in_their_language_only():
    assert unsure(Language.ENGLISH) == "May be called differently on your device: Users."
    assert "Hệ thống" in unsure(Language.VIETNAMESE)
    assert "Người dùng" not in unsure(Language.VIETNAMESE)


def test_nothing_is_said_where_every_word_has_a_source():
    assert looks_view(visit(), (PLUG,), TEXTS).cards[0].unsure == ""
