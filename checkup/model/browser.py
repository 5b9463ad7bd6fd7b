"""Observations about browsers: what their rules say, and what is added to them."""

from enum import StrEnum

from checkup.model.sources import Observation


class PolicyKind(StrEnum):
    """What a rule of a browser does; rules that do none of these are not observed."""

    FORCED_EXTENSION = "forced_extension"
    PROXY = "proxy"
    CERTIFICATE = "certificate"
    HOME_PAGE = "home_page"


class BrowserPolicy(Observation, frozen=True, kw_only=True):
    """One rule given to a browser from outside of it, which the person cannot change inside it.

    `value` is what it sets: an extension's id, a proxy, a certificate, an address. `is_required` is
    False where the browser lets the person change it. `package` is "" where no package brought the
    file, None where that is not known. `when` is the file's time, RFC 3339 in UTC.
    """

    browser: str
    kind: PolicyKind
    value: str
    name: str = ""
    is_required: bool = True
    package: str | None = None
    when: str = ""


class ExtensionOrigin(StrEnum):
    """Where a browser extension came from."""

    STORE = "store"
    UNPACKED = "unpacked"  # loaded from a folder, in developer mode or by a start option
    FORCED = "forced"  # put there by a rule
    OUTSIDE = "outside"  # put there by another program, or not from the store, or not signed
    PACKAGE = "package"  # brought by the distribution
    BUILT_IN = "built_in"


class BrowserExtension(Observation, frozen=True, kw_only=True):
    """An extension in one profile of a browser. `reads_every_page` says what it is allowed, not what it does.

    `extension` is its id, `path` its folder or file, `since` when it was added, RFC 3339 in UTC or empty.
    """

    browser: str
    profile: str
    extension: str
    name: str = ""
    version: str = ""
    origin: ExtensionOrigin = ExtensionOrigin.STORE
    is_on: bool = True
    reads_every_page: bool = False
    path: str = ""
    since: str = ""


class SiteRight(StrEnum):
    """What a page may do without asking again. The words are the texts `signs.site_<value>`."""

    NOTIFY = "notify"
    LOCATE = "locate"
    CAMERA = "camera"
    MICROPHONE = "microphone"


class SitePermission(Observation, frozen=True, kw_only=True):
    """A page that was allowed something in one profile; `site` is its host, `since` in UTC or empty."""

    browser: str
    profile: str
    site: str
    right: SiteRight
    since: str = ""
