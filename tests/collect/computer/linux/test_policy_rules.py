"""Rules of polkit that somebody put there are read; a closed folder is a gap."""

from checkup.collect.computer.linux.sudo_rights import policy_rules

RULE = 'polkit.addRule(function(a, s) {\n  if (s.user == "minh") {\n    return polkit.Result.YES;\n  }\n});\n'


def test_a_rule_that_says_yes_is_read_with_its_place(ground):
    made = ground(
        {
            "/etc/polkit-1/rules.d/10-minh.rules": RULE,
            "/etc/polkit-1/rules.d/README": RULE,
            "/etc/polkit-1/rules.d/20-ask.rules": RULE.replace("YES", "AUTH_ADMIN"),
        }
    )
    [found] = policy_rules(made)
    assert (found.seen_in, found.name) == ("/etc/polkit-1/rules.d/10-minh.rules", "10-minh.rules")
    assert found.line == "return polkit.Result.YES;"


def test_without_polkit_there_is_nothing(ground):
    reading = policy_rules(ground({"/etc/passwd": ""}))
    assert (reading.items, reading.unread) == ((), ())


PKLA = "/etc/polkit-1/localauthority/50-local.d/minh.pkla"
ENTRY = "[Minh]\nIdentity=unix-user:minh\nAction=*\nResultActive=yes\n"


def test_an_entry_of_the_older_form_is_read_where_a_program_heeds_it(ground):
    [found] = policy_rules(ground({PKLA: ENTRY, "/usr/bin/pkla-check-authorization": "x"})).items
    assert (found.seen_in, found.line) == (PKLA, "Identity=unix-user:minh; Action=*; ResultActive=yes")


def test_an_entry_that_nothing_heeds_says_nothing(ground):
    assert policy_rules(ground({PKLA: ENTRY})).items == ()
