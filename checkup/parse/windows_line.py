r"""Command lines of Windows: which program a line starts, looked for behind the programs that run others.

Quoted or not, with `\??\`, `\SystemRoot` and `%Variables%`. Of `rundll32 a.dll,x` the library counts,
of `wscript a.vbs` the script, of `powershell -enc ...` nothing that has a name.
References: learn.microsoft.com, CreateProcess (how a line without quotes is cut), "Recognized
environment variables"; LOLBAS project (programs that run others).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 8191
_ENDINGS = r"exe|com|bat|cmd|vbs|vbe|js|jse|wsf|hta|ps1|scr|dll|sys|msc|lnk|py|pyw|jar"
_QUOTED = re.compile(r'\s*"([^"]*)"?\s*(.*)', re.DOTALL)
_PATH = re.compile(rf"\s*(.+?\.(?:{_ENDINGS}))(?=[\s,\"]|$)\s*(.*)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"\s*(\S+)\s*(.*)", re.DOTALL)
_VARIABLE = re.compile(r"%([A-Za-z0-9_()]{1,64})%")
_SCRIPT = re.compile(rf"(?:[A-Za-z]:|\\\\|%[A-Za-z]+%)[^\"'|<>&;]{{0,400}}?\.(?:{_ENDINGS})", re.IGNORECASE)
_ENCODED = re.compile(r"(?i)(?:^|\s)[-/]e(?:n?c?|nco\w*)?(?=\s+[A-Za-z0-9+/=]{16})")
# Programs that run what they are given: the given thing is what counts.
HOSTS = frozenset(
    {"cmd", "powershell", "pwsh", "wscript", "cscript", "mshta", "rundll32", "regsvr32", "msiexec", "conhost"}
    | {"python", "pythonw", "py", "pyw", "java", "javaw", "node", "perl", "ruby", "autohotkey", "forfiles"}
)


@dataclass(frozen=True, slots=True)
class Started:
    """What a line starts: the path that matters ("" for a bare command), and through which host."""

    path: str = ""
    host: str = ""
    is_encoded: bool = False


def started(line: str, variables: Mapping[str, str]) -> Started:
    """Return what a line starts; `variables` are by name in lower case."""
    text = expanded(line[:LONGEST], variables)[:LONGEST].strip()
    first, rest = _first(text)
    path = whole(first, variables)
    host = path.rpartition("\\")[2].lower().removesuffix(".exe")
    if host not in HOSTS:
        return Started(path)
    if host in ("powershell", "pwsh") and _ENCODED.search(rest):
        return Started("", host, is_encoded=True)
    given = _SCRIPT.search(rest)
    return Started(whole(given.group(), variables) if given else _bare_given(host, rest, variables), host)


def expanded(text: str, variables: Mapping[str, str]) -> str:
    """Return a text with its `%Variables%` written out; unknown ones stay."""
    return _VARIABLE.sub(lambda match: variables.get(match.group(1).lower(), match.group()), text)


def whole(path: str, variables: Mapping[str, str]) -> str:
    r"""Return a path with its drive: without `\??\`, from `\SystemRoot` and `system32\` on."""
    root = variables.get("systemroot", r"C:\Windows")
    path = expanded(path.strip().strip('"'), variables).replace("/", "\\")
    for prefix in ("\\??\\", "\\\\?\\", "\\\\.\\"):
        path = path.removeprefix(prefix)
    lower = path.lower()
    if lower.startswith("\\systemroot\\"):
        return root + path[11:]
    if lower.startswith(("system32\\", "syswow64\\")):
        return f"{root}\\{path}"
    if lower.startswith("\\") and not lower.startswith("\\\\"):
        return root[:2] + path
    return path


def _first(text: str) -> tuple[str, str]:
    if text.lstrip().startswith('"') and (match := _QUOTED.match(text)):
        return match.group(1), match.group(2)
    match = _PATH.match(text) or _WORD.match(text)
    return (match.group(1), match.group(2)) if match else ("", "")


def _bare_given(host: str, rest: str, variables: Mapping[str, str]) -> str:
    """Return the library that rundll32 is given by its bare name: those lie in System32."""
    if host not in ("rundll32", "regsvr32"):
        return ""
    words = [word for word in re.split(r"[\s,]+", rest.replace('"', " ")) if word and word[0] not in "/-"]
    if not words or "\\" in words[0] or ":" in words[0]:
        return ""
    name = words[0] if "." in words[0] else f"{words[0]}.dll"
    return whole(f"system32\\{name}", variables)
