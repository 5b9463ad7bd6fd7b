"""A clean Debian desktop: every check looks at it, none sees a strong sign, few ask, none asks wrongly.

The tree holds what a new Debian 12 with GNOME and KDE parts has, two weeks old, with an ad blocker,
a game's notes in the hosts file, the printer's certificate and the home network's name server.
"""

import json
import struct

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer.linux import linux_readers
from checkup.collect.gathered import Gathered
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.finding import Level

WTMP = struct.Struct("<h2xi32s4s32s256shhiii16s20x")
PLASMA = "cimiefiiaegbelhefglklhhakcgmhkai"
CHROME = {
    "extensions": {
        "settings": {
            "cjpalhdlnbpafiamejdnhcphjbkeiagm": {
                "location": 1,
                "from_webstore": True,
                "path": "cjpalhdlnbpafiamejdnhcphjbkeiagm/1_0",
                "manifest": {"name": "uBlock Origin", "version": "1", "permissions": ["<all_urls>"]},
                "active_permissions": {"explicit_host": ["<all_urls>"]},
            },
            PLASMA: {
                "location": 6,
                "from_webstore": True,
                "path": f"{PLASMA}/1_0",
                "manifest": {"name": "Plasma Integration", "version": "1"},
                "active_permissions": {"scriptable_host": ["<all_urls>"]},
            },
            "mhjfbmdgcfjbbpaeojofohoefgiehjai": {"location": 5, "path": "/opt/google/chrome/resources/pdf"},
        }
    }
}
FILES = {
    "/etc/passwd": (
        "root:x:0:0:root:/root:/bin/bash\n"
        "sync:x:4:65534:sync:/bin:/bin/sync\n"
        "syslog:x:104:111::/home/syslog:/usr/sbin/nologin\n"
        "lan:x:1000:1000:Lan,,,:/home/lan:/bin/bash\n"
    ),
    "/etc/group": "root:x:0:\nsudo:x:27:lan\ndocker:x:998:lan\nlan:x:1000:\n",
    "/etc/hosts": (
        "127.0.0.1\tlocalhost\n127.0.1.1\tmay-lan.example.org\tmay-lan\n"
        "::1 localhost ip6-localhost\nff02::1 ip6-allnodes\n192.168.1.5 mayin.lan\n"
    ),
    "/etc/resolv.conf": "nameserver 127.0.0.53\noptions edns0\n",
    "/run/systemd/resolve/resolv.conf": "nameserver 192.168.1.1\nnameserver fe80::1%wlan0\n",
    "/etc/environment": "",
    "/etc/apt/apt.conf.d/00proxy": 'Acquire::http::Proxy "DIRECT";\n',
    "/etc/systemd/user/gnome-session.target.wants/gnome-remote-desktop.service": (
        "-> /usr/lib/systemd/user/gnome-remote-desktop.service"
    ),
    "/usr/lib/systemd/user/gnome-remote-desktop.service": (
        "[Service]\nExecStart=/usr/libexec/gnome-remote-desktop-daemon\n"
    ),
    "/etc/ssl/certs/ISRG.pem": "-> /usr/share/ca-certificates/mozilla/ISRG.crt",
    "/usr/share/ca-certificates/mozilla/ISRG.crt": "not read: the distribution's own\n",
    "/etc/ssl/certs/ca-certificates.crt": "",
    "/etc/ssl/certs/ssl-cert-snakeoil.pem": "",
    "/run/systemd/sessions/2": (
        "UID=1000\nUSER=lan\nSTATE=active\nREMOTE=0\nTYPE=wayland\nCLASS=user\nSEAT=seat0\nTTY=tty2\nREALTIME=1795500000000000\n"
    ),
    f"/usr/share/google-chrome/extensions/{PLASMA}.json": "{}",
    "/etc/chromium/policies/managed/00_gssapi.json": '{"AuthServerAllowlist": "*.example.org"}',
    "/home/lan/.config/google-chrome/Default/Preferences": json.dumps(CHROME),
    "/home/lan/.mozilla/firefox/x.default-esr/prefs.js": "",
    "/home/lan/.config/krfbrc": "[Security]\nallowUnattendedAccess=false\n",
    "/home/lan/.config/kioslaverc": "[Proxy Settings]\nProxyType=0\nhttpProxy=http://p.example.org 8080\n",
    "/home/lan/.ssh/known_hosts": "github.com ssh-ed25519 AAAA\n",
}


@pytest.fixture
def findings(lans, tmp_path):
    ground = lans(FILES)
    lines = [(":0", "tty7"), ("tty2", "tty2"), ("login screen", "seat0")]
    records = (
        WTMP.pack(7, 9, line.encode(), b"", b"lan", host.encode(), 0, 0, 0, 1, 0, b"") for host, line in lines
    )
    (tmp_path / "root/var/log").mkdir(parents=True)
    (tmp_path / "root/var/log/wtmp").write_bytes(b"".join(records))
    readers = linux_readers(ground.place, ground.run, ground.stop)
    known, sources = load(resource("rules")), Gathered(readers, ground.stop)
    return [finding for check in COMPUTER_CHECKS for finding in check.look(sources, known)]


def test_a_clean_desktop_gives_no_strong_sign_and_asks_nothing(findings):
    assert [one.about for one in findings if one.level in (Level.STRONG, Level.ASK)] == []


def test_what_is_left_is_the_ad_blocker_alone(findings):
    assert [one.about for one in findings] == ["extensions:Google Chrome:Default"]
