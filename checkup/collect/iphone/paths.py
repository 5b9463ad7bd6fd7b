"""Where the facts lie in a backup: domain and path of every file that is read, with its older places.

References: collected from the layout of backups of iOS 12 to 18; `HomeDomain` is the person's part.
"""

from checkup.model.value import Value

PROFILES = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles"
PROFILE_FOLDER = "Library/ConfigurationProfiles/"
PROFILE_START = "profile-"
SIGNING = "MobileDeviceDomain"
SIGNING_FOLDER = "ProvisioningProfiles/"


class At(Value, frozen=True, kw_only=True):
    """One file in a backup."""

    domain: str
    path: str

    @property
    def log(self) -> "At":
        """The log beside a database."""
        return At(domain=self.domain, path=f"{self.path}-wal")

    def __str__(self) -> str:
        return f"{self.domain}/{self.path}"


def _home(path: str) -> At:
    return At(domain="HomeDomain", path=path)


def _app(bundle: str, path: str) -> At:
    return At(domain=f"AppDomain-{bundle}", path=path)


TCC = (_home("Library/TCC/TCC.db"),)
LOCATION = (At(domain="RootDomain", path="Library/Caches/locationd/clients.plist"),)
MESSAGES = (_home("Library/SMS/sms.db"),)
WHATSAPP = (At(domain="AppDomainGroup-group.net.whatsapp.WhatsApp.shared", path="ChatStorage.sqlite"),)
VIBER = (At(domain="AppDomainGroup-group.viber.share.container", path="com.viber/database/Contacts.data"),)
NOTES = (At(domain="AppDomainGroup-group.com.apple.notes", path="NoteStore.sqlite"),)
CALENDARS = (_home("Library/Calendar/Calendar.sqlitedb"),)
SHORTCUTS = (_home("Library/Shortcuts/Shortcuts.sqlite"),)
ACCOUNTS = (_home("Library/Accounts/Accounts3.sqlite"),)
TRAFFIC = (At(domain="WirelessDomain", path="Library/Databases/DataUsage.sqlite"),)
SAFARI = (
    _home("Library/Safari/History.db"),
    _app("com.apple.mobilesafari", "Library/Safari/History.db"),
)
CHROME = (_app("com.google.chrome.ios", "Library/Application Support/Google/Chrome/Default/History"),)
FIREFOX = (
    At(domain="AppDomainGroup-group.org.mozilla.ios.Firefox", path="profile.profile/places.db"),
    At(domain="AppDomainGroup-group.org.mozilla.ios.Firefox", path="profile.profile/browser.db"),
)
WIFI = (
    At(domain="SystemPreferencesDomain", path="com.apple.wifi.known-networks.plist"),
    At(domain="SystemPreferencesDomain", path="SystemConfiguration/com.apple.wifi.known-networks.plist"),
    At(domain="SystemPreferencesDomain", path="SystemConfiguration/com.apple.wifi.plist"),
)
SCREEN_TIME = (_home("Library/Preferences/com.apple.ScreenTimeAgent.plist"),)
RESTRICTIONS = (_home("Library/Preferences/com.apple.restrictionspassword.plist"),)
FAMILY = (
    _home("Library/Application Support/com.apple.remotemanagementd/RMAdminStore-Local.sqlite"),
    _home("Library/Application Support/com.apple.remotemanagementd/RMAdminStore-Cloud.sqlite"),
)
MANAGEMENT = tuple(
    At(domain=PROFILES, path=PROFILE_FOLDER + name)
    for name in ("MDM.plist", "CloudConfigurationDetails.plist")
)

_DATABASES = (
    *(
        *TCC,
        *MESSAGES,
        *WHATSAPP,
        *VIBER,
        *NOTES,
        *CALENDARS,
        *ACCOUNTS,
        *TRAFFIC,
        *SAFARI,
        *CHROME,
        *FIREFOX,
        *FAMILY,
        *SHORTCUTS,
    ),
)
WANTED = frozenset(
    {
        *_DATABASES,
        *(one.log for one in _DATABASES),
        *LOCATION,
        *WIFI,
        *SCREEN_TIME,
        *RESTRICTIONS,
        *MANAGEMENT,
    }
)


def is_signing_profile(domain: str, path: str) -> bool:
    """Whether this is a leave for apps from outside the store; the databases beside them are none."""
    return domain == SIGNING and path.startswith(SIGNING_FOLDER) and "/mis.db" not in path


def is_profile(domain: str, path: str) -> bool:
    """Whether this is a configuration profile that was added to the phone."""
    return domain == PROFILES and path.rpartition("/")[2].startswith(PROFILE_START)
