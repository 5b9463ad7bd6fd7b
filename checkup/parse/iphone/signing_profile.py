"""Provisioning profiles: Apple's leave to run apps that do not come from the store.

A file is signed (CMS); the list inside stands in it whole, as XML. The signature is not checked: the
phone did that. Which app uses which leave is told by the id it is for.

References: Apple TN3125 "Inside Code Signing: Provisioning Profiles" (`ProvisionsAllDevices`,
`ProvisionedDevices`, `Entitlements`: `get-task-allow`, `application-identifier`, `TeamName`).
"""

from checkup.model.iphone import Signer, SigningProfile
from checkup.parse.plist import Dict, NotPlist, dict_of, list_of, moment_of, plist_dict, text_of

_BEGIN, _END = b"<?xml", b"</plist>"


def signing_profile(data: bytes, where: str) -> SigningProfile:
    """Return one leave; raises NotPlist."""
    begin = data.find(_BEGIN)
    end = data.find(_END, begin)
    if begin < 0 or end < 0:
        raise NotPlist
    held = plist_dict(data[begin : end + len(_END)])
    rights = dict_of(held.get("Entitlements"))
    _, _, app = text_of(rights.get("application-identifier")).partition(".")
    return SigningProfile(
        signer=_signer(held, rights),
        team=text_of(held.get("TeamName")) or next(iter(_texts(held, "TeamIdentifier")), ""),
        app=app,
        until=moment_of(held.get("ExpirationDate")),
        seen_in=where,
    )


def _signer(held: Dict, rights: Dict) -> Signer:
    if held.get("ProvisionsAllDevices") is True:
        return Signer.COMPANY
    return Signer.DEVELOPER if rights.get("get-task-allow") is True else Signer.REGISTERED


def _texts(held: Dict, name: str) -> list[str]:
    return [text_of(one) for one in list_of(held.get(name)) if text_of(one)]


def is_for(profile: SigningProfile, bundle_id: str) -> bool:
    """Whether a leave is for this app."""
    if profile.app.endswith("*"):
        return bundle_id.startswith(profile.app[:-1])
    return bool(profile.app) and profile.app == bundle_id
