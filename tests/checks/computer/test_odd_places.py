"""Programs in places where programs seldom lie are asked about; tools in their usual folders are not."""

import pytest

from checkup.checks.computer.odd_places import CHECK
from checkup.model.finding import Level
from checkup.model.program import RunningProgram


def program(path: str, **fields: object) -> RunningProgram:
    return RunningProgram(
        **({"seen_in": "/proc/7", "number": 7, "name": "p", "path": path, "package": ""} | fields)
    )


@pytest.mark.parametrize(
    ("path", "sign"),
    [
        ("/tmp/x", "runs_from_temporary_folder"),
        ("/var/tmp/.a/x", "runs_from_temporary_folder"),
        ("/dev/shm/x", "runs_from_memory"),
        ("/memfd:x", "runs_from_memory"),
        ("/home/lan/.hidden/x", "runs_from_hidden_folder"),
        ("/home/lan/.x", "runs_from_hidden_folder"),
        ("/usr/share/.k/x", "runs_from_hidden_folder"),
    ],
)
def test_an_odd_place_is_asked_about(found, path, sign):
    [finding] = found(CHECK, program(path))
    assert (finding.level, finding.about, finding.signs) == (Level.ASK, path, {sign})


@pytest.mark.parametrize(
    "path",
    [
        "/usr/bin/bash",
        "/opt/zoom/zoom",
        "/home/lan/Downloads/app",
        "/home/lan/.local/share/Steam/ubuntu12_32/steam",
        "/home/lan/.vscode/extensions/x/server",
        "/home/lan/.nvm/versions/node/v22/bin/node",
        "/home/lan/.cargo/bin/rg",
        "/home/lan/.local/bin/yt-dlp",
        "/tmp/.mount_ObsidiAbc/obsidian",
        "",
    ],
)
def test_a_usual_place_is_quiet(found, path):
    assert found(CHECK, program(path)) == []


def test_a_removed_file_is_asked_about(found):
    [finding] = found(CHECK, program("/opt/x/agent", is_deleted=True))
    assert finding.signs == {"runs_without_its_file"}


@pytest.mark.parametrize("path", ["/usr/lib/firefox/firefox", "/home/lan/.config/discord/0.0.1/Discord"])
def test_an_update_is_not_a_removed_file(found, path):
    assert found(CHECK, program(path, is_deleted=True)) == []


@pytest.mark.parametrize("scope", ["flatpak", "snap", "container"])
def test_the_folders_of_a_sandbox_are_its_own(found, scope):
    assert found(CHECK, program("/tmp/x", scope=scope)) == []


def test_a_script_in_an_odd_place_counts_not_its_interpreter(found):
    script = program(
        "/usr/bin/python3.11", package="python3.11", command=("python3", "-u", "/tmp/k.py", "/x")
    )
    [finding] = found(CHECK, script)
    assert finding.about == "/tmp/k.py"


def test_an_argument_in_an_odd_place_is_no_script(found):
    assert found(CHECK, program("/usr/bin/python3", command=("python3", "/usr/bin/tool", "/tmp/file"))) == []
    assert found(CHECK, program("/usr/bin/vim", command=("vim", "/tmp/file"))) == []


def test_many_processes_of_one_program_are_told_once(found):
    assert len(found(CHECK, *(program("/tmp/x", number=number) for number in range(9)))) == 1


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, program("/tmp/" + hostile, name=hostile, command=(hostile,)))
    assert finding.reasons[0].what == hostile
    assert finding.about == "/tmp/" + hostile
