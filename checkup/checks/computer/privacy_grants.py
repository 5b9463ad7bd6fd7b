"""Rights that macOS gave to programs: reading keys and files, seeing the screen, using every window.

Programs of the system and of makers many people know are quiet; the strongest sign a Mac has is such a
right for a program nobody here knows. References: KnockKnock and osquery (TCC.db); Apple's own list of
services (kTCCService...).
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.subject import About, about_program
from checkup.indicators.known import Known
from checkup.indicators.match import Match
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.privacy import PrivacyGrant, Right
from checkup.model.sources import Sources

CHECK_ID = "computer.privacy_grants"

_WEIGHTY = frozenset({Right.READ_KEYS, Right.CONTROL, Right.SEE_SCREEN, Right.EVERY_FILE})
# Makers whose programs ask for these rights for what they are there for; beginnings of bundle ids.
_COMMON = (
    *("com.apple.", "us.zoom.", "com.microsoft.", "com.google.", "com.vng.zalo", "com.tinyspeck.slackmacgap"),
    *(
        "com.hnc.discord",
        "org.mozilla.",
        "com.brave.",
        "company.thebrowser.",
        "com.coccoc.",
        "com.operasoftware.",
    ),
    *("org.pqrs.karabiner", "com.runningwithcrayons.alfred", "com.raycast.", "com.knollsoft.rectangle"),
    *(
        "com.hegenberg.bettertouchtool",
        "com.1password.",
        "com.agilebits.",
        "com.bitwarden.",
        "org.keepassxc.",
    ),
    *("com.skype.", "ru.keepcoder.telegram", "org.telegram.", "net.whatsapp.", "com.facebook.", "com.viber"),
    *(
        "com.obsproject.",
        "com.logi.",
        "com.logitech.",
        "com.googlecode.iterm2",
        "com.jetbrains.",
        "com.docker.",
    ),
    *("org.libreoffice.", "com.adobe.", "com.dropbox.", "com.getdropbox.", "com.openai.", "com.cisco.webex"),
    *(
        "com.inkscape",
        "com.trankynam.",
        "com.lenguyen.",
        "com.gotiengviet",
        "vn.evkey",
        "com.tuyenmai.openkey",
    ),
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    by_client: dict[str, list[PrivacyGrant]] = defaultdict(list)
    for grant in sources.read(PrivacyGrant):
        by_client[grant.client].append(grant)
    for client, grants in by_client.items():
        match = _match(known, client)
        rights = {grant.right for grant in grants}
        if match is None and (not rights & _WEIGHTY or client.lower().startswith(_COMMON)):
            continue
        yield _finding(known, client, grants, match)


def _match(known: Known, client: str) -> Match | None:
    return known.match(path=client) if client.startswith("/") else known.match(bundle_id=client)


def _finding(known: Known, client: str, grants: list[PrivacyGrant], match: Match | None) -> Finding:
    about = about_program(known, client if client.startswith("/") else "", otherwise=f"app:{client}")
    if match is not None:
        about = About(match.family.id, match.family.name)
    return Finding(
        check=CHECK_ID,
        level=match.level() if match is not None else Level.ASK,
        about=about.id,
        name=about.name.removeprefix("app:"),
        reasons=tuple(
            Reason(
                sign=f"right_{grant.right.value}",
                what=client,
                when=grant.when,
                family=match.family.id if match is not None else "",
                source=match.source if match is not None else "",
            )
            for grant in grants
        ),
        evidence=tuple(
            Evidence(where=grant.seen_in, saw=f"{grant.right.value}: {client}", when=grant.when)
            for grant in grants
        ),
    )


CHECK = Check(id=CHECK_ID, needs=(PrivacyGrant,), look=look)
