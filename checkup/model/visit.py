"""A visit: what one sitting gathered. A record: the visits of one person, in one encrypted file."""

from .access_told import AccessTold, MapEdits
from .account import AccountReview, SignedIn
from .answer import CardAnswer
from .guided_look import LookAnswer
from .inventory import OwnDevice, Person
from .looked import Unread
from .phone import PhoneChoice
from .picture import Picture
from .reply import Reply
from .result import Result
from .sign_in import SignInHistory
from .situation import Company, DeviceSafety, Keeping
from .step import StepNote
from .value import Value


class Visit(Value, frozen=True, kw_only=True):
    """Everything told, seen and decided in one sitting; all times RFC 3339 in UTC.

    `accounts` holds the services the person uses, in the order shown, each once. `sign_ins` is what data
    exports gave, None before any was read, `sign_in_answers` what the person said about its groups.
    `here` is who is signed in on this computer, None until the person agreed to look; `here_unread` the
    places that could not be read. `devices` and `people` are the person's own and those around them,
    each id once. `access_told` and `map_edits` are what they told about who can get in.
    `pictures` is what was kept as evidence, also of accounts that are no longer chosen.
    `offline` is whether the person shut or opened the way to the network, None where they left it.
    `went_on_knowingly` is true when they chose to make passwords although a strong sign was seen here.
    `disks` are other disks looked at, of computers that need not be this one, each once; `phones` the
    phones and captures, each once, `phone` what is chosen to be looked at, `looks` what the person saw on
    a device's own screen.
    """

    id: str
    began: str
    language: str = "en"
    company: Company = Company.ALONE
    device: DeviceSafety | None = None
    keeping: Keeping = Keeping.NOTHING
    replies: tuple[Reply, ...] = ()
    computer: Result | None = None
    disks: tuple[Result, ...] = ()
    offline: bool | None = None
    phone: PhoneChoice = PhoneChoice()
    phones: tuple[Result, ...] = ()
    looks: tuple[LookAnswer, ...] = ()
    cards: tuple[CardAnswer, ...] = ()
    here: tuple[SignedIn, ...] | None = None
    here_unread: tuple[Unread, ...] = ()
    accounts: tuple[AccountReview, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sign_ins: SignInHistory | None = None
    sign_in_answers: tuple[CardAnswer, ...] = ()
    devices: tuple[OwnDevice, ...] = ()
    people: tuple[Person, ...] = ()
    access_told: tuple[AccessTold, ...] = ()
    map_edits: MapEdits = MapEdits()
    went_on_knowingly: bool = False
    notes: tuple[StepNote, ...] = ()

    @property
    def results(self) -> tuple[Result, ...]:
        """All that was looked at: the computer, other disks, then the phones."""
        return (*((self.computer,) if self.computer else ()), *self.disks, *self.phones)


class Record(Value, frozen=True, kw_only=True):
    """The visits of one person, oldest first. `saves` counts up with every save: order without a clock."""

    version: int = 1
    id: str
    saves: int = 0
    visits: tuple[Visit, ...] = ()
