"""Made-up apps that are set up the way programs for watching are, under ids and signers no list knows.

Each row follows what is published of one family: where it comes from, what its guide has the buyer switch
on, how it calls itself. What a variant leaves out is what some versions or careless buyers leave out.

References: TechCrunch's guide to finding stalkerware (2022 to 2025: accessibility, notification access,
device administrators, names such as "System Service" and "Accessibility"); Liu et al., "No Privacy Among
Spies", PoPETs 2023 (hiding of icons, disguises, foreground services); the installation guides of the
vendors; AssoEchap's list for how such programs name themselves.
"""

from tests.android_phone import FILE, App

CABLE, BROWSER, NOBODY, STORE = "com.android.shell", "com.android.chrome", "null", "com.android.vending"
ALL = (
    *("RECORD_AUDIO", "CAMERA", "ACCESS_FINE_LOCATION", "ACCESS_BACKGROUND_LOCATION", "READ_SMS"),
    *("READ_CALL_LOG", "READ_CONTACTS", "READ_PHONE_STATE", "READ_EXTERNAL_STORAGE"),
)
SOME = ("ACCESS_FINE_LOCATION", "READ_SMS", "READ_CALL_LOG", "READ_CONTACTS")
LISTENS, LOCATES = ("RECORD_AUDIO",), ("FINE_LOCATION",)
SEES = ("GET_USAGE_STATS", "SYSTEM_ALERT_WINDOW")


def watcher(app_id: str, **fields: object) -> App:
    """Return one: by hand from a file, without an icon, self-starting, with all permissions."""
    given = {"installer": FILE, "has_icon": False, "starts": True, "granted": ALL, "signer": "5ca1ab1e"}
    return App(app_id, **{**given, **fields})  # type: ignore[arg-type]


STRONG: tuple[App, ...] = (
    # TheTruthSpy and its relatives: administrator, accessibility, notifications, called after the system
    watcher("com.phone.systemservice", admin=True, accessibility=True, listener=True, unseen=LISTENS),
    watcher("com.fonetool.tracker", admin=True, accessibility=True, listener=True, unseen=LOCATES),
    watcher("com.mobi.copyagent", accessibility=True, listener=True, unseen=(*LISTENS, *LOCATES)),
    watcher("com.guard.monitor", admin=True, granted=SOME),
    # mSpy, eyeZy: "Update Service", accessibility and notifications, use of apps
    watcher("update.helper.android", accessibility=True, listener=True, allowed=SEES, unseen=LOCATES),
    watcher("core.update.daemon", accessibility=True, admin=True, allowed=SEES),
    watcher("system.tasks.framework", accessibility=True, installer=BROWSER),
    # Cocospy, Spyic, Minspy: "Sync Services"
    watcher("com.cloud.sync", accessibility=True, listener=True, admin=True, allowed=SEES),
    watcher("com.cloud.syncservice", listener=True, unseen=LOCATES),
    watcher("com.duo.sync.v9", accessibility=True, installer=BROWSER, allowed=SEES),
    # FlexiSPY, visible mode off; installed over the cable or by another loader
    watcher("com.mm.core", accessibility=True, installer=CABLE),
    watcher("com.vvt.android.service", admin=True, installer=NOBODY, unseen=LISTENS),
    watcher("com.fx.dialer", accessibility=True, admin=True, installer="com.fx.loader"),
    # Hoverwatch: named like a part of Android
    watcher("com.android.core.update", accessibility=True, unseen=LISTENS),
    watcher("com.android.core.mount", admin=True, unseen=LOCATES),
    watcher("com.android.battery", granted=SOME, unseen=LOCATES, has_icon=False),
    # XNSPY: "system task", administrator and accessibility
    watcher("com.system.tasks", admin=True, accessibility=True, listener=True),
    watcher("com.map.systems", accessibility=True, listener=True),
    # Spyera, KidsGuard Pro, ClevGuard: "System Update Service"
    watcher("com.pro.systemupdate", accessibility=True, listener=True, battery=True, allowed=SEES),
    watcher("com.kg.systemupdate", admin=True, battery=True),
    # an icon that stays, yet a name of the system and powers
    watcher("com.wifi.wifiservice", has_icon=True, accessibility=True, listener=True),
    watcher("com.google.android.systemservices", has_icon=True, admin=True, accessibility=True),
    # claimed to be from the store; the one who asked was the installer of files
    watcher("com.device.health", installer=STORE, initiator=FILE, accessibility=True, listener=True),
    watcher("com.phone.optimiser", installer=STORE, initiator=CABLE, accessibility=True),
    # signed by the system's key and added later
    watcher("com.vendor.diagnostics", shared_user="android.uid.system", admin=True),
    # visible and from a file, with everything there is
    watcher(
        "com.family.locator.pro",
        has_icon=True,
        admin=True,
        accessibility=True,
        listener=True,
        unseen=(*LISTENS, *LOCATES),
    ),
)
"""Several independent signs of B+ each: they have to be raised as likely monitoring."""

ASK: tuple[App, ...] = (
    # one sign of B+ alone, or several of B: they have to be asked about
    watcher("com.child.care.lite", has_icon=True, accessibility=True),
    watcher("com.child.care.plus", has_icon=True, admin=True, granted=SOME),
    watcher("com.phone.backup.tool", granted=SOME),
    watcher("com.call.log.saver", has_icon=True, listener=True),
    watcher("com.voice.memo.auto", has_icon=True, unseen=LISTENS),
    watcher("com.family.tracker.store", installer=STORE, accessibility=True, unseen=LOCATES),
    watcher("com.hidden.helper.store", installer=STORE, accessibility=True),
    watcher("com.launcher.theme.sync", has_icon=True, granted=ALL),
)
"""Too little for "likely", enough for a question."""

SYSTEMISED: tuple[App, ...] = (
    # FlexiSPY and others on a phone with full rights: moved among the system's apps, the signer stays theirs
    watcher(
        "com.fx.systemised",
        installer=NOBODY,
        is_system=True,
        accessibility=True,
        signer="f1e8",
        installed="2026-03-07",
    ),
    watcher(
        "com.vvt.phoenix", installer=NOBODY, is_system=True, admin=True, signer="ff07", installed="2026-03-07"
    ),
    # needs no power with full rights: it hears notifications, or listens without an icon
    watcher("com.system.lockd", installer=NOBODY, is_system=True, listener=True, installed="2026-04-01"),
    watcher("com.system.audiod", installer=NOBODY, is_system=True, unseen=LISTENS, installed="2026-04-02"),
    # replaced a part of a system whose key is known to all
    watcher("com.system.helpd", installer=FILE, is_system=True, is_replaced=True, accessibility=True),
)
"""Put into the system: Android itself no longer tells them from its own, but for the day of their file."""

OF_OLD_DAY: tuple[App, ...] = (
    watcher("com.fx.olddate", installer=NOBODY, is_system=True, accessibility=True, signer="f1e9"),
    watcher("com.vvt.olddate", installer=NOBODY, is_system=True, admin=True, signer="ff08"),
)
"""Put into the system under an old day: since Android 9 the signer still tells them apart, before nothing."""
