"""Configuration profiles and device management, as the phone stores them.

References: Apple, "Configuration Profile Reference" (the names of the keys); the stubs in
`Library/ConfigurationProfiles`, among them `CloudConfigurationDetails.plist` and `MDM.plist`.
"""

from urllib.parse import urlsplit

from checkup.model.iphone import ConfigurationProfile, DeviceManagement
from checkup.parse.plist import Dict, dict_of, list_of, moment_of, plist_dict, text_of

MOST_PARTS = 40


def profile(data: bytes, where: str) -> ConfigurationProfile:
    """Return one profile; raises NotPlist."""
    held = plist_dict(data)
    parts = (text_of(dict_of(one).get("PayloadType")) for one in list_of(held.get("PayloadContent")))
    return ConfigurationProfile(
        identifier=text_of(held.get("PayloadIdentifier")) or text_of(held.get("PayloadUUID")),
        name=text_of(held.get("PayloadDisplayName")),
        organisation=text_of(held.get("PayloadOrganization")),
        since=moment_of(held.get("InstallDate")),
        parts=tuple(dict.fromkeys(part for part in parts if part))[:MOST_PARTS],
        is_locked=held.get("PayloadRemovalDisallowed") is True,
        seen_in=where,
    )


def management(data: bytes, where: str) -> DeviceManagement | None:
    """Return who manages the phone, None where nobody does; raises NotPlist."""
    held = plist_dict(data)
    found = DeviceManagement(
        organisation=text_of(held.get("OrganizationName")),
        server=_host(held, "ServerURL", "ConfigurationURL", "CheckInURL"),
        is_supervised=held.get("IsSupervised") is True,
        is_locked=held.get("IsMDMUnremovable") is True,
        seen_in=where,
    )
    is_managed = found.server or found.organisation or found.is_supervised
    return found if is_managed else None


def _host(held: Dict, *names: str) -> str:
    for name in names:
        try:
            if host := urlsplit(text_of(held.get(name))).hostname:
                return host
        except ValueError:
            continue
    return ""
