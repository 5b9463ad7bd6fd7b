"""One line of the picture of rows over time, as an image: darker where there are more rows."""

from PySide6.QtGui import QColor, QImage

from checkup.flow.sign_ins_picture import PictureLine

FAINTEST = 70

SHADES = 32


def strip_of(line: PictureLine, span: tuple[int, int], room: int, colour: QColor) -> QImage:
    """Return the bins of a line as an image one point high, which costs the same to draw for any bins."""
    room = max(1, room)
    most = max((count for *_, count in line.bins), default=1)
    red, green, blue = colour.red(), colour.green(), colour.blue()
    alphas = (FAINTEST + (255 - FAINTEST) * shade // SHADES for shade in range(SHADES + 1))
    inks = [bytes((red, green, blue, alpha)) for alpha in alphas]
    points = bytearray(4 * room)
    (low, high), scale = span, room / (span[1] - span[0])
    for hour, width, count in line.bins:
        if hour + width <= low or hour >= high:
            continue
        left = int((hour - low) * scale)
        right = min(max(left + 3, int((hour + width - low) * scale)), room)
        left = max(left, 0)
        if left < right:
            points[4 * left : 4 * right] = inks[SHADES * count // most] * (right - left)
    return QImage(bytes(points), room, 1, 4 * room, QImage.Format.Format_RGBA8888).copy()
