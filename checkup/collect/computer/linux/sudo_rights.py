"""Who may act as another person: the rules of sudo and of polkit. Only the administrator can read them.

References: sudoers(5); polkit(8) (rules of this computer in /etc, of packages in /usr/share);
pkla-check-authorization(8) (the older form, which polkit itself read up to 0.105).
"""

from collections.abc import Iterator
from itertools import chain

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.permission import PolicyRule, SudoRight
from checkup.model.sources import Reading
from checkup.parse.polkit_entries import yes_entries
from checkup.parse.polkit_rules import yes_lines
from checkup.parse.sudoers import includes, sudo_rules

START = "/etc/sudoers"
FOLDER = "/etc/sudoers.d"
POLICIES = ("/etc/polkit-1/rules.d", "/run/polkit-1/rules.d", "/usr/local/share/polkit-1/rules.d")
ENTRIES = ("/etc/polkit-1/localauthority", "/var/lib/polkit-1/localauthority")
READERS_OF_ENTRIES = ("/usr/bin/pkla-check-authorization", "/usr/lib/policykit-1/polkitd")
MOST_FILES = 200


def sudo_rights(ground: Ground) -> Reading[SudoRight]:
    """Return every rule of sudo; nothing where sudo is not installed."""
    look = ground.looking()
    return look.reading(_rights(look, ground))


def policy_rules(ground: Ground) -> Reading[PolicyRule]:
    """Return every line of polkit's own rules that says yes."""
    look = ground.looking()
    return look.reading(_policies(look, ground))


def _policies(look: Looking, ground: Ground) -> Iterator[PolicyRule]:
    for path, line in chain(_rules(look), _entries(look)):
        yield PolicyRule(
            seen_in=path,
            name=path.rpartition("/")[2],
            line=line,
            when=look.changed(path),
            file_package=ground.owners.of(path),
        )


def _rules(look: Looking) -> Iterator[tuple[str, str]]:
    for path, text in look.texts(path for folder in POLICIES for path in look.paths(folder, ".rules")):
        yield from ((path, line) for line in yes_lines(text))


def _entries(look: Looking) -> Iterator[tuple[str, str]]:
    """Yield the entries of the older form, where this computer has a program that heeds them."""
    if not any(look.is_there(path) for path in READERS_OF_ENTRIES):
        return
    folders = (folder for above in ENTRIES for folder in look.paths(above))
    for path, text in look.texts(path for folder in folders for path in look.paths(folder, ".pkla")):
        yield from ((path, line) for line in yes_entries(text))


def _rights(look: Looking, ground: Ground) -> Iterator[SudoRight]:
    ahead, seen = [START, *_listed(look, FOLDER)], set[str]()
    while ahead and len(seen) < MOST_FILES:
        path = ahead.pop(0)
        if path in seen:
            continue
        seen.add(path)
        text = look.text(path) or ""
        for named, is_folder in includes(text):
            whole = named if named.startswith("/") else f"/etc/{named}"
            ahead.extend(_listed(look, whole) if is_folder else (whole,))
        for rule in sudo_rules(text):
            yield SudoRight(
                seen_in=path,
                who=rule.who,
                line=rule.line,
                needs_no_password=rule.needs_no_password,
                is_for_everything=rule.is_for_everything,
                when=look.changed(path),
                file_package=ground.owners.of(path),
            )


def _listed(look: Looking, folder: str) -> tuple[str, ...]:
    """Return the files sudo reads in a folder: it leaves out names with a dot or a trailing tilde."""
    paths = look.paths(folder)
    return tuple(path for path in paths if "." not in path.rpartition("/")[2] and not path.endswith("~"))
