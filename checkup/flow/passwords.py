"""The step "Passwords": its page, when it waits, and asking whether a password is in known leaks."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import structs

from checkup.credentials.breach import HEADERS, AnswerNotUnderstood, Asked, times_seen
from checkup.flow.place import Place, StepId
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.network import Consent, CouldNotAsk, NetworkTrouble

PASSWORDS = "passwords"
STAYS = 20  # seconds until a copied passphrase is taken off the clipboard
HOST = "api.pwnedpasswords.com"
CONSENT = Consent(host=HOST, learns="hash_prefix")

Ask = Callable[[str, Consent, dict[str, str]], bytes]


class Waits(StrEnum):
    """Why passwords had better be made elsewhere first."""

    STRONG_SIGN = "strong_sign"
    NOT_SAFE = "not_safe"


def route(visit: Visit) -> tuple[Place, ...]:  # noqa: ARG001 - every visit has the same page here
    """Return the step's pages: one."""
    return (Place(step=StepId.PASSWORDS, page=PASSWORDS),)


def waits(visit: Visit) -> Waits | None:
    """Return why the step waits; None where nothing speaks against it or the person goes on knowingly."""
    if visit.went_on_knowingly:
        return None
    if visit.computer is not None and visit.computer.has_strong_sign:
        return Waits.STRONG_SIGN
    return Waits.NOT_SAFE if visit.device is DeviceSafety.NOT_SAFE else None


def went_on(visit: Visit) -> Visit:
    """Return the visit after the person chose to go on knowingly."""
    return structs.replace(visit, went_on_knowingly=True)


def seen_in_leaks(about: Asked, consent: Consent, asks: Ask) -> int:
    """Return how often a password is in known leaks; raises CouldNotAsk, NotAgreed. Asks the network."""
    answer = asks(f"https://{HOST}/range/{about.prefix}", consent, HEADERS)
    try:
        return times_seen(about, answer)
    except AnswerNotUnderstood as error:
        raise CouldNotAsk(NetworkTrouble.NOT_UNDERSTOOD) from error
