"""The ssh server: whether it runs and who can reach it, and how it lets people in.

One that was started with settings of its own shows that in its command line; the settings judged
here are the system's. A server's processes for people signed in are the business of remote_sign_ins.

References: sshd_config(5); OpenSSH 8.2 and newer name the waiting one "sshd: … [listener] …".
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.subject import command_line
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.login import SshServerSetting
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.sources import Sources

CHECK_ID = "computer.ssh_server"

SERVER = "/usr/sbin/sshd"
_NONE = "none"
_TITLE, _WAITING = "sshd: ", "[listener]"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for program in sources.read(RunningProgram):
        if _waits(program):
            ports = [port for port in sources.read(ListeningPort) if port.number == program.number]
            yield _running(program, ports)
    yield from _settings(sources)


def _waits(program: RunningProgram) -> bool:
    """Whether it is a server that waits, not one that already serves somebody."""
    started = program.command[0] if program.command else ""
    if started.startswith(_TITLE):
        return _WAITING in " ".join(program.command)
    return "sshd" in (program.path.rpartition("/")[2], started.rpartition("/")[2])


def _running(program: RunningProgram, ports: list[ListeningPort]) -> Finding:
    what = program.path or program.name
    runs = Reason(sign="runs_now", what=what, who=program.who, when=program.since)
    listens = (
        Reason(
            sign="listens_here_only" if port.is_local_only else "listens_to_others",
            where=port.address,
            count=port.port,
        )
        for port in ports
    )
    reached = (Evidence(where=port.seen_in, saw=f"{port.address} {port.port}") for port in ports)
    started = Evidence(where=program.seen_in, saw=command_line(program), when=program.since)
    return Finding(
        check=CHECK_ID,
        level=Level.ASK,
        about=SERVER,
        name="ssh",
        reasons=(runs, *listens),
        evidence=(started, *reached),
    )


def _settings(sources: Sources) -> Iterator[Finding]:
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


CHECK = Check(id=CHECK_ID, needs=(SshServerSetting, RunningProgram, ListeningPort), look=look)
