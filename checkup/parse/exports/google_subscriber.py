"""Google "SubscriberInfo" page: addresses and times of sign-ins, and where the terms were agreed to.

Labels may be translated; rows are taken by shape: an address and a time in one row of the table.
References: RLEAPP reads this page from legal returns; that self-service exports hold it is not confirmed.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import is_time, of_text
from checkup.parse.exports.page import labelled, plain_lines
from checkup.parse.exports.reader import PageReader, Rows
from checkup.parse.exports.shape import address, cut, is_agent

MARKS = ("GOOGLE SUBSCRIBER INFORMATION", "Google Account ID", "ID Tài khoản Google", "ID tài khoản Google")
OTHER_ADDRESSES = (
    "alternate e-mails",
    "recovery e-mail",
    "recovery sms",
    "email thay thế",
    "email khôi phục",
    "số điện thoại khôi phục",
)
OUT = ("logout", "log out", "đăng xuất")
SIGNED_UP = "created on"
TERMS = "terms of service ip"


def _recognises(text: str) -> bool:
    return any(mark in text[:20_000] for mark in MARKS)


def _rows(text: str) -> Rows:
    lines = plain_lines(text)
    labels = labelled(lines)
    if ip := address(labels.get(TERMS, "")):
        yield _at(labels.get(SIGNED_UP, ""), SignInKind.USE, ip)
    for label, value in labels.items():
        if label in OTHER_ADDRESSES and value:
            yield SignInRecord(service="google", kind=SignInKind.RECOVERY_CHANGE, app=cut(value))
    for line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        ip = next(filter(None, map(address, cells)), "")
        if not ip or len(cells) < 2:
            continue
        written = next(filter(is_time, cells), "")
        if not written:
            yield 1
            continue
        is_out = any(cell.casefold() in OUT for cell in cells)
        kind = SignInKind.LOGOUT if is_out else SignInKind.LOGIN
        yield _at(written, kind, ip, cut(next(filter(is_agent, cells), "")))


def _at(written: str, kind: SignInKind, ip: str, agent: str = "") -> SignInRecord:
    moment = of_text(written)
    return SignInRecord(
        service="google",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        user_agent=agent,
    )


READER = PageReader(service="google", recognises=_recognises, rows=_rows)
