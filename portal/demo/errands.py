"""What is arranged for a client of the demo: services, referrals, a place in a course."""
from datetime import date, timedelta

from portal import clock
from portal.conferences.models import Conference
from portal.conferences.resolutions import Resolution
from portal.correspondence.matters import CaseMatter
from portal.correspondence.writing import Writing
from portal.demo.stage import YEAR
from portal.office.models import Official
from portal.referrals.models import Referral
from portal.rules.conference import ResolutionStep
from portal.rules.correspondence import About
from portal.rules.decile import Programme
from portal.rules.referral import ConsentBasis
from portal.rules.referral_terms import Shared
from portal.rules.service import ServiceState
from portal.services.models import Service
from portal.services.outside import OutsideCare
from portal.training.fitting.fit import Answers
from portal.training.fitting.proposals import propose

WITH_NIK = list(Shared)
ALL_BUT_NIK = [Shared.NAME, Shared.BIRTH, Shared.SEX, Shared.ADDRESS, Shared.CATEGORY]
FOR_STRANGERS = [Shared.BIRTH, Shared.SEX, Shared.CATEGORY]
ANSWER_DAYS = timedelta(days=7)


class Errands:
    """The half of a Story that reaches outside the office; institutions and courses go by their names in `partners`."""

    def confer(self, kind, *, chair, decisions, **told):
        """A case conference, now; `decisions` are (what, user name or somebody outside, day such as "04-10")."""
        known = {name: self.town[name] if name in self.town.people else None for _, name, _ in decisions}
        rows = [{"what": what, "user": known[who], "person": "" if known[who] else who, "due": date.fromisoformat(f"{YEAR}-{day}")}
                for what, who, day in decisions]
        return Conference.hold(self.case, by=self.by, at=clock.now(), kind=kind, chair=self.town[chair], note_taker=self.by, resolutions=rows, **told)

    def carry_out(self, what, outcome):
        """A decision of a conference, by how it begins, is done, now."""
        row = Resolution.of(self.case).where(Resolution.what.startswith(what)).get()
        row.settle(ResolutionStep.DO, by=self.by, at=clock.now(), outcome=outcome)

    def service(self, what):
        """The service whose details begin so, as it stands."""
        return Service.of(self.case).where(Service.what.startswith(what)).get()

    def plan(self, kind, what, *, goal, by_when, **plan):
        """Plan a basic service or a ministry programme: the need that the assessment wrote down, else a new one. `by_when` is "04-10"."""
        day = date.fromisoformat(f"{YEAR}-{by_when}")
        plan = plan | {"what": what, "goal": goal, "by_when": day, "owner": self.by}
        if isinstance(kind, Programme):
            return Service.propose(self.case, by=self.by, programme=kind, **plan)
        needed = Service.of(self.case).where(Service.spm == kind, Service.state == ServiceState.NEEDED).first()
        return needed.plan(by=self.by, **plan) if needed else Service.propose(self.case, by=self.by, spm=kind, **plan)

    def give(self, spm, what, **given):
        """A service that does not wait for a plan."""
        Service.give(self.case, by=self.by, spm=spm, what=what, **given)

    def deliver(self, what, evidence="", **given):
        """A planned service is given, now."""
        self.service(what).deliver(by=self.by, evidence=evidence, **given)

    def end(self, what, step, reason):
        """A planned service is declined or needed no more."""
        self.service(what).end(step, by=self.by, reason=reason)

    def place_outside(self, care, what, *, by_when, review_on, **told):
        """A place away from the parents, put to a manager; the days are "04-10"."""
        days = {"by_when": date.fromisoformat(f"{YEAR}-{by_when}"), "review_on": date.fromisoformat(f"{YEAR}-{review_on}")}
        return OutsideCare.propose(self.case, by=self.by, care=care, what=what, owner=self.by, **days, **told)

    def place_again(self, placement, **told):
        """A returned one is told better and put again."""
        placement = OutsideCare.get_by_id(placement.id)
        known = {name: getattr(placement, name) for name in ("impossible", "kin_tried", "child_view", "review_on")}
        plan = {name: value for name, value in placement.planned.items() if name != "who"}
        placement.propose_again(by=self.by, **known | plan | told)

    def referral(self, institution):
        """The latest referral of the case to this place, as it stands."""
        return Referral.of(self.case).where(Referral.institution == self.town.institutions[institution]).get()

    def draft_referral(self, institution, kind, *, service, reason, summary, consent, shared=ALL_BUT_NIK, **details):
        """A referral in words of its own, not yet put to anybody."""
        return Referral.draft(self.case, by=self.by, institution=self.town.institutions[institution], kind=kind, service=service, reason=reason,
                              summary=summary, consent=consent, shared=shared, copies="Arsip", answer_by=clock.today() + ANSWER_DAYS, **details)

    def refer(self, institution, kind, **told):
        """A referral, put to a manager at once."""
        return self.draft_referral(institution, kind, **told).submit(by=self.by)

    def refer_again(self, referral, **better):
        """A returned referral, or a draft that made itself, told better and put to a manager."""
        return Referral.get_by_id(referral.id).amend(by=self.by, **better).submit(by=self.by)

    def refer_tonight(self, institution, kind, service, consent=ConsentBasis.VITAL_INTEREST):
        """An urgent referral: the client goes first, its letter follows within a working day."""
        self.draft_referral(institution, kind, service=service, reason="Keadaan darurat, tidak dapat menunggu surat.", urgent=True, consent=consent,
                            summary=self.told.report(0)["narrative"], shared=FOR_STRANGERS if self.told.restricted else ALL_BUT_NIK,
                            escort="Petugas yang menangani")

    def submit_paper(self, institution):
        """The letter of an urgent referral is put to a manager."""
        self.referral(institution).submit(by=self.by)

    def issue(self, referral):
        """The approved letter gets its number; the head of the office signs."""
        Referral.get_by_id(referral.id).issue(Official.head(), by=self.by)

    def write(self, kind, institution=None, *, issued=False, **asked):
        """A letter about the case, with the office's words; the head of the office signs where it is issued at once."""
        place = self.town.institutions[institution] if institution else None
        writing = Writing.begin(CaseMatter(About.CASE, self.case), kind, by=self.by, institution=place, **asked)
        if issued:
            writing.issue(Official.head(), by=self.by)

    def send(self, referral, way):
        Referral.get_by_id(referral.id).send(by=self.by, way=way)

    def hear(self, institution, step, note=""):
        """The institution answers."""
        self.referral(institution).reply(step, by=self.by, note=note)

    def hand_over(self, institution, receiver, title):
        """The client is with them, and somebody signed for it."""
        place = self.town.institutions[institution].name
        self.referral(institution).hand_over(by=self.by, handed_by=self.by.name, receiver=receiver, receiver_title=title, handed_place=place)

    def come_back(self, institution, step, note=""):
        """The institution reports, or is done."""
        self.referral(institution).come_back(step, by=self.by, note=note)

    def propose_for(self, batch, *, consent_by, supervision=""):
        """Propose the client for a course, with the guardian's consent and their own assent."""
        answers = Answers(consent=ConsentBasis.GUARDIAN, consent_by=consent_by, assent=True, health_letter=True, supervision=supervision)
        return propose(self.town.batch(batch), self.case, by=self.by, answers=answers)
