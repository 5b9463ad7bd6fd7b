"""Rights of programs, profiles and parts near the core of macOS.

References: ForensicArtifacts/artifacts (MacOSTCCSQLiteDatabaseFile), KnockKnock (SystemExtensions,
kernel extensions), profiles(1). Both lists of rights are closed to programs without Full Disk Access.
"""

from collections.abc import Iterator

from checkup.collect.computer.database import database_rows
from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.privacy import (
    ConfigurationProfile,
    ExtensionReach,
    PrivacyGrant,
    ProfileTrait,
    SystemExtension,
)
from checkup.model.sources import Reading
from checkup.parse.mac_profile import mac_profiles, traits_of
from checkup.parse.plist import NotPlist, plist
from checkup.parse.tcc import OLDER_STATEMENT, STATEMENT, grants
from checkup.parse.tree import Node

TCC = "Library/Application Support/com.apple.TCC/TCC.db"
MANAGED = "/Library/Managed Preferences"
PROFILE_STORE = "/private/var/db/ConfigurationProfiles/Store"
ENROLLED = "/private/var/db/ConfigurationProfiles/Settings/.cloudConfigRecordFound"
EXTENSIONS = "/Library/SystemExtensions/db.plist"
KERNEL = "/Library/Extensions"
_REACH = (
    ("network_extension", ExtensionReach.NETWORK),
    ("endpoint_security", ExtensionReach.ENDPOINT),
    ("driver_extension", ExtensionReach.DRIVER),
)


def privacy_grants(ground: MacGround) -> Reading[PrivacyGrant]:
    """Return the rights given for everybody and for each person."""
    look = ground.looking()
    return look.reading(_grants(look, ground))


def _grants(look: Looking, ground: MacGround) -> Iterator[PrivacyGrant]:
    lists = [(f"/{TCC}", "")] + [(f"{home.path}/{TCC}", home.who) for home in ground.homes_to_read(look)]
    for path, who in lists:
        for one in grants(database_rows(look, path, STATEMENT, OLDER_STATEMENT) or ()):
            yield PrivacyGrant(seen_in=path, right=one.right, client=one.client, who=who, when=one.since)


def configuration_profiles(ground: MacGround) -> Reading[ConfigurationProfile]:
    """Return the profiles; on a disk only what their names and the record of management tell."""
    look = ground.looking()
    return look.reading(_live(look, ground) if ground.place.live else _on_disk(look))


def _live(look: Looking, ground: MacGround) -> Iterator[ConfigurationProfile]:
    ran = ground.run("profiles", "show", "-output", "stdout-xml")
    if not ran.went_well:
        look.note("profiles", Cause.NOT_PERMITTED)
        return
    try:
        root = Node(plist(ran.out)) if ran.out.strip() else Node()
    except NotPlist:
        look.note("profiles", Cause.UNKNOWN_FORMAT)
        return
    for one in mac_profiles(root):
        yield ConfigurationProfile(
            seen_in="profiles", profile=one.id, name=one.name, maker=one.maker, traits=one.traits, who=one.who
        )


def _on_disk(look: Looking) -> Iterator[ConfigurationProfile]:
    if look.names(PROFILE_STORE):
        look.note(PROFILE_STORE, Cause.NEEDS_RUNNING_SYSTEM)
    yield from _enrolled(look)
    folders = [path for path in look.paths(MANAGED) if not path.endswith(".plist")]
    for folder in (MANAGED, *folders):
        for path in look.paths(folder, ".plist"):
            name = path.rpartition("/")[2].removesuffix(".plist")
            yield ConfigurationProfile(
                seen_in=path,
                profile=name,
                name=name,
                traits=traits_of((name,)) or (ProfileTrait.OTHER,),
                who=folder.removeprefix(MANAGED).strip("/"),
                when=look.changed(path),
            )


def _enrolled(look: Looking) -> Iterator[ConfigurationProfile]:
    """Yield that an organisation enrolled this Mac with Apple, where its record was fetched."""
    if look.is_there(ENROLLED):
        record = property_list(look, ENROLLED)
        name = record.at("OrganizationName").text or "Apple Business Manager"
        yield ConfigurationProfile(
            seen_in=ENROLLED, profile=name, name=name, traits=(ProfileTrait.MANAGES,),
            when=look.changed(ENROLLED),
        )  # fmt: skip


def system_extensions(ground: MacGround) -> Reading[SystemExtension]:
    """Return the extensions that did not come with macOS."""
    look = ground.looking()
    return look.reading((*_listed(look), *_kernel(look)))


def _listed(look: Looking) -> Iterator[SystemExtension]:
    when = look.changed(EXTENSIONS)
    for one in property_list(look, EXTENSIONS).at("extensions").nodes():
        kinds = " ".join(one.at("categories").texts())
        yield SystemExtension(
            seen_in=EXTENSIONS,
            bundle_id=one.at("identifier").text,
            reach=tuple(reach for name, reach in _REACH if name in kinds),
            team=one.at("teamID").text,
            path=one.at("originPath").text,
            is_on="enabled" in one.at("state").text,
            when=when,
        )


def _kernel(look: Looking) -> Iterator[SystemExtension]:
    for path in look.paths(KERNEL, ".kext"):
        info = property_list(look, f"{path}/Contents/Info.plist")
        yield SystemExtension(
            seen_in=path,
            bundle_id=info.at("CFBundleIdentifier").text or path.rpartition("/")[2],
            reach=(ExtensionReach.KERNEL,),
            path=path,
            when=look.changed(path),
        )
