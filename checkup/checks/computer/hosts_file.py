"""Names that the hosts file sends elsewhere or blocks.

Lists that block thousands of advertising names are common and quiet, names of the home network too.
What matters is a bank, a mail service, a help page or an antivirus maker that is led somewhere else,
and a help page or an antivirus maker that is blocked. References: hosts(5).
"""

import ipaddress
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.nameservice import HostsEntry
from checkup.model.sources import Sources

CHECK_ID = "computer.hosts_file"

MOST_SHOWN = 20
A_LIST = 500  # so many blocked names are a list somebody publishes
# Names of the home network and of containers; no page of the Internet has one.
_AT_HOME = (
    ".local",
    ".lan",
    ".home",
    ".home.arpa",
    ".internal",
    ".localdomain",
    ".test",
    ".example",
    ".invalid",
)
# Makers of antivirus programs, places for updates, and help.
_PROTECTORS = frozenset(
    [
        "kaspersky.com",
        "bitdefender.com",
        "avast.com",
        "avg.com",
        "avira.com",
        "eset.com",
        "mcafee.com",
        "norton.com",
        "malwarebytes.com",
        "bkav.com.vn",
        "bkav.com",
        "sophos.com",
        "virustotal.com",
        "clamav.net",
        "security.debian.org",
        "security.ubuntu.com",
        "stopstalkerware.org",
        "techsafety.org",
        "stopncii.org",
        "tongdai111.vn",
        "ngoinhabinhyen.vn",
        "vn-cop.vn",
        "chongluadao.vn",
        "khonggianmang.vn",
        "tinnhiemmang.vn",
        "hagarinternational.org",
    ]
)
_WELL_KNOWN = frozenset(
    [
        "google.com",
        "google.com.vn",
        "gmail.com",
        "youtube.com",
        "facebook.com",
        "messenger.com",
        "instagram.com",
        "tiktok.com",
        "zalo.me",
        "apple.com",
        "icloud.com",
        "microsoft.com",
        "live.com",
        "outlook.com",
        "yahoo.com",
        "whatsapp.com",
        "telegram.org",
        "paypal.com",
        "vneid.gov.vn",
        "dichvucong.gov.vn",
        "vietcombank.com.vn",
        "bidv.com.vn",
        "vietinbank.vn",
        "agribank.com.vn",
        "techcombank.com",
        "techcombank.com.vn",
        "mbbank.com.vn",
        "acb.com.vn",
        "vpbank.com.vn",
        "sacombank.com.vn",
        "tpb.vn",
        "vib.com.vn",
        "momo.vn",
        "zalopay.vn",
        "vnpay.vn",
    ]
)


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    important, other = [], []
    entries = [entry for entry in sources.read(HostsEntry) if not _is_ordinary(entry.name)]
    blocked = sum(_leads_nowhere(entry.address) for entry in entries)
    for entry in entries:
        if _is_important(entry, is_list=blocked > A_LIST):
            important.append(entry)
        elif not _leads_nowhere(entry.address):
            other.append(entry)
    if important:
        yield _finding(Level.ASK, important, "hosts_important_blocked", "hosts_important_led")
    if other:
        yield _finding(Level.SETTING, other, "hosts_other_led", "hosts_other_led")


def _is_important(entry: HostsEntry, *, is_list: bool) -> bool:
    """Whether a name matters: in a list against advertising, which blocks counters too, only a whole one."""
    if not _leads_nowhere(entry.address):
        return _is_below(entry.name, _PROTECTORS) or _is_below(entry.name, _WELL_KNOWN)
    if is_list:
        return entry.name.removeprefix("www.") in _PROTECTORS
    return _is_below(entry.name, _PROTECTORS)


def _is_ordinary(name: str) -> bool:
    return "." not in name or name.endswith(_AT_HOME)


def _leads_nowhere(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return parsed.is_loopback or parsed.is_unspecified


def _is_below(name: str, domains: frozenset[str]) -> bool:
    """Whether a name or one above it is among these; walked up, since lists hold many thousand names."""
    while name:
        if name in domains:
            return True
        name = name.partition(".")[2]
    return False


def _finding(level: Level, entries: list[HostsEntry], blocked: str, led: str) -> Finding:
    shown = entries[:MOST_SHOWN]
    return Finding(
        check=CHECK_ID,
        level=level,
        about=entries[0].seen_in,
        name=entries[0].seen_in,
        reasons=tuple(
            Reason(
                sign=blocked if _leads_nowhere(one.address) else led,
                what=one.name,
                where=one.address,
                when=one.when,
                count=len(entries),
            )
            for one in shown
        ),
        evidence=tuple(
            Evidence(where=f"{one.seen_in}:{one.line}", saw=f"{one.address} {one.name}", when=one.when)
            for one in shown
        ),
    )


CHECK = Check(id=CHECK_ID, needs=(HostsEntry,), look=look)
