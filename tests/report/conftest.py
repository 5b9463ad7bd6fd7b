"""A sheet as the plan gives it, and one full of what outside names can hold."""

import pytest

from checkup.report.sheet import Sheet, SheetStage, SheetStep

HOSTILE = '<script>alert(1)</script>\u202e\x1b[31m{x} & "q" <img src=//h/x onerror=a>'


def made(title: str, note: str = "") -> Sheet:
    step = SheetStep(mark="[ ]", title=title, how=title, notice="n", place="p", reasons=(title,), note=note)
    stage = SheetStage(title="Đầu tiên", about="về", steps=(step,))
    return Sheet(
        language="vi", title="Các bước", as_of="24/11", notice="chú ý", count="0", stages=(stage,), foot="hết"
    )


@pytest.fixture
def sheet() -> Sheet:
    return made("Đổi mật khẩu Google và đăng xuất khỏi mọi thiết bị lạ", "dòng một\ndòng hai")


@pytest.fixture
def hostile() -> Sheet:
    return made(HOSTILE, HOSTILE)
