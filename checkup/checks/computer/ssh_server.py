"""How the ssh server lets people in: passwords, the administrator, keys that a program hands out.

References: sshd_config(5).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.login import SshServerSetting
from checkup.model.sources import Sources

CHECK_ID = "computer.ssh_server"

SERVER = "/usr/sbin/sshd"
_NONE = "none"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for setting in sources.read(SshServerSetting):
        if judged := _judged(setting.name, setting.value.lower()):
            level, sign = judged
            yield Finding(
                check=CHECK_ID,
                level=level,
                about=SERVER,
                name="ssh",
                reasons=(Reason(sign=sign, what=setting.value, where=setting.seen_in, when=setting.when),),
                evidence=(_evidence(setting),),
            )


def _judged(name: str, value: str) -> tuple[Level, str] | None:
    match name, value:
        case "passwordauthentication", "yes":
            return Level.SETTING, "ssh_password_sign_in"
        case "permitrootlogin", "yes":
            return Level.SETTING, "ssh_root_sign_in"
        case "authorizedkeyscommand", command if command not in ("", _NONE):
            return Level.ASK, "ssh_keys_by_command"
        case _:
            return None


def _evidence(setting: SshServerSetting) -> Evidence:
    where = f"{setting.seen_in}:{setting.line}" if setting.line else setting.seen_in
    return Evidence(where=where, saw=f"{setting.name} {setting.value}", when=setting.when)


CHECK = Check(id=CHECK_ID, needs=(SshServerSetting,), look=look)
