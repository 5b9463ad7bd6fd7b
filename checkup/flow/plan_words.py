"""What the program says about a step of the plan: from ids to sentences, for window, paper and terminal."""

from checkup.access.answer import Access
from checkup.access.built_accounts import account_id
from checkup.access.built_by_number import code_id
from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.access_names import words_of_map
from checkup.flow.access_words import AccessWords
from checkup.flow.finding_words import FindingWords
from checkup.model.access_change import Do
from checkup.model.access_map import AccessMap
from checkup.model.looked import Cause
from checkup.model.result import SubjectKind
from checkup.model.shown import shown
from checkup.model.step import Step, Why, WhyKind
from checkup.model.visit import Visit
from checkup.plan.access_steps import RULE, step_id

OWN_WAYS = frozenset(do.value for do in Do if do.is_own_way)
_PLACES = {
    SubjectKind.COMPUTER: "computer",
    SubjectKind.DISK: "computer",  # a disk is named in a sentence of its own
    SubjectKind.ANDROID: "phone",
    SubjectKind.IPHONE: "phone",
    SubjectKind.NETWORK: "network",
}


class PlanWords:
    """Says the steps of one visit's plan in one language."""

    def __init__(self, texts: Texts, visit: Visit, words: FindingWords, services: Services) -> None:
        self._texts = texts
        self._words = words
        self._services = services
        seen = tuple((result, finding) for result in visit.results for finding in result.findings)
        self._findings = {result.key_of(finding): finding for result, finding in seen}
        self._places = {result.key_of(finding): _PLACES[result.subject.kind] for result, finding in seen}
        self._visit = visit
        self._map: AccessMap | None = None
        self._access: Access | None = None
        self._said: AccessWords | None = None

    def with_access(self, access_map: AccessMap | None, access: Access | None) -> "PlanWords":
        """Return these words, which then say the steps from who can get in, too."""
        self._map, self._access = access_map, access
        self._said = self._words_of_map(with_names=True)
        return self

    def without_names(self) -> "PlanWords":
        """Return words that name no person, for paper that others may read."""
        made = PlanWords(self._texts, self._visit, self._words, self._services)
        made._map, made._access = self._map, self._access
        made._said = made._words_of_map(with_names=False)
        return made

    def _words_of_map(self, *, with_names: bool) -> AccessWords | None:
        if self._map is None:
            return None
        return words_of_map(self._visit, self._map, self._services, self._texts, with_names=with_names)

    def title(self, step: Step) -> str:
        """Return what to do."""
        if step.rule == RULE and self._access and self._said:
            changes = {step_id(one.step.change): one.step.change for one in self._access.changes}
            return self._said.change(changes[step.id])
        return self._texts.say(f"steps.{step.rule}.title", name=self._name(step))

    def how(self, step: Step) -> str:
        """Return how to do it, in a few sentences."""
        if step.rule == RULE and self._texts.has(own := f"access.how.{_way_of_doing(step)}"):
            return self._texts.say(own)
        return self._texts.say(f"steps.{step.rule}.how", name=self._name(step))

    def why(self, why: Why) -> str:
        """Return one reason as a sentence."""
        say = self._texts.say
        match why.kind:
            case WhyKind.ALWAYS:
                return say(f"plan.reasons.{why.id or 'always'}")
            case WhyKind.FINDING:
                return self._of_finding(why)
            case WhyKind.ACCOUNT:
                return self._of_account(why)
            case WhyKind.GAP:
                return self._of_gap(why)
            case WhyKind.REPLY:
                return self._of_reply(why)
            case WhyKind.ACCESS:
                return self._of_access(why)

    def service(self, service: str) -> str:
        """Return what people call a service; one not known here is called by its id."""
        if not self._services.knows(service):
            return service
        return self._services.find(service).name_in(self._texts.language.value)

    def _name(self, step: Step) -> str:
        about = step.id.partition(":")[2]
        if step.service:
            return self.service(step.service).partition(" (")[0]
        name = self._words.name(self._findings[about]) if about in self._findings else step.name
        disk = step.why[0].disk if about and step.why else ""
        return self._texts.say("plan.on_disk", name=name, disk=shown(disk)) if disk else name

    def _of_access(self, why: Why) -> str:
        """Return the proof as its why: what somebody holds, then each way, to the end."""
        say = self._texts.say
        if why.id in OWN_WAYS:
            thing = self._said.thing(why.detail) if self._said else why.detail
            return say(f"plan.reasons.{why.id}", name=thing)
        if self._said is None or self._access is None or why.id == "together":
            return say("plan.reasons.together")
        said = self._said
        reaches = next((one.reaches for one in self._access.people if one.who == why.id), ())
        reached = next((one for one in reaches if one.account == why.detail), None)
        sentences = said.proof(said.person(why.id), reached) if reached else ()
        who, name = said.who(why.id), said.thing(why.detail)
        # Whole sentences, one after the other; each was made plain on its own.
        return " ".join((say("plan.reasons.access", who=who, name=name), *sentences))

    def _of_finding(self, why: Why) -> str:
        finding = self._findings.get(why.id)
        title = self._words.title(finding) if finding else why.name
        said = self._texts.say(f"computer.answers.{why.detail}") if why.detail else ""
        if why.disk:
            return self._of_disk(why.disk, title, said)
        place = self._places.get(why.id, "computer")
        if not said:
            return self._texts.say(f"plan.reasons.finding_open.{place}", title=title)
        return self._texts.say(f"plan.reasons.finding.{place}", title=title, said=said)

    def _of_disk(self, disk: str, title: str, said: str) -> str:
        if not said:
            return self._texts.say("plan.reasons.disk_finding_open", disk=shown(disk), title=title)
        return self._texts.say("plan.reasons.disk_finding", disk=shown(disk), title=title, said=said)

    def _of_gap(self, why: Why) -> str:
        check, cause = self._words.check(why.id), self._words.cause(Cause(why.detail))
        if why.disk:
            return self._texts.say("plan.reasons.disk_gap", disk=shown(why.disk), check=check, cause=cause)
        return self._texts.say("plan.reasons.gap", check=check, cause=cause)

    def _of_account(self, why: Why) -> str:
        name = self.service(why.id)
        if not why.detail:
            return self._texts.say("plan.reasons.account_open", name=name)
        if self._texts.has(f"outlives.{why.detail}.title"):
            what = self._texts.say(f"outlives.{why.detail}.title")
            return self._texts.say("plan.reasons.outlives", name=name, what=what)
        said = self._texts.say(f"accounts.account.answer.{why.detail}.label")
        return self._texts.say("plan.reasons.account", name=name, said=said)

    def _of_reply(self, why: Why) -> str:
        if why.id == "device":
            return self._texts.say(f"plan.device.{why.detail}")
        option = f"situation.questions.{why.id}.options.{why.detail}"
        if not self._texts.has(option):  # a question of another version
            return self._texts.say("plan.reasons.reply_unknown", question=why.id)
        title = self._texts.say(f"situation.questions.{why.id}.title")
        return self._texts.say("plan.reasons.reply_question", question=title, choice=self._texts.say(option))


def _way_of_doing(step: Step) -> str:
    """Return the key of how a change of the map is made; some accounts have a second step of their own."""
    _, do, *about = step.id.split(":")
    service = about[-1]
    return f"{do}_own" if about == [*account_id(service).split(":"), *code_id(service).split(":")] else do
