"""What the folder of a program says: somewhere programs usually lie, or somewhere they seldom do."""

from checkup.checks.spots import Spot
from checkup.checks.windows_spot import is_known, is_windows_path, is_windows_systems, windows_spot

__all__ = ["Spot", "is_chosen", "is_known_folder", "is_systems", "spot"]

TEMPORARY = ("/tmp/", "/var/tmp/", "/private/tmp/", "/private/var/tmp/", "/private/var/folders/")  # noqa: S108 - names to look for, nothing is written there
MEMORY = ("/dev/shm/", "/run/shm/", "/memfd:")  # noqa: S108 - names to look for, nothing is written there
HOMES = ("/home/", "/root/", "/var/home/", "/Users/", "/private/var/root/")
EVERYBODYS = "/Users/Shared/"
# Where the distribution puts programs; only the administrator can write there.
SYSTEM = (
    *("/usr/", "/bin/", "/sbin/", "/lib", "/snap/", "/var/lib/flatpak/", "/var/lib/snapd/", "/nix/store/"),
    *("/System/", "/Library/Apple/"),
)
# Where macOS keeps programs that somebody chose; an administrator puts them there.
MAC_PROGRAMS = ("/Applications/", "/Library/PrivilegedHelperTools/", "/opt/homebrew/", "/Library/Printers/")
MAC_SUPPORT = "/Library/Application Support/"
MAC_MAKERS = (
    "Microsoft/",
    "Adobe/",
    "Google/",
    "Logitech/",
    "Logi/",
    "Malwarebytes/",
    "Objective Development/",
)
SELF_BUILT = "/usr/local/"

# Folders with a dot in which well-known programs and tools for developers live. Parts of a path.
KNOWN_FOLDERS = (
    *("/Library/Application Support/Google/", "/Library/Application Support/Zoom/"),
    *("/Library/Application Support/Microsoft/", "/Library/Application Support/Steam/"),
    *("/.local/share/Steam/", "/.steam/", "/.local/share/flatpak/", "/.var/app/", "/.local/share/uv/"),
    *("/.local/bin/", "/.local/lib/", "/.local/share/applications/", "/.local/share/JetBrains/"),
    *("/.vscode/", "/.vscode-server/", "/.vscode-oss/", "/.cursor/", "/.cursor-server/", "/.windsurf/"),
    *("/.nvm/", "/.cargo/", "/.rustup/", "/.pyenv/", "/.rbenv/", "/.asdf/", "/.sdkman/", "/.deno/", "/.bun/"),
    *(
        "/.volta/",
        "/.npm/",
        "/.yarn/",
        "/.pnpm/",
        "/.local/share/pnpm/",
        "/.conda/",
        "/.venv/",
        "/.virtualenvs/",
    ),
    *("/.cache/pypoetry/", "/.cache/pre-commit/", "/.cache/ms-playwright/", "/.cache/uv/", "/.cache/bazel/"),
    *("/.dotnet/", "/.gradle/", "/.m2/", "/.ghcup/", "/.opam/", "/.go/", "/.local/go/", "/.nix-profile/"),
    *("/.dropbox-dist/", "/.config/discord/", "/.config/Slack/", "/.config/obs-studio/", "/.mozilla/"),
    *("/.wine/", "/.local/share/lutris/", "/.local/share/bottles/", "/.minecraft/", "/.local/share/Trash/"),
    *("/.oh-my-zsh/", "/.local/share/gnome-shell/", "/.local/share/plasma/", "/.tor-browser/", "/.zoom/"),
    *("/.local/share/zed/", "/.local/share/mise/", "/.local/share/nvim/", "/.emacs.d/", "/.docker/"),
    *("/.mount_", "/.local/share/torbrowser/", "/.local/share/umu/", "/.local/zed.app/"),
)


def spot(path: str) -> Spot:
    """Tell where a whole path lies. A mounted AppImage is usual, although it lies below /tmp."""
    if is_windows_path(path):
        return windows_spot(path)
    if path.startswith(MEMORY):
        return Spot.MEMORY
    if is_known_folder(path):
        return Spot.USUAL
    if path.startswith(TEMPORARY):
        return Spot.TEMPORARY
    if path.startswith(EVERYBODYS):
        return Spot.SHARED_FOLDER
    if any(part.startswith(".") for part in path.split("/")[:-1]):
        return Spot.HIDDEN_FOLDER
    if path.startswith(HOMES) and path.rpartition("/")[2].startswith("."):
        return Spot.HIDDEN_FOLDER
    return Spot.HOME if path.startswith(HOMES) else Spot.USUAL


def is_known_folder(path: str) -> bool:
    """Whether a path lies in a folder of a well-known program."""
    if is_windows_path(path):
        return is_known(path)
    return any(folder in path for folder in KNOWN_FOLDERS)


def is_chosen(path: str) -> bool:
    """Whether a path lies where somebody put a program on purpose, and where programs keep themselves up."""
    if is_windows_path(path):
        return is_windows_systems(path)
    return path.startswith((*MAC_PROGRAMS, *(f"{MAC_SUPPORT}{maker}" for maker in MAC_MAKERS)))


def is_systems(path: str) -> bool:
    """Whether a path lies where the distribution puts programs."""
    if is_windows_path(path):
        return is_windows_systems(path)
    return is_chosen(path) or (path.startswith(SYSTEM) and not path.startswith(SELF_BUILT))
