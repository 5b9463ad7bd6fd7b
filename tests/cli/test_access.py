"""`access`: the example of the paper as a map, both forms, both languages; one sentence for a wrong map."""

import json

import msgspec
import pytest

from tests.access.maps import paper, person

MAP = """
[[people]]
id = "me"
me = true
holds = ["phone", "finger", "mail_password"]
[[people]]
id = "t"
name = "T. \u202e!"
holds = ["phone", "pin"]
maybe = ["mail_password"]

[[things]]
id = "phone"
kind = "device"
name = "the phone"
[[things]]
id = "pin"
kind = "pin"
of = "phone"
[[things]]
id = "finger"
kind = "biometric"
of = "phone"
fixed = true
[[things]]
id = "open"
kind = "unlocked"
of = "phone"
[[things]]
id = "mail"
kind = "email"
name = "Gmail"
important = true
[[things]]
id = "mail_password"
kind = "password"
of = "mail"
[[things]]
id = "facebook"
kind = "account"
name = "Facebook"
important = true

[[ways]]
to = "open"
needs = ["phone", "pin"]
how = "pin"
fixed = true
[[ways]]
to = "open"
needs = ["phone", "finger"]
how = "biometric"
[[ways]]
to = "mail"
needs = ["open"]
how = "signed_in"
[[ways]]
to = "mail"
needs = ["mail_password"]
how = "password"
fixed = true
[[ways]]
to = "facebook"
needs = ["mail"]
how = "mail_reset"
maybe = true
"""


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "map.toml"
    path.write_text(MAP, "utf-8")
    return path


def test_json_says_who_reaches_what_with_a_sentence_for_each_step(checkup, written):
    ran = checkup("access", str(written), "--json")

    assert (ran.status, ran.json["command"]) == (0, "access")
    other = ran.json["people"][1]
    facebook = next(one for one in other["reaches"] if one["account"] == "facebook")
    assert not facebook["is_sure"]
    assert facebook["proof"][-1] == (
        "With Gmail one can set a new password for Facebook. This is not known yet."
    )
    assert {one["do"] for one in ran.json["changes"]} >= {"new_password"}
    assert {"who": "t", "account": "mail"} in [door for one in ran.json["changes"] for door in one["closes"]]
    assert ran.json["ask_next"][0]["settles"] >= ran.json["ask_next"][-1]["settles"]
    assert {one["account"] for one in ran.json["lockouts"]} == {"facebook"}


def test_text_names_people_with_their_signs_made_visible(checkup, written):
    ran = checkup("access", str(written))
    assert "T. ⟨U+202E⟩! can reach" in ran.out
    assert "\u202e" not in ran.out
    assert "Gmail" in ran.out


def test_vietnamese_has_every_sentence(checkup, written):
    ran = checkup("access", str(written), "--language", "vi")
    assert "đặt được mật khẩu mới cho Facebook" in ran.out


def test_the_same_map_as_json_says_the_same(checkup, tmp_path):
    path = tmp_path / "map.json"
    path.write_bytes(msgspec.json.encode(paper(person("t", "pin mail_password"))))
    ran = checkup("access", str(path), "--json")
    assert [one["account"] for one in ran.json["people"][1]["reaches"]] == ["shop", "mail"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[[people]\n", "TOML"),
        ('[[people]]\nid = "me"\n', "me = true"),
        ('[[people]]\nid = "me"\nme = true\nholds = ["x"]\n', "people[0]: there is no thing “x”"),
        ('[[people]]\nid = "me"\nme = true\n[[things]]\nid = "a"\nkind = "spoon"\n', "things[0].kind"),
        ('[[people]]\nid = "me"\nme = true\nfriend = 1\n', "people[0]"),
        (
            '[[people]]\nid="me"\nme=true\n[[things]]\nid="a"\nkind="pin"\n[[ways]]\nto="a"\nneeds=["a"]\n',
            "ways[0]",
        ),
    ],
)
def test_a_wrong_map_is_one_sentence_that_names_the_place(checkup, tmp_path, text, names):
    path = tmp_path / "map.toml"
    path.write_text(text, "utf-8")
    ran = checkup("access", str(path))
    assert ran.status == 3
    assert ran.out == ""
    assert names in ran.err
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "data",
    [b"{" * 100000, b"[" * 100000, b"\xff\xfe", b"{}", b"", b"x = " + b"[" * 50000, b" " * (3 * 2**20)],
)
def test_hostile_bytes_end_with_a_sentence(checkup, tmp_path, data):
    for name in ("map.json", "map.toml"):
        path = tmp_path / name
        path.write_bytes(data)
        ran = checkup("access", str(path))
        assert (ran.status, ran.out) == (3, "")
        assert str(path) in ran.err


def test_no_file_and_no_word_are_told_apart(checkup, tmp_path):
    assert checkup("access", str(tmp_path / "none.toml")).status == 3
    assert checkup("access", str(tmp_path)).status == 3
    assert checkup("access").status == 2


def test_the_json_of_the_example_is_whole(checkup, written):
    ran = checkup("access", str(written), "--json")
    assert set(json.loads(ran.out)) == {
        "version", "command", "people", "changes", "is_smallest", "stays", "lockouts", "keys", "ask_next",
    }  # fmt: skip
