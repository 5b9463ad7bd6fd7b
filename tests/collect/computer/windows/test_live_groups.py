"""Groups of the running Windows: asked by their ids, in whatever language; a refusal is a gap."""

import ctypes

import pytest

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.live_groups import ADMINISTRATORS, LiveGroups, Member, _Listed, _User
from checkup.collect.computer.windows.people import accounts
from checkup.collect.place import Place
from checkup.collect.run import RunHere
from checkup.model.looked import Cause
from checkup.model.stop import Stop


class Windows:
    """Stands in for both libraries: two members, the first of them switched off."""

    def __init__(self, fault: int = 0) -> None:
        self.fault, self.freed = fault, 0
        self._listed = (_Listed * 2)(_Listed(1, 1, "PC\\Administrator"), _Listed(2, 1, "PC\\lan"))
        self._users = {"Administrator": _User(flags=0x0202), "lan": _User(flags=0x0200)}

    def __call__(self, _name: str) -> "Windows":
        return self

    def ConvertStringSidToSidW(self, group: str, place: object) -> int:  # noqa: N802
        return int(group == ADMINISTRATORS)

    def LookupAccountSidW(self, _pc, _sid, name, *_rest: object) -> int:  # noqa: N802
        name.value = "Quản trị viên"
        return 1

    def NetLocalGroupGetMembers(self, _pc, name, level, place, _most, count, *_rest) -> int:  # noqa: N802
        assert (name, level) == ("Quản trị viên", 2)
        ctypes.cast(place, ctypes.POINTER(ctypes.c_void_p))[0] = ctypes.addressof(self._listed)
        ctypes.cast(count, ctypes.POINTER(ctypes.c_uint32))[0] = 2
        return self.fault

    def ConvertSidToStringSidW(self, sid, place) -> int:  # noqa: N802
        self._text = ctypes.create_unicode_buffer(f"S-1-5-21-1-2-3-{499 + sid.value}")
        ctypes.cast(place, ctypes.POINTER(ctypes.c_void_p))[0] = ctypes.addressof(self._text)
        return 1

    def NetUserGetInfo(self, _pc, name, level, place) -> int:  # noqa: N802
        assert level == 1
        ctypes.cast(place, ctypes.POINTER(ctypes.c_void_p))[0] = ctypes.addressof(self._users[name])
        return 0

    def NetApiBufferFree(self, _place) -> int:  # noqa: N802
        self.freed += 1
        return 0


def ground(tmp_path) -> Ground:
    class Nothing:
        def key(self, path):
            return None

        def names(self, path):
            return ()

        def people(self):
            return ()

    return Ground(Place(tmp_path, live=True), RunHere(Stop()), Stop(), given=Nothing(), own=r"C:\Users\lan")


def test_members_are_told_with_their_ids_and_what_was_lent_is_given_back():
    windows = Windows()
    assert LiveGroups(windows).members(ADMINISTRATORS) == (
        Member("S-1-5-21-1-2-3-500", "PC\\Administrator", is_off=True),
        Member("S-1-5-21-1-2-3-501", "PC\\lan"),
    )
    assert windows.freed == 3


@pytest.mark.parametrize("group", [ADMINISTRATORS, "S-1-5-32-999"])
def test_a_refusal_is_an_error(group):
    with pytest.raises(OSError, match="S-1-5-32"):
        LiveGroups(Windows(fault=5)).members(group)


def test_accounts_are_the_members_of_both_groups(tmp_path):
    lan = Member("S-1-5-21-1-2-3-1001", r"PC\lan")
    off = Member("S-1-5-21-1-2-3-500", r"PC\Quản trị", is_off=True)
    asked = {"S-1-5-32-544": (off, lan), "S-1-5-32-555": (lan,)}
    found = {one.name: one for one in accounts(ground(tmp_path), asked.__getitem__)}
    assert found["lan"].groups == ("Administrators", "Remote Desktop Users")
    assert (found["lan"].number, found["lan"].is_own, found["lan"].may_sign_in) == (1001, True, True)
    assert not found["Quản trị"].may_sign_in


def test_where_windows_does_not_answer_both_groups_are_gaps(tmp_path):
    unread = accounts(ground(tmp_path)).unread
    assert {(one.where, one.reason) for one in unread} == {
        ("Administrators", Cause.FAILED),
        ("Remote Desktop Users", Cause.FAILED),
    }
