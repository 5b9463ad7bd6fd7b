"""Other people and profiles on the phone, each with apps of its own.

Guest and clone profiles of makers (dual apps) are common and only named; a work profile is a question.
References: Android's UserInfo (types since 11, flag bits before); Samsung, Xiaomi, OPPO and vivo dual apps.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import PhoneUser
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.other_users"

OWNER = 0
MANAGED, PROFILE = 0x20, 0x1000  # UserInfo.FLAG_MANAGED_PROFILE, FLAG_PROFILE
CLONES = frozenset({95, 999, 888})  # Samsung, Xiaomi and OPPO, others


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for one in sources.read(PhoneUser):
        sign = _sign(one)
        if sign:
            yield Finding(
                check=ID,
                level=Level.ASK if sign == "work_profile_there" else Level.SETTING,
                about=f"user:{one.number}",
                name=one.name or str(one.number),
                reasons=(Reason(sign=sign, who=one.name or str(one.number), count=one.number),),
                evidence=(Evidence(where=one.seen_in, saw=f"{one.number} {one.name} {one.type}".strip()),),
            )


def _sign(one: PhoneUser) -> str:
    if one.number == OWNER:
        return ""
    if "CLONE" in one.type or one.number in CLONES or "dual" in one.name.casefold():
        return "cloned_apps_there"
    if "MANAGED" in one.type or one.flags & MANAGED:
        return "work_profile_there"
    if "PRIVATE" in one.type:
        return "private_space_there"
    is_of_maker = not one.type and one.flags & PROFILE  # `UserInfo{900:…:1010}`: copies of apps, by the maker
    return "cloned_apps_there" if is_of_maker else "other_person_there"


CHECK = Check(id=ID, needs=(PhoneUser,), look=look)
