"""Apps most phones have or many people chose: stores, installers, helpers, family apps.

An id can be chosen by anybody, so being on a list here only counts for an app that came from a store or
with the phone. References: the packages' pages in their stores; mvt's groups of installers.
"""

from typing import Final

STORES: Final = frozenset(
    {
        *("com.android.vending", "com.google.android.feedback", "com.sec.android.app.samsungapps"),
        *("com.samsung.android.app.samsungapps", "com.huawei.appmarket", "com.hihonor.appmarket"),
        *("com.xiaomi.mipicks", "com.xiaomi.market", "com.miui.global.packageinstaller.store"),
        *("com.oppo.market", "com.heytap.market", "com.bbk.appstore", "com.vivo.appstore"),
        *("com.amazon.venezia", "com.facebook.system", "com.transsion.store", "com.lenovo.leos.appstore"),
    }
)
OTHER_STORES: Final = frozenset(
    {
        *(
            "org.fdroid.fdroid",
            "org.fdroid.basic",
            "com.aurora.store",
            "com.apkpure.aegon",
            "com.looker.droidify",
        ),
        *(
            "com.uptodown",
            "cm.aptoide.pt",
            "com.machiav3lli.fdroid",
            "dev.imranr.obtainium",
            "app.accrescent.client",
        ),
    }
)
MAKERS: Final = frozenset(
    {
        *(
            "com.samsung.android.app.omcagent",
            "com.sec.android.preloadinstaller",
            "com.sec.android.easyMover",
        ),
        *(
            "com.google.android.apps.restore",
            "com.google.android.setupwizard",
            "com.android.managedprovisioning",
        ),
        *(
            "com.samsung.android.scloud",
            "com.coloros.backuprestore",
            "com.oplus.backuprestore",
            "com.miui.huanji",
        ),
        *(
            "com.hmdm.launcher.store",
            "com.google.android.partnersetup",
            "com.dti.samsung",
            "com.digitalturbine",
        ),
        *("com.coloros.bootreg", "com.oplus.appdetail.preload", "com.vivo.easyshare", "com.huawei.hiclone"),
    }
)
BY_HAND: Final = frozenset(
    {
        *("com.android.packageinstaller", "com.google.android.packageinstaller", "com.miui.packageinstaller"),
        *("com.miui.global.packageinstaller", "com.samsung.android.packageinstaller", "com.oplus.appdetail"),
        *("com.coloros.safecenter", "com.vivo.packageinstaller", "com.huawei.packageinstaller"),
    }
)
BROWSERS: Final = frozenset(
    {
        *("com.android.chrome", "org.mozilla.firefox", "com.sec.android.app.sbrowser", "com.opera.browser"),
        *("com.microsoft.emmx", "com.coccoc.trinhduyet", "com.brave.browser", "com.android.browser"),
        *("com.mi.globalbrowser", "com.UCMobile.intl", "com.heytap.browser", "com.vivo.browser"),
        *("com.opera.mini.native", "com.duckduckgo.mobile.android", "com.kiwibrowser.browser"),
    }
)
CABLE: Final = "com.android.shell"

HELPERS: Final = frozenset(
    {
        *(
            "com.google.android.marvin.talkback",
            "com.samsung.accessibility",
            "com.samsung.android.accessibility.talkback",
        ),
        *(
            "com.google.android.apps.accessibility.voiceaccess",
            "com.google.android.accessibility.switchaccess",
        ),
        *("com.x8bit.bitwarden", "com.agilebits.onepassword", "com.lastpass.lpandroid", "com.dashlane"),
        *("com.teslacoilsw.launcher", "com.microsoft.launcher", "com.sec.android.app.launcher"),
        *("keepass2android.keepass2android", "com.kunzisoft.keepass.free", "com.callpod.android_apps.keeper"),
        *("com.google.audio.hearing.visualization.accessibility.scribe", "com.google.android.gms"),
    }
)
"""Apps whose accessibility service is what they are for."""

ADMINISTRATORS: Final = frozenset(
    {
        *("com.microsoft.office.outlook", "com.google.android.gm", "com.samsung.android.email.provider"),
        *(
            "com.google.android.apps.adm",
            "com.google.android.gms",
            "com.microsoft.windowsintune.companyportal",
        ),
        *("com.avast.android.mobilesecurity", "com.bkav.bms.free", "com.bkav.bms.pro", "com.kms.free"),
        *("com.eset.ems2.gp", "com.symantec.mobilesecurity", "com.antivirus", "com.bitdefender.security"),
        *("com.avira.android", "com.trendmicro.tmmspersonal", "com.wsandroid.suite"),
    }
)
"""Apps of mail, of finding a lost phone and of protection: administering is what they are for."""

WITHOUT_GOOGLE: Final = frozenset(
    {
        *("com.google.android.gms", "com.google.android.gsf", "com.google.android.gsf.login"),
        *("app.revanced.android.gms", "com.google.android.syncadapters.contacts"),
    }
)
"""Services of Google that people put by hand onto phones sold without them: a question at most."""

FAMILY: Final = frozenset(
    {
        *("com.google.android.apps.kids.familylink", "com.google.android.apps.kids.familylinkhelper"),
        *("com.microsoft.familysafety", "com.life360.android.safetymapd", "com.kaspersky.safekids"),
        *("com.qustodio.qustodioapp", "com.nortonlifelock.ns", "com.symantec.familysafety", "com.bark.child"),
        *("com.mmguardian.childapp", "com.kiddoware.kidsplace", "com.samsung.android.kidsinstaller"),
        *(
            "com.sec.android.app.kidshome",
            "com.screentime",
            "com.aispeech.kids",
            "com.google.android.apps.findmydevice",
        ),
    }
)
"""Apps for parents and families: always a question, never a likely sign by their powers."""

SYSTEM_PREFIXES: Final = (
    *(
        "android.",
        "com.android.",
        "com.google.android.",
        "com.samsung.",
        "com.sec.",
        "com.miui.",
        "com.xiaomi.",
    ),
    *(
        "com.oppo.",
        "com.coloros.",
        "com.oplus.",
        "com.vivo.",
        "com.bbk.",
        "com.huawei.",
        "com.qualcomm.",
        "com.mediatek.",
    ),
)
SYSTEM_WORDS: Final = frozenset(
    {
        *(
            "system",
            "service",
            "services",
            "systemservice",
            "systemservices",
            "update",
            "updater",
            "systemupdate",
        ),
        *(
            "sync",
            "syncservice",
            "wifi",
            "wifiservice",
            "settings",
            "framework",
            "security",
            "securityservice",
        ),
        *(
            "backup",
            "core",
            "coreservice",
            "batterysaver",
            "battery",
            "systemui",
            "driver",
            "bluetooth",
            "provider",
        ),
    }
)
"""Last words of an id that make an app look like a part of the phone."""
