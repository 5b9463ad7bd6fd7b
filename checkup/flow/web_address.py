"""A web address as it is offered: text to copy, a QR code for another device, opening after a yes.

Opening leaves a line in the browser's history and tells the network the host's name, so both are
said before (threat-model section 7).
"""

from urllib.parse import urlsplit

from msgspec import structs

from checkup.content.texts import Texts
from checkup.model.value import Value


class WebAddress(Value, frozen=True, kw_only=True):
    """One address with its words; `open` is empty while it may not be opened here, `hint` then says why.

    `hint` is also set where nobody confirmed the address.
    """

    url: str
    host: str
    copy: str
    open: str
    qr: str
    copy_name: str
    open_name: str
    qr_name: str
    hint: str = ""


class OpenQuestion(Value, frozen=True, kw_only=True):
    """What is asked before a browser is started."""

    url: str
    title: str
    words: tuple[str, ...]
    yes: str
    no: str


class QrCode(Value, frozen=True, kw_only=True):
    """An address as squares, true for dark; rows of equal length, with the quiet zone around."""

    url: str
    title: str
    how: str
    picture: str
    close: str
    rows: tuple[tuple[bool, ...], ...]


def host_of(url: str) -> str:
    """Return the host's name, or the whole address where it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def web_address(texts: Texts, url: str, *, verified: bool = True) -> WebAddress:
    """Return an address with its words."""
    host = host_of(url)
    return WebAddress(
        url=url,
        host=host,
        copy=texts.say("address.copy"),
        open=texts.say("address.open"),
        qr=texts.say("address.qr"),
        copy_name=texts.say("address.copy_of", host=host),
        open_name=texts.say("address.open_of", host=host),
        qr_name=texts.say("address.qr_of", host=host),
        hint="" if verified else texts.say("address.unverified"),
    )


def offline_address(address: WebAddress, why: str = "") -> WebAddress:
    """Return an address that does not open here while the person works offline; `why` joins its hint."""
    return structs.replace(address, open="", hint="\n".join(filter(None, (address.hint, why))))


def open_question(texts: Texts, url: str) -> OpenQuestion:
    """Return what to ask before opening an address here."""
    host = host_of(url)
    return OpenQuestion(
        url=url,
        title=texts.say("address.confirm.title", host=host),
        words=(
            texts.say("address.confirm.history"),
            texts.say("address.confirm.network", host=host),
            texts.say("address.confirm.other"),
        ),
        yes=texts.say("address.confirm.yes"),
        no=texts.say("address.confirm.no"),
    )


def qr_code(texts: Texts, url: str) -> QrCode:
    """Return an address as a QR code."""
    import segno

    code = segno.make(url, error="m", micro=False)
    rows = tuple(tuple(bool(square) for square in row) for row in code.matrix_iter(border=4))
    return QrCode(
        url=url,
        title=texts.say("address.code.title", host=host_of(url)),
        how=texts.say("address.code.how"),
        picture=texts.say("address.code.picture", url=url),
        close=texts.say("address.code.close"),
        rows=rows,
    )
