"""Observations of what macOS lets programs do: rights given to them, profiles, and parts near its core."""

from enum import StrEnum

from checkup.model.sources import Observation


class Right(StrEnum):
    """A right a program was given. The words are the texts `signs.right_<value>`."""

    READ_KEYS = "read_keys"
    CONTROL = "control"  # Accessibility: see and use every window
    SEE_SCREEN = "see_screen"
    EVERY_FILE = "every_file"
    CAMERA = "camera"
    MICROPHONE = "microphone"


class PrivacyGrant(Observation, frozen=True, kw_only=True):
    """A program and a right it has. `client` is its bundle id, or its whole path."""

    right: Right
    client: str
    who: str = ""
    when: str = ""


class ProfileTrait(StrEnum):
    """What a configuration profile can do. The words are the texts `signs.profile_<value>`."""

    MANAGES = "manages"  # somebody else manages this computer from afar
    CERTIFICATE = "certificate"
    FILTER = "filter"  # sees or decides which pages open
    VPN = "vpn"
    GIVES_RIGHTS = "gives_rights"  # to programs, without asking
    NAME_SERVER = "name_server"
    OTHER = "other"


class ConfigurationProfile(Observation, frozen=True, kw_only=True):
    """A profile: its id, its own name, who says they made it, and what it can do."""

    profile: str
    name: str = ""
    maker: str = ""
    traits: tuple[ProfileTrait, ...] = ()
    who: str = ""
    when: str = ""


class ExtensionReach(StrEnum):
    """What a part near the core of macOS reaches. The words are the texts `signs.extension_in_<value>`."""

    NETWORK = "network"
    ENDPOINT = "endpoint"  # sees what all programs do
    DRIVER = "driver"
    KERNEL = "kernel"


class SystemExtension(Observation, frozen=True, kw_only=True):
    """A system or kernel extension that did not come with macOS; `team` is its maker's id."""

    bundle_id: str
    reach: tuple[ExtensionReach, ...] = ()
    team: str = ""
    path: str = ""
    is_on: bool = True
    when: str = ""
