"""Who is in a group of the running Windows, asked of Windows itself by the group's id and not by its name.

Groups are called otherwise in every language; their ids are the same. Nothing is changed.
References: learn.microsoft.com, LookupAccountSidW, NetLocalGroupGetMembers (level 2), NetUserGetInfo
(level 1: flags at 0x0002, the account is switched off); well-known ids.
"""

import ctypes
from dataclasses import dataclass
from typing import Any

ADMINISTRATORS, REMOTE_USERS = "S-1-5-32-544", "S-1-5-32-555"
LONGEST = 256
MOST_MEMBERS = 1000
_EVERYTHING = -1  # as much memory as it takes
_SWITCHED_OFF = 0x0002


@dataclass(frozen=True, slots=True)
class Member:
    """A member: its id, its whole name with the computer before it, and whether it is switched off."""

    sid: str
    name: str
    is_off: bool = False


class _Listed(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("use", ctypes.c_int), ("name", ctypes.c_wchar_p))


class _User(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_wchar_p),
        ("password", ctypes.c_wchar_p),
        ("password_age", ctypes.c_uint32),
        ("rights", ctypes.c_uint32),
        ("home", ctypes.c_wchar_p),
        ("comment", ctypes.c_wchar_p),
        ("flags", ctypes.c_uint32),
        ("script", ctypes.c_wchar_p),
    )


class LiveGroups:
    """Asks Windows; raises OSError where it does not answer. `libraries` is how its libraries are opened."""

    def __init__(self, libraries: Any = None) -> None:
        opened = libraries or getattr(ctypes, "WinDLL", None)
        if opened is None:
            raise OSError("this is not Windows")
        self._security, self._accounts = opened("advapi32"), opened("netapi32")

    def members(self, group: str) -> tuple[Member, ...]:
        """Return the members of the group with this id."""
        found, count, total = ctypes.c_void_p(), ctypes.c_uint32(), ctypes.c_uint32()
        fault = self._accounts.NetLocalGroupGetMembers(
            None, self._name(group), 2, ctypes.byref(found), _EVERYTHING, ctypes.byref(count),
            ctypes.byref(total), None,
        )  # fmt: skip
        if fault:
            raise OSError(fault, group)
        try:
            listed = ctypes.cast(found, ctypes.POINTER(_Listed))
            entries = [listed[place] for place in range(min(count.value, MOST_MEMBERS))]
            return tuple(self._member(entry.sid, entry.name or "") for entry in entries)
        finally:
            self._accounts.NetApiBufferFree(found)

    def _member(self, sid: int, name: str) -> Member:
        text = ctypes.c_wchar_p()
        if not self._security.ConvertSidToStringSidW(ctypes.c_void_p(sid), ctypes.byref(text)):
            return Member("", name)
        return Member(text.value or "", name, self._is_off(name.rpartition("\\")[2]))

    def _is_off(self, name: str) -> bool:
        """Whether an account of this computer is switched off; one of elsewhere is not known here."""
        found = ctypes.c_void_p()
        if self._accounts.NetUserGetInfo(None, name, 1, ctypes.byref(found)):
            return False
        try:
            return bool(ctypes.cast(found, ctypes.POINTER(_User))[0].flags & _SWITCHED_OFF)
        finally:
            self._accounts.NetApiBufferFree(found)

    def _name(self, group: str) -> str:
        sid = ctypes.c_void_p()
        if not self._security.ConvertStringSidToSidW(group, ctypes.byref(sid)):
            raise OSError(f"no such id: {group}")
        name, domain = (ctypes.create_unicode_buffer(LONGEST) for _ in range(2))
        sizes, use = [ctypes.c_uint32(LONGEST), ctypes.c_uint32(LONGEST)], ctypes.c_int()
        if not self._security.LookupAccountSidW(
            None, sid, name, ctypes.byref(sizes[0]), domain, ctypes.byref(sizes[1]), ctypes.byref(use)
        ):
            raise OSError(f"no name for {group}")
        return name.value
