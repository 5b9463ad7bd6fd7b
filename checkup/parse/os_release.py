"""The name and version of a Linux system, from its os-release file.

References: os-release(5).
"""


def os_release(text: str) -> dict[str, str]:
    """Return the file's names and values; lines that are not `NAME=value` are left out."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and name.isidentifier():
            found[name] = _unquoted(value)
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"')
    return value
