"""Makes hostile inputs out of true ones: bits, pieces, lines, trees. The same seed makes the same ones."""

import copy
import json
import random
from collections.abc import Callable

from tests.fuzz.target import Form, Target

LONGEST = 256 * 1024
NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2**63 - 1, 2**64 - 1)
ODD = (
    *(b"\0", b"\n", b"\r\n", b"\x1b[2J", "\u202e".encode(), "\u200b".encode(), b"\xff\xfe", b"\xed\xa0\x80"),
    *(
        b"<b>",
        b"%s%n",
        b"=cmd|",
        b"'\"`$(",
        b"../../",
        b"C:\\",
        b"\\\\?\\",
        b"#",
        b"@",
        b":",
        b"=",
        b"[",
        b"]",
    ),
    *(
        b"{",
        b"}",
        b"\t",
        b" " * 300,
        b"A" * 3000,
        b"9" * 400,
        b"-1",
        b"1e999",
        b"NaN",
        "\u0661\u00b2".encode(),
    ),
)
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**63, 10**40, 1e308, float("nan"), float("inf"), 0.1),
    *("", "x", "\0", "\u202e", "9" * 400, "1970-01-01T00:00:00Z", "\ud800", [], {}, [[]], {"": {}}),
)


def changed(chance: random.Random, target: Target) -> bytes:
    """Return an input near one of the target's own, or far from all of them."""
    data = chance.choice(target.seeds)
    if target.form is Form.TREE and chance.random() < 0.7:
        return _changed_tree(chance, data)
    ways = _LINES if target.form is Form.LINES else _BYTES
    for _ in range(chance.choice((1, 1, 2, 3, 6, 20))):
        data = chance.choice(ways)(chance, data, target)[:LONGEST]
    return data


def _bit(chance: random.Random, data: bytes, _target: Target) -> bytes:
    if not data:
        return b"\0"
    whole = bytearray(data)
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)


def _byte(chance: random.Random, data: bytes, _target: Target) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]


def _number(chance: random.Random, data: bytes, _target: Target) -> bytes:
    size = chance.choice((1, 2, 4, 8))
    number = chance.choice((*NUMBERS, len(data), chance.randrange(len(data) + 1)))
    piece = (number % 256**size).to_bytes(size, chance.choice(("little", "big")))
    at = chance.randrange(len(data) + 1)
    return data[:at] + piece + data[at + size :]


def _odd(chance: random.Random, data: bytes, _target: Target) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(ODD) + data[at + chance.choice((0, 0, 1, 8)) :]


def _cut(chance: random.Random, data: bytes, _target: Target) -> bytes:
    begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:begin] + data[end:] if chance.random() < 0.7 else data[:end]


def _again(chance: random.Random, data: bytes, _target: Target) -> bytes:
    begin, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[begin:end][:4096] * chance.choice((1, 2, 50)) + data[end:]


def _spliced(chance: random.Random, data: bytes, target: Target) -> bytes:
    other = chance.choice(target.seeds)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _moved_line(chance: random.Random, data: bytes, target: Target) -> bytes:
    lines = data.split(b"\n")
    others = chance.choice(target.seeds).split(b"\n")
    at = chance.randrange(len(lines))
    way = chance.randrange(4)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(at, chance.choice(others))
    elif way == 2:
        lines[at] = lines[at] + chance.choice(others)
    else:
        lines[at] = chance.choice(others)[: chance.randrange(40)] + lines[at].lstrip()
    return b"\n".join(lines)


def _moved_word(chance: random.Random, data: bytes, target: Target) -> bytes:
    words = data.split(b" ")
    others = chance.choice(target.seeds).split(b" ")
    words[chance.randrange(len(words))] = chance.choice((*others[:200], *ODD))
    return b" ".join(words)


Way = Callable[[random.Random, bytes, Target], bytes]
_BYTES: tuple[Way, ...] = (_bit, _byte, _number, _number, _odd, _cut, _again, _spliced)
_LINES: tuple[Way, ...] = (_moved_line, _moved_line, _moved_word, _odd, _byte, _cut, _again, _spliced)


def _changed_tree(chance: random.Random, data: bytes) -> bytes:
    try:
        root = [json.loads(data)]
    except ValueError:
        return data
    for _ in range(chance.choice((1, 2, 5))):
        holder, key = _somewhere(chance, root)
        way = chance.randrange(4)
        if way == 0:
            holder[key] = copy.deepcopy(chance.choice(VALUES))
        elif way == 1:
            holder[key] = [copy.deepcopy(holder[key]) for _ in range(chance.choice((1, 3)))]
        elif way == 2:
            holder[key] = {str(chance.choice(VALUES)): holder[key]}
        else:
            other, name = _somewhere(chance, root)
            holder[key] = copy.deepcopy(other[name])
    return json.dumps(root[0]).encode("utf-8", "surrogatepass")[:LONGEST]


def _somewhere(chance: random.Random, root: list) -> tuple:
    """Return a list or dictionary of the tree and a key in it."""
    holder, key = root, 0
    while chance.random() < 0.8 and isinstance(holder[key], list | dict) and holder[key]:
        holder = holder[key]
        key = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    return holder, key
