"""Browser extensions that came from outside the store, and the store's ones that can read every page.

Extensions from a store are common and often wanted: those that can read every page share one card a
profile. One that was loaded from a folder, put there by a rule or by another program has its own.
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.browser import BrowserExtension, ExtensionOrigin
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.browser_extensions"

_SIGNS = {
    ExtensionOrigin.UNPACKED: "extension_unpacked",
    ExtensionOrigin.FORCED: "extension_forced",
    ExtensionOrigin.OUTSIDE: "extension_outside_store",
}
# Ids in the Chrome, Edge and Firefox stores of extensions many people choose: blockers, password
# keepers, translators. An id in a store cannot be taken by somebody else.
_COMMON = frozenset(
    {
        "cjpalhdlnbpafiamejdnhcphjbkeiagm",  # uBlock Origin
        "ddkjiahejlhfcafbddmgiahcphecmpfh",  # uBlock Origin Lite
        "uBlock0@raymondhill.net",
        "uBOLite@raymondhill.net",
        "gighmmpiobklfepjocnamgkkbiglidom",  # AdBlock
        "cfhdojbkjhnklbpkdaibdccddilifddb",  # Adblock Plus
        "{d10d0bf8-f5b5-c8b4-a8b2-2b9879e08c5d}",
        "bgnkhhnnamicmpeenaelnjfhikgbkllg",  # AdGuard
        "adguardadblocker@adguard.com",
        "pkehgijcmpdhfbdbbnkijodmdjhbjlgp",  # Privacy Badger
        "jid1-MnnxcxisBPnSXQ@jetpack",
        "nngceckbapebfimnlniiiahkandclblb",  # Bitwarden
        "{446900e4-71c2-419f-a6a7-df9c091e268b}",
        "aeblfdkhhhdcdjpifhhbdiojplfjncoa",  # 1Password
        "{d634138d-c276-4fc8-924b-40a0ea21d284}",
        "hdokiejnpimakedhajhdlcegeplioahd",  # LastPass
        "ghmbeldphafepmbegfdlkpapadhbakde",  # Proton Pass
        "oboonakemofpalcgghocfoadofidjkkk",  # KeePassXC-Browser
        "keepassxc-browser@keepassxc.org",
        "kbfnbcaeplbcioakkpcpgfkobkghlhen",  # Grammarly
        "aapbdbdomjkkjkaonfhkkikfgjllcleb",  # Google Translate
        "eimadpbcbfnmbkopoojfekhnkhdbieeh",  # Dark Reader
        "addon@darkreader.org",
    }
)

# The halves of desktops that live in a browser; the desktop's own package asks for them.
_OF_DESKTOPS = frozenset(
    {
        "cimiefiiaegbelhefglklhhakcgmhkai",  # Plasma Integration
        "gphhapmejobijbbhgpjhcjognlahblep",  # GNOME Shell integration
        "hojggiaghnldpcknpbciehjcaoafceil",  # Fedora User Agent
    }
)


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    ordinary: dict[tuple[str, str], list[BrowserExtension]] = defaultdict(list)
    for extension in sources.read(BrowserExtension):
        if not extension.is_on or _is_of_desktop(extension):
            continue
        if extension.origin in _SIGNS:
            yield _unusual(extension)
        elif extension.origin is ExtensionOrigin.STORE and extension.reads_every_page:
            ordinary[extension.browser, extension.profile].append(extension)
    for (browser, profile), extensions in ordinary.items():
        yield _ordinary(browser, profile, extensions)


def _is_of_desktop(extension: BrowserExtension) -> bool:
    return extension.extension in _OF_DESKTOPS and extension.origin is ExtensionOrigin.OUTSIDE


def _unusual(extension: BrowserExtension) -> Finding:
    signs = [_SIGNS[extension.origin]]
    if extension.reads_every_page:
        signs.append("extension_reads_every_page")
    return Finding(
        check=CHECK_ID,
        level=Level.ASK,
        about=f"extension:{extension.browser}:{extension.extension}",
        name=extension.name,
        reasons=tuple(_reason(sign, extension) for sign in signs),
        evidence=(_evidence(extension),),
    )


def _ordinary(browser: str, profile: str, extensions: list[BrowserExtension]) -> Finding:
    return Finding(
        check=CHECK_ID,
        level=Level.SETTING,
        about=f"extensions:{browser}:{profile}",
        name=browser,
        reasons=tuple(
            _reason("extension_common" if one.extension in _COMMON else "extension_reads_every_page", one)
            for one in extensions
        ),
        evidence=tuple(_evidence(one) for one in extensions),
    )


def _reason(sign: str, extension: BrowserExtension) -> Reason:
    return Reason(
        sign=sign, what=extension.name, who=extension.browser, where=extension.path, when=extension.since
    )


def _evidence(extension: BrowserExtension) -> Evidence:
    saw = f"{extension.name} {extension.version} ({extension.extension}), {extension.path}"
    return Evidence(where=extension.seen_in, saw=saw, when=extension.since)


CHECK = Check(id=CHECK_ID, needs=(BrowserExtension,), look=look)
