"""Apps of ordinary phones in Viet Nam, with the powers that these, or apps of their kind, have when used.

Where a power depends on what the person switched on, the row has it on: chat heads, autofill, watches. Ids
are those of the stores and of phones; what they may do is how such apps are commonly set up.

References: the apps' pages in Google Play and Galaxy Store (permissions), makers' lists of system apps.
"""

from tests.android_phone import FILE, STORE, App

CHAT = (
    *("RECORD_AUDIO", "CAMERA", "ACCESS_FINE_LOCATION", "READ_CONTACTS", "READ_CALL_LOG", "READ_PHONE_STATE"),
    "READ_MEDIA_IMAGES",
)
PAY = ("CAMERA", "ACCESS_FINE_LOCATION", "READ_CONTACTS", "READ_PHONE_STATE")
HEADS, USAGE = ("SYSTEM_ALERT_WINDOW",), ("GET_USAGE_STATS", "SYSTEM_ALERT_WINDOW")
MIC, PLACE = ("RECORD_AUDIO",), ("FINE_LOCATION",)
GALAXY, FDROID, PRELOAD = (
    "com.sec.android.app.samsungapps",
    "org.fdroid.fdroid",
    "com.sec.android.preloadinstaller",
)
NOBODY = "null"


def store(app_id: str, **fields: object) -> App:
    """Return an app from Google Play that starts with the phone."""
    return App(app_id, **{"starts": True, "signer": "1", **fields})  # type: ignore[arg-type]


def by_hand(app_id: str, **fields: object) -> App:
    """Return an app that came as a file, as many do."""
    return App(app_id, **{"installer": FILE, "starts": True, "signer": "2", **fields})  # type: ignore[arg-type]


def part(app_id: str, **fields: object) -> App:
    """Return a part of the phone."""
    given = {"installer": NOBODY, "is_system": True, "has_icon": False, "starts": True, "signer": "b378e95c"}
    return App(app_id, **{**given, **fields})  # type: ignore[arg-type]


CHATS = (
    store("com.zing.zalo", granted=CHAT, unseen=(*PLACE, *MIC), allowed=HEADS, battery=True),
    store("com.facebook.orca", granted=CHAT, unseen=MIC, allowed=HEADS),
    store("com.facebook.katana", installer="com.facebook.system", granted=CHAT, unseen=PLACE),
    store("com.viber.voip", granted=CHAT, unseen=MIC),
    store("org.telegram.messenger", granted=CHAT, unseen=PLACE, allowed=HEADS),
    by_hand("org.telegram.messenger.web", granted=CHAT, allowed=HEADS),
    store("com.whatsapp", granted=CHAT, unseen=MIC),
    store("com.ss.android.ugc.trill", granted=CHAT),
    store("com.instagram.android", granted=CHAT),
    store("com.skype.raider", granted=CHAT, allowed=HEADS),
    store("com.discord", granted=CHAT, unseen=MIC, allowed=HEADS),
)
MONEY = (
    store("com.mservice.momotransfer", granted=PAY, unseen=PLACE),
    store("com.VCB", granted=PAY),
    store("com.tpb.mb.gprsandroid", granted=PAY),
    store("com.mbmobile", granted=PAY),
    store("com.vietinbank.ipay", granted=PAY),
    store("com.vnpay.bidv", granted=PAY),
    store("vn.com.techcombank.bb.app", granted=PAY),
    store("vn.zalopay.wallet", granted=PAY),
    store("com.vnid", granted=PAY),
    by_hand("com.agribank.emb", granted=PAY),
    store("com.bplus.vtpay", granted=PAY, unseen=PLACE),
    store("com.shopee.vn", granted=PAY, unseen=PLACE),
    store("com.grabtaxi.passenger", granted=PAY, unseen=PLACE),
    store("com.grabtaxi.driver2", granted=PAY, unseen=PLACE, allowed=HEADS, battery=True),
    store("xyz.be.driver", granted=PAY, unseen=PLACE, allowed=HEADS, battery=True),
)
KEYBOARDS = (
    store("com.vng.inputmethod.labankey", has_icon=True, allowed=HEADS),
    store("com.google.android.inputmethod.latin", has_icon=False, granted=MIC),
    store("com.touchtype.swiftkey", granted=MIC),
    by_hand("org.gotiengviet.keyboard"),
)
HELPERS = (
    store("com.x8bit.bitwarden", accessibility=True),
    store("com.google.android.marvin.talkback", accessibility=True, has_icon=False),
    store("com.teslacoilsw.launcher", listener=True, accessibility=True),
    store("com.microsoft.launcher", listener=True, accessibility=True, granted=PAY),
    store("com.truecaller", granted=CHAT, listener=True, allowed=HEADS),
    store("com.microsoft.appmanager", granted=CHAT, listener=True, battery=True),
    store("com.microsoft.office.outlook", admin=True, granted=("READ_CONTACTS",)),
    store("com.google.android.apps.maps", unseen=PLACE, granted=PAY),
    store("com.google.android.apps.adm", admin=True),
    store("net.dinglisch.android.taskerm", accessibility=True, listener=True, admin=True, unseen=PLACE),
    store("com.anydesk.anydeskandroid", accessibility=True, allowed=HEADS),
    store("com.teamviewer.quicksupport.market", accessibility=True),
    store("net.ultraviewer.android"),
    store("com.wireguard.android", allowed=("ACTIVATE_VPN",)),
    store("com.cloudflare.onedotonedotonedotone", allowed=("ACTIVATE_VPN",)),
)
WATCHES = (
    store("com.xiaomi.wearable", listener=True, granted=CHAT, unseen=(*PLACE, "READ_CALL_LOG"), battery=True),
    by_hand("com.huami.watch.hmwatchmanager", listener=True, granted=CHAT, unseen=PLACE),
    store("com.huawei.health", installer="com.huawei.appmarket", listener=True, granted=CHAT, unseen=PLACE),
    store("com.samsung.android.app.watchmanager", installer=GALAXY, listener=True, granted=CHAT),
    store("com.samsung.android.waterplugin", installer=GALAXY, has_icon=False, listener=True, granted=CHAT),
    store("com.garmin.android.apps.connectmobile", listener=True, granted=CHAT, unseen=PLACE),
    store("com.myviettel.kidwatch", granted=CHAT, unseen=PLACE),
)
CLEANERS = (
    store("com.miui.cleanmaster", accessibility=True, listener=True, allowed=USAGE),
    by_hand("com.cleaner.booster.fast", accessibility=True, allowed=USAGE),
    store("com.avast.android.mobilesecurity", accessibility=True, admin=True, allowed=USAGE, granted=PAY),
    store("com.bkav.bms.free", admin=True, granted=CHAT, allowed=USAGE),
)
CARRIERS = (
    store("com.vttm.vietteldiscovery", granted=PAY),
    store("vms.com.vn.mymobifone", granted=PAY),
    store("com.vnp.myvinaphone", granted=PAY),
    part("com.viettel.tv.setup", signer="77", installed="2025-06-11"),
    store("com.vtvcab.on"),
)
CLONES = (
    store("com.parallel.space.lite", granted=CHAT, allowed=HEADS, unseen=PLACE),
    store("com.lbe.parallel.intl", granted=CHAT, unseen=PLACE),
    by_hand("com.waxmoon.ma.gp", granted=CHAT, allowed=HEADS),
    part("com.samsung.android.da.daagent"),
    part("com.miui.securitycore"),
)
FREE = (
    by_hand("org.fdroid.fdroid", allowed=("REQUEST_INSTALL_PACKAGES",)),
    store("org.thoughtcrime.securesms", installer=FDROID, granted=CHAT, unseen=MIC),
    store("com.fsck.k9", installer=FDROID),
    store("org.kde.kdeconnect_tp", installer=FDROID, listener=True, accessibility=True, granted=CHAT),
    store("com.termux", installer=FDROID),
    by_hand("app.revanced.android.youtube"),
    by_hand("app.revanced.android.gms", has_icon=False, granted=PAY, unseen=PLACE),
    by_hand("com.google.android.gms", has_icon=False, granted=CHAT, unseen=PLACE),  # phones without Google
    by_hand("com.google.android.gsf", has_icon=False),
    by_hand("com.garena.game.kgvn", granted=MIC),
)
FAMILY = (
    store("com.google.android.apps.kids.familylinkhelper", has_icon=False, accessibility=True, admin=True),
    store("com.life360.android.safetymapd", granted=PAY, unseen=PLACE, battery=True),
)
PARTS = (
    part("android", shared_user="android.uid.system"),
    part("com.android.systemui", listener=True),
    part("com.android.settings", shared_user="android.uid.system", has_icon=True),
    part("com.samsung.android.messaging", granted=CHAT, has_icon=True),
    part("com.samsung.android.honeyboard"),
    part("com.samsung.accessibility", accessibility=True),
    part("com.samsung.android.app.routines", accessibility=True, unseen=PLACE),
    part("com.miui.securitycenter", accessibility=True, has_icon=True),
    part("com.miui.daemon", unseen=PLACE),
    part("com.coloros.safecenter", accessibility=True),
    part("com.oplus.cosa", listener=True),
    part("com.vivo.assistant", accessibility=True, listener=True),
    part("com.google.android.googlequicksearchbox", signer="90091e", listener=True, granted=CHAT, unseen=MIC),
    part("com.google.android.apps.messaging", signer="90091e", has_icon=True),
    part("com.facebook.appmanager", signer="face"),
    part("com.facebook.services", signer="face"),
    part("com.netflix.partner.activation", signer="e7f1"),
    # an update of the whole system brought these
    part("com.samsung.android.app.readingglass", accessibility=True, installed="2025-06-10"),
    part("com.samsung.android.smartsuggestions", listener=True, installed="2025-06-10"),
    part("com.samsung.android.visual.cloudcore", unseen=PLACE, installed="2025-06-10"),
    # and the store this newer file
    part("com.google.android.apps.wellbeing", installer=STORE, is_replaced=True, listener=True),
    part("com.samsung.android.bixby.agent", installer=STORE, is_replaced=True, accessibility=True),
)

ORDINARY: tuple[App, ...] = (
    *(*CHATS, *MONEY, *KEYBOARDS, *HELPERS, *WATCHES, *CLEANERS, *CARRIERS, *CLONES, *FREE, *FAMILY, *PARTS),
)
