"""What the program says about a step of the plan: from ids to sentences, for window, paper and terminal."""

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.model.looked import Cause
from checkup.model.step import Step, Why, WhyKind
from checkup.model.visit import Visit


class PlanWords:
    """Says the steps of one visit's plan in one language."""

    def __init__(self, texts: Texts, visit: Visit, words: FindingWords, services: Services) -> None:
        self._texts = texts
        self._words = words
        self._services = services
        findings = (finding for result in visit.results for finding in result.findings)
        self._findings = {finding.about: finding for finding in findings}

    def title(self, step: Step) -> str:
        """Return what to do."""
        return self._texts.say(f"steps.{step.rule}.title", name=self._name(step))

    def how(self, step: Step) -> str:
        """Return how to do it, in a few sentences."""
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
                cause = self._words.cause(Cause(why.detail))
                return say("plan.reasons.gap", check=self._words.check(why.id), cause=cause)
            case WhyKind.REPLY:
                return self._of_reply(why)

    def service(self, service: str) -> str:
        """Return what people call a service; one not known here is called by its id."""
        if not self._services.knows(service):
            return service
        return self._services.find(service).name_in(self._texts.language.value)

    def _name(self, step: Step) -> str:
        about = step.id.partition(":")[2]
        if step.service:
            return self.service(step.service).partition(" (")[0]
        if about in self._findings:
            return self._words.name(self._findings[about])
        return step.name

    def _of_finding(self, why: Why) -> str:
        finding = self._findings.get(why.id)
        title = self._words.title(finding) if finding else why.name
        if not why.detail:
            return self._texts.say("plan.reasons.finding_open", title=title)
        said = self._texts.say(f"computer.answers.{why.detail}")
        return self._texts.say("plan.reasons.finding", title=title, said=said)

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
