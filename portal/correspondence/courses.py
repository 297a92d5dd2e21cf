"""Letters about training: about one placement, which is a case's, and about a batch, which is nobody's and so names nobody."""
from functools import cached_property

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.clients.models import Alias, Client
from portal.correspondence import matters
from portal.correspondence.matters import CaseMatter, Matter
from portal.decisions.models import Decision
from portal.labels import label
from portal.letters.models import Letter
from portal.letters.templates import of_office
from portal.phrases import day
from portal.rules import certificate as rules
from portal.rules.correspondence import About
from portal.rules.letter import LetterState
from portal.rules.letter_kind import LetterKind, MergeField
from portal.rules.letter_number import DEFAULT_CODE, spelled
from portal.rules.placement import CONCLUDED, STAYED, PlacementState
from portal.rules.trades import Trade
from portal.training.batches import Batch
from portal.training.models import Placement
from portal.training.planning import plan_of

# What a certificate says of how it ended; who left early gets none.
ENDED_AS = {PlacementState.PASSED: "lulus", PlacementState.NOT_PASSED: "telah selesai mengikutinya"}
NEVER = (PlacementState.CANCELLED, PlacementState.REFUSED)


class PlacementMatter(CaseMatter):
    """One participant of one batch: before the course a letter to who teaches, after it a certificate."""

    @property
    def number(self):
        return self.case.number

    @property
    def heading(self):
        return f"{self.case.heading} · {self.record.batch.number}"

    @property
    def has(self):
        return {"seated": self.record.state == PlacementState.ACTIVE, "finished": self.record.state in CONCLUDED}

    @property
    def cancelled(self):
        return super().cancelled or self.record.state in NEVER

    @property
    def place(self):
        """Who teaches, where that is a place of the directory."""
        return self.record.batch.programme.institution

    @property
    def offered(self):
        return [kind for kind in self.kinds if kind != LetterKind.CERTIFICATE or not certificates_of([self.record])]

    def check_new(self, kind):
        """Refused also for a second certificate, until the first is cancelled."""
        super().check_new(kind)
        rules.check_first(kind not in self.offered)

    def follow(self, letter, *, by):
        """The place carries the number of the office's certificate while it has no other, and as long as that counts."""
        before, after = ("", letter.number) if letter.state == LetterState.ISSUED else (letter.number, "")
        counts = letter.kind == LetterKind.CERTIFICATE and letter.number and self.record.state == PlacementState.PASSED
        if counts and self.record.certificate == before:
            self.record.change(by=by, certificate=after)

    def check_copies(self, letter):
        """Refused for copies of a certificate whose result was put right since."""
        if letter.kind == LetterKind.CERTIFICATE:
            rules.check_result(letter.wording["result"], ending(self.record))

    def frozen(self, wording):
        """How the participant stood: a certificate says it."""
        return {"wording": wording | {"result": ending(self.record)}}

    @property
    def values(self):
        row = self.record
        starts, ends = row.batch.starts, row.batch.ends
        if row.state in CONCLUDED:
            starts, ends = max(starts, row.seated_on or starts), row.ended_on or ends
        return of_course(row.batch, starts, ends) | {MergeField.PARTICIPANTS: counted(1), MergeField.RESULT: ENDED_AS.get(row.state)}


class BatchMatter(Matter):
    """A whole batch: what is said of it names no participant, and of those whose case is restricted it says nothing."""

    case = client = None
    level, code, referred, restricted, cancelled = None, DEFAULT_CODE, (), False, False

    @property
    def called(self):
        return self.record.programme.name

    @property
    def initials(self):
        return self.record.number

    def team(self, by):
        """Whoever sees courses reads it; whoever began it is asked to issue it."""
        return CareTeam.around(by, by=by)

    @cached_property
    def people(self):
        """The ids of the placements that it counts, in the order of its list."""
        return [row.id for row in counted_in(self.record)]

    @property
    def has(self):
        return {"seated": not self.record.is_over and bool(self.people)}

    @property
    def place(self):
        return self.record.programme.institution

    def names_for(self, user):
        """Whom its words must not name: everybody of the batch who exists for this person, so that it can't be asked who the others are."""
        theirs = Placement.visible_to(user).where(Placement.batch == self.record).select(Case.client)
        named = Client.select(Client.name, Client.alias).where(Client.id.in_(theirs)).tuples()
        return [*(name for row in named for name in row if name), *(row.name for row in Alias.select().where(Alias.client.in_(theirs)))]

    @property
    def values(self):
        return of_course(self.record, self.record.starts, self.record.ends) | {MergeField.PARTICIPANTS: counted(len(self.people))}

    def frozen(self, wording):
        """Who was counted when it was issued: what goes with it lists the same."""
        return {"wording": wording | {"listed": self.people}}


def ending(placement):
    """[state, day] of how a course ended for somebody, as a certificate keeps it."""
    return [str(placement.state), placement.ended_on.isoformat() if placement.ended_on else ""]


def of_course(batch, starts, ends):
    """What the merge fields bring of a course."""
    programme, hours = batch.programme, plan_of(batch).hours
    return of_office() | {
        MergeField.COURSE: programme.subject, MergeField.TRADE: str(label(Trade(programme.trade))), MergeField.BATCH: batch.number,
        MergeField.PROVIDER: programme.provider, MergeField.COURSE_PLACE: batch.where, MergeField.COURSE_STARTS: day(starts),
        MergeField.COURSE_ENDS: day(ends), MergeField.COURSE_HOURS: str(hours) if hours else "",
    }


def counted(people):
    """12 (dua belas) orang."""
    return f"{people} ({spelled(people)}) orang"


def counted_in(batch):
    """The placements with a seat that a letter about the whole batch counts; whose case is restricted gets a letter of their own."""
    return (Placement.joined().where(Placement.batch == batch, Placement.state.in_(STAYED), ~CareTeam.restricted)
            .order_by(Placement.case, Placement.id))


def certificates_of(placements):
    """{placement id: its certificate that was not cancelled}, drafts included, in one statement."""
    rows = Letter.select().where(Letter.about == About.PLACEMENT, Letter.about_id.in_([row.id for row in placements]),
                                 Letter.kind == LetterKind.CERTIFICATE, Letter.state != LetterState.CANCELLED)
    return {row.about_id: row for row in rows}


Decision.SUBJECTS["batch"] = "training.papers"
matters.MODELS.update({About.PLACEMENT: Placement, About.BATCH: Batch})
matters.PAGES.update({About.PLACEMENT: "training.placement", About.BATCH: "training.papers"})
matters.SEEN.update({About.PLACEMENT: PlacementMatter, About.BATCH: BatchMatter})
