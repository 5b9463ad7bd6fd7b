"""Lines of polkit that say yes are told, comments and questions are not."""

import pytest

from checkup.parse.polkit_rules import yes_lines


@pytest.mark.parametrize(
    "line",
    [
        'if (s.user == "minh") return polkit.Result.YES;',
        "return polkit . Result . YES",
        'return "yes";',
        "polkit.addRule(function(a, s) { return polkit.Result.YES; });",
        'return polkit.Result["YES"];',
    ],
)
def test_a_yes_is_told(line):
    assert list(yes_lines(f"polkit.addRule(function(a, s) {{\n  {line}\n}});")) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "// return polkit.Result.YES;",
        "/* return polkit.Result.YES;\n return polkit.Result.YES; */",
        "/* never closed\nreturn polkit.Result.YES;",
        "return polkit.Result.AUTH_ADMIN;",
        "return polkit.Result.NO;",
        'log("yes")',
        "",
    ],
)
def test_others_are_quiet(text):
    assert list(yes_lines(text)) == []
