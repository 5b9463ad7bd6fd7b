"""The access map: things that open other things, and what each person holds, knows or shares.

It is also the form of the file that `checkup access MAP` reads, as TOML or JSON:

    version = 1                      # may be left out

    [[people]]
    id = "me"                        # exactly one has `me = true`: the person the map is about
    me = true
    holds = ["phone", "finger"]      # surely
    [[people]]
    id = "t"
    name = "T."
    holds = ["pin"]
    maybe = ["mail_password"]        # perhaps

    [[things]]
    id = "shop"
    kind = "account"                 # a ThingKind
    name = "The shop"                # what people call it; else the id is shown
    important = true                 # nobody else should reach it, the person always should
    effort = 2                       # of changing it, 1 to 9; else by its kind
    noticed = "maybe"                # would others notice; else by its kind
    fixed = true                     # cannot be changed at all

    [[ways]]                         # all of `needs` together open `to`; several ways are alternatives
    to = "shop"
    needs = ["password"]
    how = "password"                 # a How; may be left out
    maybe = true                     # nobody knows yet whether it is so
    fixed = true                     # cannot be closed: that is how the thing works
    two_step = "codes"               # what it also needs once two-step verification is switched on
    two_step_maybe = true            # nobody knows whether it is on already
    two_step_or = ["sim"]            # what may serve in its place where it is on: nobody knows

References: Hammann, Radomirović, Sasse, Basin, "User Account Access Graphs", CCS 2019. A way is what
the paper draws as edges of one colour into a vertex.
"""

from enum import StrEnum

from .step import Noticed
from .value import Value

LONGEST = 200
"""Characters of an id or a name in a map."""

MOST_PEOPLE, MOST_THINGS, MOST_WAYS, MOST_NEEDS = 50, 2000, 8000, 20


class ThingKind(StrEnum):
    """What a thing is. The words are the texts `access.kinds.<value>`."""

    DEVICE = "device"  # having it in one's hand
    UNLOCKED = "unlocked"  # a device, opened
    PIN = "pin"
    BIOMETRIC = "biometric"
    SIM = "sim"  # getting the calls and codes of a number
    SIM_HOLDER = "sim_holder"  # being the one a number is registered to
    EMAIL = "email"  # an account that gets mail
    PASSWORD = "password"  # noqa: S105 - a kind, not a secret
    SECOND_FACTOR = "second_factor"
    RECOVERY = "recovery"
    PASSWORD_STORE = "password_store"  # noqa: S105 - a kind, not a secret
    FAMILY = "family"  # leading a family group
    ACCOUNT = "account"

    @property
    def is_account(self) -> bool:
        """Whether somebody can be signed in to it."""
        return self in (ThingKind.EMAIL, ThingKind.ACCOUNT)


class How(StrEnum):
    """In which manner a way opens. The sentences are the texts `access.ways.<value>`."""

    OPENS = "opens"
    PIN = "pin"
    BIOMETRIC = "biometric"
    PASSWORD = "password"  # noqa: S105 - a manner, not a secret
    TWO_STEPS = "two_steps"
    TEXT_CODE = "text_code"  # as two steps, the second by text message
    SIGNED_IN = "signed_in"  # an opened device needs no password
    MAIL_RESET = "mail_reset"
    SMS_RESET = "sms_reset"
    NUMBER = "number"  # the code sent to a number is all that is asked for
    SAVED = "saved"
    IN_THE_PHONE = "in_the_phone"  # an opened phone shows the codes of its number
    CODES_APP = "codes_app"  # an opened device shows the codes of an app on it
    NEW_SIM = "new_sim"
    SAME_ACCOUNT = "same_account"
    FAMILY = "family"
    OWN_RECOVERY = "own_recovery"


class Thing(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One vertex. `of` is the id of what it belongs to (a PIN to its device), where that is told."""

    id: str
    kind: ThingKind
    name: str = ""
    of: str = ""
    important: bool = False
    fixed: bool = False
    effort: int | None = None
    noticed: Noticed | None = None


class Way(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `needs` together open `to`; `maybe`: nobody knows yet whether it is so.

    `two_step` is the id of what is needed as well once two-step verification is switched on; empty where
    it cannot be. It is off, unless `two_step_maybe` says that nobody knows. Where it turns out to be on,
    `two_step_or` may serve in its place: many services also take a code by text message.
    """

    to: str
    needs: tuple[str, ...]
    how: How = How.OPENS
    maybe: bool = False
    fixed: bool = False
    effort: int | None = None
    noticed: Noticed | None = None
    two_step: str = ""
    two_step_maybe: bool = False
    two_step_or: tuple[str, ...] = ()

    @property
    def guarded(self) -> "Way":
        """Return this way as it is with two-step verification on."""
        return Way(
            to=self.to,
            needs=(*self.needs, self.two_step),
            how=How.TWO_STEPS,
            maybe=self.maybe,
            fixed=self.fixed,
            effort=self.effort,
            noticed=self.noticed,
        )

    @property
    def perhaps_by_text(self) -> tuple["Way", ...]:
        """Return the ways that may be there too with two-step verification on; they can be closed."""
        return tuple(
            Way(to=self.to, needs=(*self.needs, one), how=How.TEXT_CODE, maybe=True)
            for one in self.two_step_or
        )


class MapPerson(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody, and the ids of the things they hold, know or share: surely, or perhaps."""

    id: str
    name: str = ""
    me: bool = False
    holds: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


class AccessMap(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who and what there is. Every id named anywhere stands in `things`, each once; one person is `me`."""

    version: int = 1
    people: tuple[MapPerson, ...] = ()
    things: tuple[Thing, ...] = ()
    ways: tuple[Way, ...] = ()

    @property
    def me(self) -> MapPerson:
        """Return the person the map is about."""
        return next(person for person in self.people if person.me)

    @property
    def others(self) -> tuple[MapPerson, ...]:
        """Return everybody else."""
        return tuple(person for person in self.people if not person.me)
