"""Proofs, the smallest change and the lock-out guard, on the paper's example and on random maps."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from checkup.access.answer import who_gets_in
from checkup.access.change import Changes
from checkup.access.cut import smallest_change, targets
from checkup.access.edit import settled
from checkup.access.graph import Graph
from checkup.model.access_change import Change, Do
from checkup.model.access_map import AccessMap, How, MapPerson, ThingKind
from checkup.model.access_told import AccessTold
from tests.access.maps import changed, doors, paper, person, random_map, reached, thing, way, ways_meant

seeds = st.integers(0, 10**9)


def test_the_proof_names_what_is_held_and_each_way_once_in_order():
    said = who_gets_in(paper(person("t", "pin mail_password")))
    (shop,) = [one for one in said.people[1].reaches if one.account == "shop"]
    assert shop.held == ("mail_password", "pin")
    assert [one.to for one in shop.ways] == ["device", "code", "mail", "shop"]
    assert shop.is_sure
    assert shop.is_shortest


def test_who_knows_nothing_reaches_nothing():
    said = who_gets_in(paper(person("t", "mail_password")))
    assert said.people[1].reaches == ()
    assert said.changes == ()


def test_one_quiet_change_is_enough_for_the_paper_s_example():
    said = who_gets_in(paper(person("t", "pin mail_password")))
    (step,) = [one.step for one in said.changes if one.step.change.do is not Do.RECOVER]
    assert step.change == Change(do=Do.NEW_PASSWORD, on="mail_password")
    assert [door.who for door in said.changes[-1].closes] == ["t"]


def test_a_proof_is_shortest_where_a_shared_way_fools_the_tree():
    # By x: 1 (x) + 3 (a, b, c from x) + goal = 5 ways, but a tree of 7; by y, z, w: a chain tree of 6.
    ways = [way("x", "s")]
    ways += [way(one, "x") for one in ("a", "b", "c")]
    ways += [way("goal", "a b c")]
    ways += [way("u", "s"), way("v", "u"), way("w", "v"), way("y", "w"), way("z", "y"), way("goal", "z")]
    ids = ["s", "x", "a", "b", "c", "u", "v", "w", "y", "z", "goal"]
    kinds = {"goal": ThingKind.ACCOUNT}
    access_map = AccessMap(
        people=(person("me"), person("t", "s")),
        things=tuple(thing(one, kinds.get(one, ThingKind.PASSWORD)) for one in ids),
        ways=tuple(ways),
    )
    (goal,) = who_gets_in(access_map).people[1].reaches
    assert goal.is_shortest
    assert len(goal.ways) == 5


def test_the_persons_last_way_is_not_closed_before_one_of_their_own_is_there():
    access_map = AccessMap(
        people=(person("me", "sim"), person("t", "sim")),
        things=(thing("mail", ThingKind.EMAIL, important=True), thing("sim", ThingKind.SIM)),
        ways=(way("mail", "sim", fixed=True),),
    )
    said = who_gets_in(access_map)
    assert [one.step.change.do for one in said.changes] == [Do.RECOVER, Do.NEW_SIM]
    (lockout,) = said.lockouts
    assert lockout.thing == "mail"
    assert lockout.change == Change(do=Do.NEW_SIM, on="sim")


def test_a_way_of_ones_own_is_set_up_once_for_several_steps():
    access_map = AccessMap(
        people=(person("me", "sim"), person("t", "sim mp")),
        things=(
            thing("mail", ThingKind.EMAIL, important=True),
            thing("sim", ThingKind.SIM),
            thing("mp", ThingKind.PASSWORD, of="mail"),
            thing("shop", ThingKind.ACCOUNT, important=True),
        ),
        ways=(way("mail", "sim", fixed=True), way("mail", "mp", fixed=True), way("shop", "sim", fixed=True)),
    )
    steps = [one.step.change for one in who_gets_in(access_map).changes]
    assert len(set(steps)) == len(steps) == 4
    assert [one.do for one in steps].count(Do.RECOVER) == 2


def test_what_opens_most_is_changed_first():
    access_map = AccessMap(
        people=(person("me", "mp fp"), person("t", "mp fp")),
        things=(
            thing("facebook", ThingKind.ACCOUNT, important=True),
            thing("mail", ThingKind.EMAIL, important=True),
            thing("fp", ThingKind.PASSWORD, of="facebook"),
            thing("mp", ThingKind.PASSWORD, of="mail"),
        ),
        ways=(
            way("facebook", "fp", fixed=True),
            way("facebook", "mail", fixed=True),
            way("mail", "mp", fixed=True),
        ),
    )
    assert [one.step.change.on for one in who_gets_in(access_map).changes] == ["mp", "fp"]


def test_what_no_change_closes_is_said_instead_of_tried():
    access_map = AccessMap(
        people=(person("me"), person("t", "finger")),
        things=(
            thing("mail", ThingKind.EMAIL, important=True),
            thing("finger", ThingKind.BIOMETRIC, fixed=True),
        ),
        ways=(way("mail", "finger", fixed=True),),
    )
    said = who_gets_in(access_map)
    assert said.changes == ()
    assert [(one.who, one.thing) for one in said.stays] == [("t", "mail")]


def test_a_key_that_opens_three_accounts_is_named():
    accounts = ("mail", "shop", "bank")
    access_map = AccessMap(
        people=(person("me", "phone pin"),),
        things=(
            thing("phone", ThingKind.DEVICE),
            thing("pin", ThingKind.PIN),
            thing("open", ThingKind.UNLOCKED),
            *(thing(one, ThingKind.ACCOUNT) for one in accounts),
        ),
        ways=(way("open", "phone pin"), *(way(one, "open") for one in accounts)),
    )
    keys = {one.thing: one.opens for one in who_gets_in(access_map).keys}
    assert keys == {"pin": accounts, "open": accounts}


@given(seeds)
def test_keys_are_those_a_slow_twin_finds(seed):
    access_map = random_map(seed, 30)
    at_hand = {one.id for one in access_map.things if one.kind in (ThingKind.DEVICE, ThingKind.SIM)}
    accounts = {one.id for one in access_map.things if one.kind.is_account}
    expected = {}
    for one in access_map.things:
        before = () if one.id in at_hand else at_hand
        opens = reached(access_map, {*before, one.id}) - reached(access_map, before) - {one.id}
        if len(opens & accounts) >= 3:
            expected[one.id] = opens & accounts
    assert {one.thing: set(one.opens) for one in who_gets_in(access_map).keys} == expected


def test_the_question_that_settles_most_is_asked_first():
    access_map = AccessMap(
        people=(person("me"), person("t", maybe="pin shop_password")),
        things=(
            thing("pin", ThingKind.PIN),
            thing("shop_password", ThingKind.PASSWORD),
            thing("mail", ThingKind.EMAIL, important=True),
            thing("chat", ThingKind.ACCOUNT, important=True),
            thing("shop", ThingKind.ACCOUNT, important=True),
        ),
        ways=(way("mail", "pin"), way("chat", "mail"), way("shop", "shop_password")),
    )
    asked = who_gets_in(access_map).ask_next
    assert [(one.thing, one.settles) for one in asked] == [("pin", 2), ("shop_password", 1)]


def test_two_step_verification_closes_a_door_alone_where_it_costs_least():
    # The password is known, saved and can be reset by mail: three doors, and one change closes them.
    said = who_gets_in(_mail_with_two_step("codes", person("t", "mail_password other_mail")))
    assert [one.step.change for one in said.changes] == [
        Change(do=Do.KEEP_CODES, on="mail"),
        Change(do=Do.TWO_STEP, on="mail", by=("codes",)),
    ]
    assert [door.thing for door in said.changes[1].closes] == ["mail"]
    assert said.is_smallest
    assert said.lockouts == ()


def test_a_second_step_that_somebody_else_gets_closes_nothing():
    # Codes by text message, and the SIM is in the other person's name.
    said = who_gets_in(_mail_with_two_step("sim", person("t", "mail_password other_mail sim_holder")))
    assert Do.TWO_STEP not in {one.step.change.do for one in said.changes}
    assert {one.step.change.do for one in said.changes} >= {Do.NEW_PASSWORD}
    assert said.stays == ()


def test_who_holds_the_app_for_codes_is_not_kept_out_by_it():
    said = who_gets_in(_mail_with_two_step("codes", person("t", "mail_password other_mail pin device")))
    assert Do.TWO_STEP not in {one.step.change.do for one in said.changes}


def test_two_step_verification_that_may_be_on_makes_a_door_perhaps_and_is_asked():
    access_map = _mail_with_two_step("codes", person("t", "mail_password"), two_step_maybe=True)
    said = who_gets_in(access_map)
    assert [(one.account, one.is_sure) for one in said.people[1].reaches] == [("mail", False)]
    (asked,) = [one for one in said.ask_next if one.two_step]
    assert (asked.thing, asked.needs, asked.settles) == ("mail", ("codes",), 1)
    for is_on, expected in ((True, []), (False, [("mail", True)]), (None, [("mail", False)])):
        answer = AccessTold(thing="mail", needs=("codes",), two_step=True, is_so=is_on)
        told = who_gets_in(settled(access_map, (answer,)))
        assert [(one.account, one.is_sure) for one in told.people[1].reaches] == expected


def _mail_with_two_step(second: str, other: MapPerson, **more: object) -> AccessMap:
    """A mailbox by password or reset by another mail; codes on a device with a PIN, or by text message."""
    return AccessMap(
        people=(person("me", "device pin mail_password sim"), other),
        things=(
            thing("mail", ThingKind.EMAIL, important=True),
            thing("other_mail", ThingKind.EMAIL),
            thing("mail_password", ThingKind.PASSWORD, of="mail"),
            thing("device", ThingKind.DEVICE),
            thing("pin", ThingKind.PIN, of="device"),
            thing("open", ThingKind.UNLOCKED, of="device"),
            thing("codes", ThingKind.SECOND_FACTOR),
            thing("sim", ThingKind.SIM),
            thing("sim_holder", ThingKind.SIM_HOLDER),
        ),
        ways=(
            way("mail", "mail_password", fixed=True, two_step=second, **more),
            way("mail", "other_mail", how=How.MAIL_RESET, two_step=second, **more),
            way("open", "device pin", fixed=True),
            way("codes", "open", fixed=True),
            way("sim", "open", fixed=True),
            way("sim", "sim_holder", fixed=True),
        ),
    )


@settings(max_examples=200)
@given(seeds)
def test_no_proof_has_fewer_ways_than_the_one_said_to_be_shortest(seed):
    access_map = random_map(seed, 7)
    plain = [structs.replace(one, two_step="", two_step_maybe=False) for one in access_map.ways]
    for who in who_gets_in(access_map).people:
        for one in who.reaches:
            if one.is_sure or not one.is_shortest:
                continue
            held = next(each for each in access_map.people if each.id == who.who)
            for size in range(len(one.ways)):
                for chosen in combinations(plain, size):
                    less = AccessMap(people=access_map.people, things=access_map.things, ways=chosen)
                    assert one.account not in reached(less, (*held.holds, *held.maybe))


@settings(max_examples=500)
@given(seeds)
def test_after_the_change_nobody_else_gets_in_and_no_step_locks_the_person_out(seed):
    access_map = random_map(seed, 300)
    said = who_gets_in(access_map)
    stays = {(one.who, one.thing) for one in said.stays}
    now = access_map
    important = {one.id for one in access_map.things if one.important}
    began = False
    for one in said.changes:
        # Recovery steps at the very beginning give the person what they don't surely reach yet.
        began = began or not one.step.change.do.is_own_way
        now = changed_once(now, one.step.change)
        if began:
            assert important <= reached(now, now.me.holds, surely=True)
    assert doors(now) == stays
    assert said.is_smallest
    assert len({one.step.change for one in said.changes}) == len(said.changes), "a step stands twice"


@settings(max_examples=300)
@given(seeds)
def test_no_lighter_set_of_changes_closes_as_much(seed):
    access_map = random_map(seed, 9)
    changes = Changes(Graph(access_map))
    cut = smallest_change(changes, targets(changes.graph))
    stays = {(one.person, access_map.things[one.thing].id) for one in cut.stays}
    weight = sum(map(changes.weight, cut.chosen))
    assert cut.is_smallest
    for size in range(len(cut.chosen) + 2):
        for chosen in combinations(range(len(changes.all)), min(size, 4)):
            if sum(map(changes.weight, chosen)) < weight:
                now = access_map
                for one in chosen:
                    now = changed_once(now, changes.all[one].change)
                assert doors(now) - stays, "a lighter one"


def changed_once(now: AccessMap, change: Change) -> AccessMap:
    """Return the map after a change; a way that a new SIM closed before is gone already."""
    gone = change.do is Do.CLOSE and not ways_meant(now, change)
    return now if gone else changed(now, change)
