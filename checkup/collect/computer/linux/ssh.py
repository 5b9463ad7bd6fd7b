"""Reads who may sign in over ssh: keys, and the server's own settings.

References: sshd_config(5) (Include is read where it stands, the first value counts), sshd(8).
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.login import AuthorisedKey, SshServerSetting
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.authorized_keys import key_entries
from checkup.parse.sshd_config import DEFAULTS, SettingLine, setting_lines

SERVER = "/usr/sbin/sshd"
CONFIG = "/etc/ssh/sshd_config"
DEEPEST = 8
_ASKED = ("passwordauthentication", "permitrootlogin", "authorizedkeyscommand")

Placed = tuple[str, SettingLine]


def authorised_keys(ground: Ground) -> Reading[AuthorisedKey]:
    """Return the keys of every account whose home can be read; the others' homes are gaps."""
    look = ground.looking()
    patterns = _value(list(_settings(look, CONFIG)), "authorizedkeysfile").split()
    return look.reading(
        key
        for home in ground.homes_to_read(look)
        for path in dict.fromkeys(_key_file(pattern, home) for pattern in patterns)
        for key in _keys(look, path, home.who)
    )


def ssh_server_settings(ground: Ground) -> Reading[SshServerSetting]:
    """Return the settings asked about, if there is an ssh server at all."""
    look = ground.looking()
    return look.reading(_server(look) if look.is_there(SERVER) else ())


def _server(look: Looking) -> Iterator[SshServerSetting]:
    lines = list(_settings(look, CONFIG))
    for name in _ASKED:
        for path, line in _holding(lines, name):
            yield SshServerSetting(
                seen_in=path, name=name, value=line.value, line=line.line, when=look.changed(path)
            )
            break
        else:
            if default := DEFAULTS.get(name):
                yield SshServerSetting(seen_in=SERVER, name=name, value=default)


def _settings(look: Looking, path: str, deep: int = DEEPEST) -> Iterator[Placed]:
    for line in setting_lines(look.text(path) or ""):
        if line.name != "include":
            yield path, line
        elif deep > 0 and not line.is_for_some:
            for included in _included(look, line.value):
                yield from _settings(look, included, deep - 1)


def _included(look: Looking, value: str) -> Iterator[str]:
    for pattern in value.split():
        whole = pattern if pattern.startswith("/") else f"/etc/ssh/{pattern}"
        folder, _, name = whole.rpartition("/")
        yield from (f"{folder}/{one}" for one in look.names(folder) if fnmatchcase(one, name))


def _holding(lines: list[Placed], name: str) -> Iterator[Placed]:
    return ((path, line) for path, line in lines if line.name == name and not line.is_for_some)


def _value(lines: list[Placed], name: str) -> str:
    for _, line in _holding(lines, name):
        return line.value
    return DEFAULTS.get(name, "")


def _key_file(pattern: str, home: Home) -> str:
    """Return the whole path of a pattern: %h is the home, %u the account."""
    path = pattern.replace("%%", "\0").replace("%h", home.path).replace("%u", home.who).replace("\0", "%")
    return path if path.startswith("/") else f"{home.path.rstrip('/')}/{path}"


def _keys(look: Looking, path: str, who: str) -> Iterator[AuthorisedKey]:
    text = look.text(path)
    if not text:
        return
    entries, broken = key_entries(text)
    look.note(path, Cause.UNKNOWN_FORMAT, broken)
    for entry in entries:
        yield AuthorisedKey(
            seen_in=path,
            who=who,
            fingerprint=entry.fingerprint,
            algorithm=entry.algorithm,
            comment=entry.comment,
            options=entry.options,
            line=entry.line,
            when=look.changed(path),
        )
