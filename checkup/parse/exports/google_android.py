"""Google Takeout, "Android Device Configuration Service": a page for each Android device ever set up.

The labels are in the account's language: the model and the maker are taken by their label where it is
known, else by their shape. References: D4, Google/getters/getAuthorizedDevices.ts (French).
"""

import re

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import is_time, of_text
from checkup.parse.exports.page import labelled, plain_lines
from checkup.parse.exports.reader import PageReader, Rows
from checkup.parse.exports.shape import cut

MODEL = ("model", "modèle", "kiểu máy", "mẫu thiết bị", "mẫu máy", "kiểu thiết bị")
MAKER = ("manufacturer", "brand", "fabricant", "marque", "nhà sản xuất", "thương hiệu", "hãng sản xuất")
REGISTERED = (
    "registration time",
    "registration date and time",
    "date et heure d'enregistrement",
    "thời gian đăng ký",
    "ngày giờ đăng ký",
    "ngày và giờ đăng ký",
)
_MARK = re.compile(r"Android|android")


def _recognises(text: str) -> bool:
    found = labelled(plain_lines(text))
    return bool(_MARK.search(text)) and any(found.get(name) for name in MODEL)


def _rows(text: str) -> Rows:
    found = labelled(plain_lines(text))
    model = next((found[name] for name in MODEL if found.get(name)), "")
    maker = next((found[name] for name in MAKER if found.get(name)), "")
    written = next((found[name] for name in REGISTERED if found.get(name)), "")
    written = written or next((value for value in found.values() if is_time(value)), "")
    moment = of_text(written)
    yield SignInRecord(
        service="google",
        kind=SignInKind.DEVICE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        device=cut(model if maker.casefold() in model.casefold() else f"{maker} {model}"),
        os="Android",
    )


READER = PageReader(service="google", recognises=_recognises, rows=_rows)
