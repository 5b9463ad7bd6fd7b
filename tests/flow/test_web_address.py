"""A web address: opened only after being told what stays behind, or shown as a QR code."""

import pytest

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.web_address import host_of, open_question, qr_code, web_address

EN = Texts(Language.ENGLISH)
URL = "https://myaccount.google.com/device-activity"


@pytest.mark.parametrize("language", list(Language))
def test_before_opening_it_says_that_history_and_the_network_know(language: Language) -> None:
    question = open_question(Texts(language), URL)
    assert "myaccount.google.com" in question.title
    assert any("myaccount.google.com" in words for words in question.words)
    assert len(question.words) == 3


def test_an_address_nobody_confirmed_is_called_a_hint() -> None:
    assert web_address(EN, URL, verified=False).hint
    assert not web_address(EN, URL).hint


@pytest.mark.parametrize(
    ("url", "host"),
    [(URL, "myaccount.google.com"), ("not an address", "not an address"), ("https://[", "https://[")],
)
def test_the_host_is_what_the_network_sees(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_qr_code_is_square_with_its_quiet_zone_and_the_same_each_time() -> None:
    code = qr_code(EN, URL)
    assert len({len(row) for row in code.rows} | {len(code.rows)}) == 1
    assert not any(any(row) for row in code.rows[:4])
    assert all(code.rows[4][4:11])
    assert qr_code(EN, URL) == code
    assert URL in code.picture


def test_every_address_of_every_service_fits_into_a_code() -> None:
    for service in Services().ordered(Language.ENGLISH):
        for address in service.addresses:
            assert qr_code(EN, address.url).rows
