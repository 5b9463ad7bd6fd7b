"""What comes of reading a file as a list: the list, or why it was not taken."""

from enum import StrEnum

from checkup.indicators.program_list import ProgramList
from checkup.model.value import Value


class Why(StrEnum):
    """Why a file is not taken as a list. The words are the texts `lists.why.<value>`."""

    CANNOT_READ = "cannot_read"  # not there, not a file, not permitted
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    WEB_PAGE = "web_page"  # an error page or a sign-in page came instead
    UNKNOWN_FORM = "unknown_form"
    NOT_WHOLE = "not_whole"  # the form is known, but it cannot be read to its end
    EMPTY = "empty"
    UNKNOWN_KEY = "unknown_key"
    WRONG_SIGNATURE = "wrong_signature"
    OFFLINE = "offline"
    PROXY_KIND = "proxy_kind"
    PROXY_SILENT = "proxy_silent"
    NO_CONNECTION = "no_connection"
    HOST_REFUSED = "host_refused"
    NOT_THE_LIST = "not_the_list"  # the host led elsewhere, or sent too much or something cut


class Skipped(Value, frozen=True, kw_only=True):
    """What a list holds and the index cannot use: `what` as the list calls it (hostile), how often."""

    what: str
    count: int


class Imported(Value, frozen=True, kw_only=True):
    """A list that was read to its end."""

    list: ProgramList
    skipped: tuple[Skipped, ...] = ()


class Refused(Value, frozen=True, kw_only=True):
    """Nothing was taken. `detail` is where, in the file's own terms (a line, a key), or ""."""

    why: Why
    detail: str = ""


class NotTaken(Exception):
    """Raised inside the importers; `reading` turns it into Refused."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why, detail)
        self.refused = Refused(why=why, detail=detail)
