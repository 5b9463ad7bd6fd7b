"""Rights to watch are told; rights that are taken away, smaller ones and damaged files are not."""

import pytest

from checkup.model.permission import SandboxRight
from checkup.parse.flatpak_override import sandbox_rights


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("[Context]\nfilesystems=xdg-music;host:ro;\n", SandboxRight.FILES),
        ("[Context]\nfilesystems=home\n", SandboxRight.FILES),
        ("[Context]\ndevices=all;\n", SandboxRight.DEVICES),
        ("[Context]\nsockets=x11;!wayland;\n", SandboxRight.SCREEN),
        ("[Session Bus Policy]\norg.freedesktop.Flatpak=talk\n", SandboxRight.OUTSIDE),
    ],
)
def test_a_right_to_watch_is_told(text, right):
    assert [one for one, _ in sandbox_rights(text)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "[Context]\nfilesystems=!host;xdg-download;/srv/x;\ndevices=dri;\nsockets=!x11;fallback-x11;\n",
        "[Session Bus Policy]\norg.freedesktop.Flatpak=none\norg.freedesktop.Notifications=talk\n",
        "filesystems=host\n[Other]\ndevices=all\n",
        "\x00[Context\nfilesystems host\n",
        "",
    ],
)
def test_anything_else_is_quiet(text):
    assert list(sandbox_rights(text)) == []
