"""A sitting of which nothing has been answered yet: all that the first page needs of it."""

from typing import TYPE_CHECKING

from .plain import Plain
from .situation import Company, DeviceSafety

if TYPE_CHECKING:
    from .visit import Visit


class Begun(Plain):
    """What stands in a Visit's place until one is needed; the fields are those of the same name there."""

    id: str
    language: str
    company: Company = Company.ALONE
    device: DeviceSafety | None = None
    offline: bool | None = None

    def visit(self, began: str) -> "Visit":
        """Return the visit that begins; `began` is RFC 3339 in UTC."""
        from .visit import Visit

        return Visit(
            id=self.id,
            began=began,
            language=self.language,
            company=self.company,
            device=self.device,
            offline=self.offline,
        )


if TYPE_CHECKING:
    Beginning = Begun | Visit
    """What tells for whom the walk is, on which device, and whether offline."""
