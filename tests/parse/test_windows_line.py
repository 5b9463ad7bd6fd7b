"""Command lines of Windows: the program that matters, behind quotes, variables and hosts."""

import pytest

from checkup.parse.windows_line import Started, started

LAN = {"appdata": r"C:\Users\lan\AppData\Roaming", "systemroot": r"C:\Windows"}


@pytest.mark.parametrize(
    ("line", "path"),
    [
        (r'"C:\Program Files\a b\c.exe" /x', r"C:\Program Files\a b\c.exe"),
        (r"C:\Program Files\a b\c.exe /x", r"C:\Program Files\a b\c.exe"),
        (r"%AppData%\a.exe", r"C:\Users\lan\AppData\Roaming\a.exe"),
        (r"\??\C:\x\y.sys", r"C:\x\y.sys"),
        (r"\SystemRoot\System32\drivers\z.sys", r"C:\Windows\System32\drivers\z.sys"),
        (r"system32\drivers\z.sys", r"C:\Windows\system32\drivers\z.sys"),
        ("ctfmon.exe", "ctfmon.exe"),
        (r"rundll32.exe C:\Users\lan\z.dll,Start", r"C:\Users\lan\z.dll"),
        ("rundll32.exe shell32.dll,Control", r"C:\Windows\system32\shell32.dll"),
        (r'wscript.exe //B "C:\Users\lan\a b.vbs"', r"C:\Users\lan\a b.vbs"),
        (r"cmd.exe /c start C:\x\y.bat", r"C:\x\y.bat"),
        (r"powershell.exe -File %AppData%\a.ps1", r"C:\Users\lan\AppData\Roaming\a.ps1"),
        ("cmd.exe /c echo", ""),
        ("", ""),
    ],
)
def test_the_program_that_matters_is_found(line, path):
    assert started(line, LAN).path.lower() == path.lower()


def test_an_encoded_command_has_no_name_and_is_told():
    assert started(f"powershell.exe -nop -EncodedCommand {'QQ' * 20}", LAN) == Started(
        "", "powershell", is_encoded=True
    )
