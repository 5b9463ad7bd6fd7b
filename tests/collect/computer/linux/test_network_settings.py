"""Names, name servers and proxies from the files of ordinary desktops; closed and odd files."""

import pytest

from checkup.collect.computer.linux.hosts import hosts_entries
from checkup.collect.computer.linux.name_servers import name_servers
from checkup.collect.computer.linux.proxies import proxy_settings
from checkup.model.looked import Cause

CONNECTION = "/etc/NetworkManager/system-connections/nha.nmconnection"
KDE = "/home/lan/.config/kioslaverc"


def test_every_name_of_every_line_is_an_entry_with_its_line(lans):
    text = "127.0.0.1 localhost\n# 1.2.3.4 no\nnot an address\n203.0.113.9 A.example.org. b # c\n"
    found = [(one.address, one.name, one.line) for one in hosts_entries(lans({"/etc/hosts": text}))]
    assert found[1:] == [("203.0.113.9", "a.example.org", 4), ("203.0.113.9", "b", 4)]


@pytest.mark.parametrize(
    ("path", "read"),
    [("/etc/hosts", hosts_entries), ("/etc/resolv.conf", name_servers), ("/etc/environment", proxy_settings)],
)
def test_a_closed_file_is_a_gap_and_not_nothing(lans, path, read):
    reading = read(lans({path: ""}, closed=(path,)))
    assert reading.items == ()
    assert [(one.where, one.reason) for one in reading.unread] == [(path, Cause.NOT_PERMITTED)]


def test_the_helper_on_this_computer_and_what_it_asks_are_both_read(lans):
    files = {
        "/etc/resolv.conf": "nameserver 127.0.0.53\n",
        "/run/systemd/resolve/resolv.conf": "nameserver 45.76.10.20\n",
    }
    assert [one.address for one in name_servers(lans(files))] == ["127.0.0.53", "45.76.10.20"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CONNECTION, "[ipv4]\ndns=45.76.10.20;\n"),
        ("/etc/systemd/resolved.conf", "[Resolve]\nDNS=45.76.10.20#dns.example.org\n"),
        ("/etc/systemd/resolved.conf.d/x.conf", "[Resolve]\nDNS=45.76.10.20\n"),
    ],
)
def test_a_server_somebody_wrote_into_a_setting_is_fixed(lans, path, text):
    [found] = name_servers(lans({path: text}))
    assert (found.address, found.is_fixed, found.seen_in) == ("45.76.10.20", True, path)


@pytest.mark.parametrize(
    ("path", "text", "target", "scope"),
    [
        (
            "/etc/environment",
            'https_proxy="http://p.example.org:8080"\n',
            "http://p.example.org:8080",
            "everything",
        ),
        (
            "/etc/profile.d/p.sh",
            "export ALL_PROXY=socks5://10.0.0.1:1080\n",
            "socks5://10.0.0.1:1080",
            "everything",
        ),
        ("/etc/apt/apt.conf", 'Acquire::http::Proxy "http://apt:3142";\n', "http://apt:3142", "updates"),
        (
            KDE,
            "[Proxy Settings]\nProxyType=1\nhttpProxy=p.example.org 8080\n",
            "p.example.org:8080",
            "desktop",
        ),
        (
            KDE,
            "[Proxy Settings]\nProxyType=2\nProxy Config Script=http://p/x.pac\n",
            "http://p/x.pac",
            "desktop",
        ),
        (CONNECTION, "[proxy]\npac-url=http://p/x.pac\n", "http://p/x.pac", "everything"),
    ],
)
def test_a_proxy_is_found_where_each_desktop_keeps_it(lans, path, text, target, scope):
    [found] = proxy_settings(lans({path: text}))
    assert (found.target, found.scope, found.seen_in) == (target, scope, path)
    assert found.is_script is target.endswith(".pac")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/etc/environment", "# http_proxy=x\nno_proxy=localhost\nhttp_proxy=\n"),
        ("/etc/apt/apt.conf.d/p", 'Acquire::http::Proxy "DIRECT";\n// Acquire::http::Proxy "x";\n'),
        (KDE, "[Proxy Settings]\nProxyType=0\nhttpProxy=p.example.org 8080\n"),
    ],
)
def test_what_is_not_switched_on_is_quiet(lans, path, text):
    assert proxy_settings(lans({path: text})).items == ()
