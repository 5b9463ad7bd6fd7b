"""What of macOS lets others see or use this Mac: Screen Sharing, Remote Management, Remote Login.

References: osquery `sharing_preferences`; the macOS security compliance project (labels of the services
in `launchctl print-disabled`, which writes what stands in disabled.plist); KnockKnock.
"""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.computer.macos.launch_items import SWITCHES, switched
from checkup.collect.looking import Looking
from checkup.model.desktop import ScreenSharing
from checkup.model.login import SshServerSetting
from checkup.model.sources import Reading

SCREEN, LOGIN = "com.apple.screensharing", "com.openssh.sshd"
MANAGEMENT = "/Library/Preferences/com.apple.RemoteManagement.plist"
MANAGEMENT_ON = (
    "/Library/Application Support/Apple/Remote Desktop/RemoteManagement.launchd",
    "/private/etc/RemoteManagement.launchd",
)
VNC_PASSWORD = "/Library/Preferences/com.apple.VNCSettings.txt"  # noqa: S105 - where one lies, not one
AGENT = "/System/Library/CoreServices/RemoteManagement/ARDAgent.app"
SERVER = "/System/Library/CoreServices/RemoteManagement/screensharingd.bundle"


def screen_sharing(ground: MacGround) -> Reading[ScreenSharing]:
    """Return what is switched on."""
    look = ground.looking()
    return look.reading(_sharing(look))


def _sharing(look: Looking) -> Iterator[ScreenSharing]:
    if switched(look).get(SCREEN) is False:
        yield _of(look, SWITCHES, "macos-screen-sharing", "Screen Sharing", SERVER, f"{SCREEN} = on")
    for path in MANAGEMENT_ON:
        if look.is_there(path):
            yield _of(look, path, "macos-remote-management", "Remote Management", AGENT, "on")
    if look.is_there(VNC_PASSWORD):
        line = "a password for VNC is set"
        yield _of(look, VNC_PASSWORD, "macos-screen-sharing", "Screen Sharing", SERVER, line)
    if property_list(look, MANAGEMENT).at("ARD_AllLocalUsers").truth:
        line = "ARD_AllLocalUsers = true"
        yield _of(look, MANAGEMENT, "macos-remote-management", "Remote Management", AGENT, line)


def _of(look: Looking, seen_in: str, service: str, name: str, path: str, line: str) -> ScreenSharing:
    return ScreenSharing(
        seen_in=seen_in,
        service=service,
        name=name,
        path=path,
        line=line,
        allows_control=True,
        needs_no_answer=True,
        when=look.changed(seen_in),
    )


def remote_login(look: Looking) -> Iterator[SshServerSetting]:
    """Yield that people may sign in with a password, where Remote Login is switched on."""
    if switched(look).get(LOGIN) is False:
        yield SshServerSetting(
            seen_in=SWITCHES, name="passwordauthentication", value="yes", when=look.changed(SWITCHES)
        )
