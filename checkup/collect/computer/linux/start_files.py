"""Start files of shells and sessions, for everybody and for each person.

References: bash(1), zsh(1), fish(1), environment.d(5), pam_env(8), Xsession(5).
"""

from collections.abc import Callable, Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.sources import Reading
from checkup.model.starter import StartFileLine
from checkup.parse.start_file import OddLine, odd_lines, preload_lines

SHELL_FILES = (
    *("/etc/profile", "/etc/bash.bashrc", "/etc/bashrc", "/etc/zshenv", "/etc/zshrc", "/etc/zprofile"),
    *("/etc/zsh/zshenv", "/etc/zsh/zshrc", "/etc/zsh/zprofile", "/etc/zsh/zlogin", "/etc/fish/config.fish"),
)
SHELL_FOLDERS = (("/etc/profile.d", ".sh"), ("/etc/fish/conf.d", ".fish"), ("/etc/X11/Xsession.d", ""))
OWN_SHELL_FILES = (
    *(".profile", ".bashrc", ".bash_profile", ".bash_login", ".bash_aliases", ".bash_logout"),
    *(".zshrc", ".zprofile", ".zshenv", ".zlogin", ".config/fish/config.fish"),
    *(".xprofile", ".xsessionrc", ".xsession", ".xinitrc"),
)
OWN_SHELL_FOLDERS = ((".config/fish/conf.d", ".fish"), (".bashrc.d", ""), (".config/fish/functions", ".fish"))

VARIABLE_FILES = ("/etc/environment",)
VARIABLE_FOLDERS = (("/etc/environment.d", ".conf"), ("/etc/security/pam_env.conf.d", ".conf"))
OWN_VARIABLE_FILES = (".pam_environment",)
OWN_VARIABLE_FOLDERS = ((".config/environment.d", ".conf"),)

Parser = Callable[[str], Iterator[OddLine]]


def start_file_lines(ground: Ground) -> Reading[StartFileLine]:
    """Return the lines with a trick from every start file there is."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[StartFileLine]:
    for parser, path, who in _files(look, ground):
        text = look.text(path)
        for odd in parser(text) if text else ():
            yield StartFileLine(
                seen_in=path,
                trick=odd.trick,
                line=odd.line,
                number=odd.number,
                word=odd.word,
                who=who,
                when=look.changed(path),
                file_package=ground.owners.of(path),
            )


def _files(look: Looking, ground: Ground) -> Iterator[tuple[Parser, str, str]]:
    for path in (*SHELL_FILES, *_listed(look, "", SHELL_FOLDERS)):
        yield odd_lines, path, ""
    for path in (*VARIABLE_FILES, *_listed(look, "", VARIABLE_FOLDERS)):
        yield preload_lines, path, ""
    for home in ground.homes_to_read(look):
        base = f"{home.path}/"
        for path in (*(base + name for name in OWN_SHELL_FILES), *_listed(look, base, OWN_SHELL_FOLDERS)):
            yield odd_lines, path, home.who
        for path in (
            *(base + name for name in OWN_VARIABLE_FILES),
            *_listed(look, base, OWN_VARIABLE_FOLDERS),
        ):
            yield preload_lines, path, home.who


def _listed(look: Looking, base: str, folders: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for folder, ending in folders:
        yield from look.paths(base + folder, ending)
