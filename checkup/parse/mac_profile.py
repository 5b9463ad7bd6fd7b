"""Configuration profiles as macOS' own `profiles` writes them: a tree in, profiles and their traits out.

References: Apple, "Configuration Profile Reference" (PayloadType); profiles(1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checkup.model.privacy import ProfileTrait
from checkup.parse.tree import Node

COMPUTER = "_computerlevel"
MOST_PROFILES = 500
_TRAITS = (
    ("com.apple.mdm", ProfileTrait.MANAGES),
    ("com.apple.security.root", ProfileTrait.CERTIFICATE),
    ("com.apple.security.pem", ProfileTrait.CERTIFICATE),
    ("com.apple.security.pkcs1", ProfileTrait.CERTIFICATE),
    ("com.apple.webcontent-filter", ProfileTrait.FILTER),
    ("com.apple.familycontrols.contentfilter", ProfileTrait.FILTER),
    ("com.apple.proxy", ProfileTrait.FILTER),
    ("com.apple.SystemConfiguration", ProfileTrait.FILTER),
    ("com.apple.vpn", ProfileTrait.VPN),
    ("com.apple.TCC.configuration-profile-policy", ProfileTrait.GIVES_RIGHTS),
    ("com.apple.system-extension-policy", ProfileTrait.GIVES_RIGHTS),
    ("com.apple.dnsSettings", ProfileTrait.NAME_SERVER),
)


@dataclass(frozen=True, slots=True)
class MacProfile:
    """One profile; `who` is the person it is for, empty for the whole computer."""

    id: str
    name: str
    maker: str
    traits: tuple[ProfileTrait, ...]
    who: str


def traits_of(kinds: Iterable[str]) -> tuple[ProfileTrait, ...]:
    """Return what payloads of these kinds can do, each once; none for kinds that matter little."""
    found = (trait for kind in kinds for start, trait in _TRAITS if kind.startswith(start))
    return tuple(dict.fromkeys(found))


def mac_profiles(root: Node) -> Iterator[MacProfile]:
    """Yield the profiles of a listing, the computer's and people's."""
    for who, listed in root.items():
        for _, one in zip(range(MOST_PROFILES), listed.nodes(), strict=False):
            kinds = [item.at("PayloadType").text for item in one.at("ProfileItems").nodes()]
            yield MacProfile(
                id=one.at("ProfileIdentifier").text,
                name=one.at("ProfileDisplayName").text,
                maker=one.at("ProfileOrganization").text,
                traits=traits_of(kinds),
                who="" if who == COMPUTER else who,
            )
