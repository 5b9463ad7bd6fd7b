"""Names that a jailbreak, or a tool that keeps unsigned apps, leaves in a backup.

References: bundle ids and folders of the public projects (Cydia, Sileo, Zebra, Installer, unc0ver,
checkra1n, palera1n, Dopamine, TrollStore, Taurine, Odyssey, Chimera, Electra, Filza, NewTerm).
"""

_APPS = {
    "com.saurik.cydia": "Cydia",
    "org.coolstar.sileostore": "Sileo",
    "xyz.willy.zebra": "Zebra",
    "me.apptapp.installer": "Installer",
    "science.xnu.undecimus": "unc0ver",
    "org.coolstar.electra": "Electra",
    "org.coolstar.chimera": "Chimera",
    "org.coolstar.odyssey": "Odyssey",
    "com.odysseyteam.taurine": "Taurine",
    "com.samiiau.loader": "palera1n",
    "in.palera.loader": "palera1n",
    "kjc.loader": "checkra1n",
    "com.opa334.dopamine": "Dopamine",
    "com.opa334.trollstore": "TrollStore",
    "com.opa334.trollstorepersistencehelper": "TrollStore",
    "com.opa334.trollstorelite": "TrollStore",
    "com.tigisoftware.filza": "Filza",
    "com.tigisoftware.filza64bit": "Filza",
    "ws.hbang.terminal": "NewTerm",
    "xyz.cypwn.store": "CyPwn",
}
_FILES = {
    "com.saurik.cydia.plist": "Cydia",
    "org.coolstar.sileostore.plist": "Sileo",
    "com.opa334.trollstore.plist": "TrollStore",
    "com.opa334.dopaminepref.plist": "Dopamine",
}
_FOLDERS = (
    ("Library/Cydia/", "Cydia"),
    ("Library/Sileo/", "Sileo"),
    ("jb/Library/", "jailbreak"),
    ("Library/MobileSubstrate/", "Substrate"),
    ("TweakInject/", "jailbreak"),
)
_WORDS = ("ydia", "ileo", "ubstrate", "TweakInject", "jb/", "troll", "opamine")


def tool_of_app(bundle_id: str) -> str:
    """Return the tool that has this bundle id; empty for every other app."""
    return _APPS.get(bundle_id.casefold(), "")


def tool_of(domain: str, path: str) -> str:
    """Return the tool that left a file of this place; empty for every other file."""
    if domain.startswith("AppDomain-") and (tool := tool_of_app(domain.removeprefix("AppDomain-"))):
        return tool
    if not any(word in path for word in _WORDS):  # nearly always, for half a million files
        return ""
    if tool := _FILES.get(path.rpartition("/")[2].casefold(), ""):
        return tool
    return next((tool for start, tool in _FOLDERS if path.startswith(start) or f"/{start}" in path), "")
