"""Passwords: when the step waits, what is asked and how an answer is read, and what the page says."""

import pytest

from checkup.content.texts import Language, Texts
from checkup.credentials.breach import asked
from checkup.credentials.passphrase import FEWEST, drawn
from checkup.credentials.strength import strength
from checkup.flow.computer import looked
from checkup.flow.passwords import CONSENT, HOST, Waits, seen_in_leaks, waits, went_on
from checkup.flow.passwords_view import Making, begun, passwords_view, worth
from checkup.model.finding import Finding, Level
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.network import CouldNotAsk, NetworkTrouble

ENGLISH, VIETNAMESE = Texts(Language.ENGLISH), Texts(Language.VIETNAMESE)
VISIT = Visit(id="v", began="", device=DeviceSafety.SAFE)


def seen(level: Level) -> Result:
    finding = Finding(check="computer.known_programs", level=level, about="x", reasons=())
    return Result(subject=Subject(kind=SubjectKind.COMPUTER), when="", findings=(finding,))


STRONG, ASK = looked(VISIT, seen(Level.STRONG)), looked(VISIT, seen(Level.ASK))


def test_a_strong_sign_makes_the_step_wait_and_other_signs_do_not():
    assert waits(STRONG) is Waits.STRONG_SIGN
    assert waits(ASK) is None
    assert waits(VISIT) is None


def test_who_goes_on_knowingly_is_asked_no_more():
    assert waits(went_on(STRONG)) is None
    assert waits(looked(went_on(STRONG), seen(Level.STRONG))) is None


def test_a_strong_sign_that_is_new_makes_it_wait_again():
    assert waits(looked(went_on(ASK), seen(Level.STRONG))) is Waits.STRONG_SIGN


@pytest.mark.parametrize("texts", [ENGLISH, VIETNAMESE])
@pytest.mark.parametrize("why", Waits)
def test_the_page_says_why_it_waits_and_where_else(texts, why):
    visit = STRONG if why is Waits.STRONG_SIGN else Visit(id="v", began="", device=DeviceSafety.NOT_SAFE)
    assert len(passwords_view(visit, begun(texts.language), texts).waits) == 2


class Service:
    """Answers as the service would, and keeps what it was asked."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def __call__(self, url, consent, headers):
        self.asked.append((url, consent, headers))
        return self.answer


ABOUT = asked("mật khẩu")


def test_asked_is_one_host_for_five_characters_with_padding():
    service = Service(f"{ABOUT.end}:3".encode())

    assert seen_in_leaks(ABOUT, CONSENT, service) == 3
    [(url, consent, headers)] = service.asked
    assert url == f"https://{HOST}/range/{ABOUT.prefix}"
    assert ABOUT.end not in url
    assert consent is CONSENT
    assert headers == {"Add-Padding": "true"}


@pytest.mark.parametrize("answer", [b"", b"<html>", b"{}"])
def test_an_answer_of_another_kind_is_never_none(answer):
    with pytest.raises(CouldNotAsk) as caught:
        seen_in_leaks(ABOUT, CONSENT, Service(answer))
    assert caught.value.trouble is NetworkTrouble.NOT_UNDERSTOOD


@pytest.mark.parametrize(("texts", "bits"), [(ENGLISH, "bits"), (VIETNAMESE, "bit")])
@pytest.mark.parametrize("count", range(FEWEST, 13))
def test_the_worth_is_said_in_bits_rounded_down(texts, bits, count):
    made = drawn([f"w{number}" for number in range(3000)], count)
    assert worth(made, texts).startswith(f"{int(made.bits)} {bits}")


def test_more_words_are_said_to_be_worth_more():
    lists = (("w",) * 7772, 4), (("w",) * 7772, 5), (("w",) * 2048, 6), (("w",) * 7772, 6)
    spans = ("days", "months or years", "centuries", "thousands of years")
    said = [worth(drawn(words, count), ENGLISH) for words, count in lists]
    assert [span in one for span, one in zip(spans, said, strict=True)] == [True] * 4


@pytest.mark.parametrize("texts", [ENGLISH, VIETNAMESE])
@pytest.mark.parametrize("leaks", [0, 1, 2, 52579234, *NetworkTrouble])
def test_every_end_of_a_question_has_its_own_words(texts, leaks):
    said = {end: passwords_view(VISIT, making(leaks=end), texts).leaks for end in (0, 7, *NetworkTrouble)}
    assert len(set(said.values())) == len(said)
    words = passwords_view(VISIT, making(leaks=leaks), texts).leaks
    assert words
    assert str(leaks) in words or leaks == 0 or isinstance(leaks, NetworkTrouble)


def making(**fields: object) -> Making:
    return Making(language=Language.ENGLISH, count=5, **fields)


@pytest.mark.parametrize("password", ["a", "anhyeuem1990", "x9#Kd!w02mQz"])
def test_a_judgement_is_a_word_with_its_reasons(password):
    view = passwords_view(VISIT, making(judged=strength(password)), VIETNAMESE).judged
    assert view is not None
    assert view.word
    assert bool(view.reasons) == bool(strength(password).reasons)


def test_nothing_secret_shows_itself():
    made = drawn(["zubrowka"] * 4, 4)
    now = making(made=made, judged=strength("zubrowka"))
    assert "zubrowka" not in repr(now)
    assert "zubrowka" not in repr(passwords_view(VISIT, now, ENGLISH))
