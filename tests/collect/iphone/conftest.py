"""A backup made for each test, plain and encrypted."""

import pytest

from tests.phones.iphone_backup import Backup, Keys

PASSWORD = "mật khẩu của Lan"


@pytest.fixture(params=["plain", "encrypted"])
def made(request) -> Backup:
    """Give a backup to fill, once plain and once encrypted with PASSWORD."""
    return Backup(keys=Keys(PASSWORD) if request.param == "encrypted" else None)
