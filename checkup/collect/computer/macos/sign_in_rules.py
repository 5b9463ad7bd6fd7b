"""The rules of signing in on macOS: every line of PAM, and whose module it loads.

Apple's modules lie in a sealed folder; a module with a path of its own was put there by somebody.
References: pam.conf(5) of macOS (/etc/pam.d); openpam.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.permission import SignInRule
from checkup.model.sources import Reading
from checkup.parse.pam import PamRule, pam_file

FOLDER = "/private/etc/pam.d"
OF_MACOS = ("/usr/lib/pam/", "/System/")
CHOSEN = ("/opt/homebrew/", "/usr/local/Cellar/")
LEFT_BEHIND = (".bak", "~", ".orig", "~previous")


def sign_in_rules(ground: Ground) -> Reading[SignInRule]:
    """Return every rule of PAM."""
    look = ground.looking()
    return look.reading(_rules(look))


def _rules(look: Looking) -> Iterator[SignInRule]:
    files = (path for path in look.paths(FOLDER) if not path.endswith(LEFT_BEHIND))
    for path, text in look.texts(files):
        found = pam_file(text, names_service=False)
        look.note(path, Cause.UNKNOWN_FORMAT, found.broken)
        for rule in found.rules:
            if rule.control not in ("include", "substack"):
                yield _rule(look, path, rule)


def _rule(look: Looking, path: str, rule: PamRule) -> SignInRule:
    is_own = rule.module.startswith("/") and not rule.module.startswith((*OF_MACOS, *CHOSEN))
    return SignInRule(
        seen_in=path,
        type=rule.type,
        control=rule.control,
        module=rule.module,
        line=rule.line,
        words=rule.words,
        when=look.changed(path),
        package="" if is_own else None,
        is_there=look.is_there(rule.module) if is_own else True,
    )
