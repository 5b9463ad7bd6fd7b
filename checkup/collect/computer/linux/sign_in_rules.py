"""The rules of signing in: every line of PAM, and whose module it loads.

References: pam.d(5), pam_exec(8). Where modules lie differs by family: checked on Debian 12 (by
machine type below /usr/lib), Fedora 41 (/usr/lib64) and Arch (/usr/lib).
"""

from collections.abc import Iterator
from dataclasses import replace

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.programs import FoundProgram, Programs
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.permission import SignInRule
from checkup.model.sources import Reading
from checkup.parse.pam import PamRule, pam_file

FOLDERS = ("/etc/pam.d", "/usr/lib/pam.d", "/usr/share/pam.d")
ONE_FILE = "/etc/pam.conf"
STARTS = ("pam_exec.so", "pam_script.so")
LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64")
LEFT_BEHIND = (".dpkg-old", ".dpkg-dist", ".rpmnew", ".rpmsave", ".bak", "~")


def sign_in_rules(ground: Ground) -> Reading[SignInRule]:
    """Return every rule of PAM."""
    look = ground.looking()
    return look.reading(_rules(look, ground))


def _rules(look: Looking, ground: Ground) -> Iterator[SignInRule]:
    programs = Programs(look, ground.owners)
    folders = tuple(_module_folders(look))
    known: dict[str, FoundProgram] = {}
    for path, text in look.texts(_files(look)):
        found = pam_file(text, names_service=path == ONE_FILE)
        look.note(path, Cause.UNKNOWN_FORMAT, found.broken)
        when = look.changed(path)
        for rule in found.rules:
            if rule.control in ("include", "substack"):
                continue
            if rule.module not in known:
                known[rule.module] = _module(look, programs, rule.module, folders)
            yield _rule(programs, path, rule, known[rule.module], when)


def _files(look: Looking) -> Iterator[str]:
    seen: set[str] = set()
    for folder in FOLDERS:
        for path in look.paths(folder):
            name = path.rpartition("/")[2]
            if name not in seen and not name.endswith(LEFT_BEHIND):
                seen.add(name)
                yield path
    yield ONE_FILE


def _rule(programs: Programs, path: str, rule: PamRule, module: FoundProgram, when: str) -> SignInRule:
    started = FoundProgram()
    if rule.module.rpartition("/")[2] in STARTS:
        words = tuple(word for word in rule.words if word.startswith("/"))
        started = programs.started_by(words, "") if words else started
    return SignInRule(
        seen_in=path,
        type=rule.type,
        control=rule.control,
        module=module.path,
        line=rule.line,
        words=rule.words,
        when=when,
        package=module.package,
        is_there=module.is_there,
        program=started.path,
        program_package=started.package,
    )


def _module_folders(look: Looking) -> Iterator[str]:
    """Yield the folders in which modules lie, those below a machine's type included."""
    for library in LIBRARIES:
        yield f"{library}/security"
        for name in look.names(library):
            if name.endswith(("-linux-gnu", "-linux-gnueabihf", "-linux-musl")):
                yield f"{library}/{name}/security"


def _module(look: Looking, programs: Programs, module: str, folders: tuple[str, ...]) -> FoundProgram:
    if module.startswith("/"):
        return programs.find(module, "")
    for folder in folders:
        if look.is_there(f"{folder}/{module}"):
            return programs.find(f"{folder}/{module}", "")
    return replace(FoundProgram(module), is_there=False)
