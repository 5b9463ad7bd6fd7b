"""What things of a person's own map are called in their language: services, devices without a nickname."""

from checkup.access.built import devices_of
from checkup.access.built_accounts import account_id
from checkup.access.built_by_number import code_id
from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.access_words import AccessWords
from checkup.flow.account_choice import short_name
from checkup.model.access_map import AccessMap
from checkup.model.visit import Visit


def words_of_map(
    visit: Visit, access_map: AccessMap, services: Services, texts: Texts, *, with_names: bool = True
) -> AccessWords:
    """Return the words of a visit's map; without names, people are "somebody"."""
    names = {
        account_id(review.service): short_name(services.find(review.service), texts.language)
        for review in visit.accounts
        if services.knows(review.service)
    }
    # What stands here is said where a thing has no name of its own, or one that tells a person's.
    for thing in visit.map_edits.things:
        key = f"access.edit.kinds.{thing.kind}"
        names[thing.id] = texts.say(key if texts.has(key) else "access.edit.kinds.account")
    for device in devices_of(visit):
        names[f"device:{device.id}"] = texts.say(f"devices.kinds.{device.kind}")
    said = AccessWords(texts, access_map, names, with_names=with_names)
    codes = {
        f"codes:{device.id}": texts.say("access.codes_app", of=said.bare(f"device:{device.id}"))
        for device in devices_of(visit)
    }
    codes |= {
        thing.id: texts.say("access.own_step", of=said.bare(thing.of))
        for thing in access_map.things
        if thing.id == code_id(thing.of.partition(":")[2])
    }
    return AccessWords(texts, access_map, names | codes, with_names=with_names)
