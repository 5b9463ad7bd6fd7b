"""Observations about who can sign in to this computer, and who did."""

from checkup.model.sources import Observation


class Account(Observation, frozen=True, kw_only=True):
    """An account that can sign in. `groups` are the names of its groups, the first one included.

    `is_own` marks the account this program runs for. `is_left_out` says that the sign-in screen is
    told not to show it. `password_set` is the day its password was last set, RFC 3339 in UTC at
    midnight, empty where that cannot be read.
    """

    name: str
    number: int
    groups: tuple[str, ...] = ()
    home: str = ""
    shell: str = ""
    may_sign_in: bool = True
    is_own: bool = False
    is_left_out: bool = False
    password_set: str = ""


class AuthorisedKey(Observation, frozen=True, kw_only=True):
    """A key whose holder may sign in as `who` over the network without a password.

    `fingerprint` is the one ssh-keygen prints ("SHA256:…"), `comment` free text by whoever made the
    key, `options` what limits it, `line` its line in the file, `when` the file's time.
    """

    who: str
    fingerprint: str
    algorithm: str = ""
    comment: str = ""
    options: tuple[str, ...] = ()
    line: int = 0
    when: str = ""


class SshServerSetting(Observation, frozen=True, kw_only=True):
    """One setting of the ssh server as it holds for everyone; `name` is in lower case.

    `line` is 0 and `seen_in` the program where nothing is written and its built-in value holds.
    """

    name: str
    value: str
    line: int = 0
    when: str = ""


class PastSignIn(Observation, frozen=True, kw_only=True):
    """A sign-in to this computer, ended or not. `remote` is the other end's name or address, or empty.

    `since` and `until` are RFC 3339 in UTC; `until` is empty where it is not known. `is_now` says
    that it still lasts. `terminal` is the line or screen it happened on.
    """

    who: str
    remote: str = ""
    terminal: str = ""
    since: str = ""
    until: str = ""
    is_now: bool = False
