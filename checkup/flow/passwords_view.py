"""What the page "Passwords" shows: why it waits, a new passphrase, and what a typed one is worth."""

from checkup.content.texts import Language, Texts
from checkup.credentials.passphrase import FEWEST, Passphrase, usual_words
from checkup.credentials.strength import Strength
from checkup.flow.offline import is_offline
from checkup.flow.passwords import STAYS, Waits, waits
from checkup.flow.score_tones import SCORE_TONES
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.network import NetworkTrouble

MOST_SHOWN = 8  # words to choose
GUESSES = 1e10  # a second: many graphics cards on a badly kept hash
DAY = 86_400.0
SPANS = ((30 * DAY, "days"), (36_500 * DAY, "years"), (3_650_000 * DAY, "centuries"))


class Secret(Value, frozen=True, kw_only=True):
    """Words that are shown on the page and nowhere else."""

    text: str

    def __repr__(self) -> str:
        return "Secret()"


class Option(Value, frozen=True, kw_only=True):
    """One choice of language or number."""

    id: str
    label: str
    chosen: bool


class MakeView(Value, frozen=True, kw_only=True):
    """The card that makes a passphrase; `made` is None before the first."""

    languages: tuple[Option, ...]
    counts: tuple[Option, ...]
    made: Secret | None
    worth: str
    copied: str


class JudgedView(Value, frozen=True, kw_only=True):
    """What a typed password is worth: a word in a tone, and why."""

    word: str
    tone: str
    reasons: tuple[str, ...]


class PasswordsView(Value, frozen=True, kw_only=True):
    """The page; with `waits`, nothing but the reason and a way to go on."""

    waits: tuple[str, ...]
    make: MakeView
    judged: JudgedView | None
    leaks: str
    asking: bool
    may_ask: bool


class Making(Value, frozen=True, kw_only=True):
    """What is chosen and shown in this moment; never kept in the visit."""

    language: Language
    count: int
    made: Passphrase | None = None
    copied: bool = False
    judged: Strength | None = None
    leaks: int | NetworkTrouble | None = None
    asking: bool = False


def begun(language: Language) -> Making:
    """Return what is chosen when the page opens."""
    return Making(language=language, count=usual_words(language))


def passwords_view(visit: Visit, making: Making, texts: Texts) -> PasswordsView:
    """Return the page for this visit and moment."""
    say = texts.say
    why = waits(visit)
    return PasswordsView(
        waits=_waiting(why, texts) if why else (),
        make=MakeView(
            languages=tuple(
                Option(id=one.value, label=say(f"passwords.make.{one.value}"), chosen=one is making.language)
                for one in Language
            ),
            counts=tuple(
                Option(id=str(count), label=str(count), chosen=count == making.count)
                for count in range(FEWEST, MOST_SHOWN + 1)
            ),
            made=Secret(text=making.made.text) if making.made else None,
            worth=worth(making.made, texts) if making.made else "",
            copied=texts.count("passwords.make.copied", STAYS) if making.copied else "",
        ),
        judged=_judged(making.judged, texts) if making.judged else None,
        leaks=_leaks(making, texts, offline=is_offline(visit)),
        asking=making.asking,
        may_ask=not (making.asking or is_offline(visit)),
    )


def worth(made: Passphrase, texts: Texts) -> str:
    """Say what a passphrase is worth, in bits and in time."""
    seconds = 2 ** (made.bits - 1) / GUESSES
    span = next((name for limit, name in SPANS if seconds < limit), "longer")
    return texts.say(f"passwords.worth.{span}", bits=int(made.bits))


def _waiting(why: Waits, texts: Texts) -> tuple[str, ...]:
    return (texts.say(f"passwords.waits.{why.value}"), texts.say("passwords.waits.instead"))


def _judged(judged: Strength, texts: Texts) -> JudgedView:
    return JudgedView(
        word=texts.say(f"passwords.score.{judged.score}"),
        tone=SCORE_TONES[judged.score],
        reasons=tuple(texts.say(f"passwords.reason.{reason.value}") for reason in judged.reasons),
    )


def _leaks(making: Making, texts: Texts, *, offline: bool) -> str:
    match making.leaks:
        case None if making.asking:
            return texts.say("passwords.leaks.asking")
        case None:
            return texts.say("offline.here_leaks") if offline else ""
        case NetworkTrouble() as trouble:
            return texts.say(f"passwords.leaks.{trouble.value}")
        case 0:
            return texts.say("passwords.leaks.none")
        case times:
            return texts.count("passwords.leaks.seen", times)
