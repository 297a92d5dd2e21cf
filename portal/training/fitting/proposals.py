"""A proposal puts a case before a manager for one batch; what the rules found is frozen with it."""
from flask_babel import force_locale, gettext

from portal import clock
from portal.cases.models import Case
from portal.db import db
from portal.decisions.models import Decision
from portal.phrases import day
from portal.rules import lifecycle
from portal.rules import placement as rules
from portal.rules.approval import DecisionKind
from portal.rules.client import ConsentKind
from portal.rules.placement import PlacementState, PlacementStep
from portal.rules.referral import ConsentBasis
from portal.rules.refused import Refused
from portal.rules.training import may_plan, may_propose
from portal.training.batches import Batch
from portal.training.fitting.asked import known_answers
from portal.training.fitting.fit import findings_of, first_day
from portal.training.fitting.sentences import lines
from portal.training.models import Placement, dates_of

Decision.SUBJECTS["placement"] = "training.placement"


def propose(batch, case, *, by, answers, reason="", keeper_joins=False, follows=None):
    """Propose a case for a batch, or propose it again after it was returned. `follows`: the placement whose batch was cancelled.

    Refused at a hard stop, without a reason where one is needed, when dates collide, and when batch or case are over.
    """
    db.lock()
    batch, case = Batch.get_by_id(batch.id), Case.get_by_id(case.id)
    _check(batch, case)
    found, kept = findings_of(case, batch, answers)
    may_propose(found, reason)
    _keep_consents(batch, case.client, answers, by=by)
    placement = _put(batch, case, by=by, findings=kept, override=reason, consent=answers.consent, consent_by=answers.consent_by,
                     assent=answers.assent, care=[str(each) for each in answers.care], supervision=answers.supervision, keeper_joins=keeper_joins,
                     proposed_by=by, proposed_at=clock.now(), **({"follows": follows} if follows else {}))
    Decision.ask(DecisionKind.PLACEMENT, placement, told(placement), by=by, care_team=case.care_team, number=case.number,
                 heading=case.heading, note=reason)
    return placement


def _check(batch, case):
    batch.check_joinable()
    lifecycle.may_work(case.stage)
    if batch.those(*rules.KNOWN).where(Placement.case == case).exists():
        raise Refused(rules.Why.ALREADY_THERE)
    rules.check_overlap((batch.starts, batch.ends), dates_of(case).tuples())


def _keep_consents(batch, client, answers, *, by):
    """What was agreed for this course stands with the client's other consents, where it can be withdrawn. For an adult nobody else agrees."""
    if client.is_child() is False:
        return
    known = known_answers(client)
    details = {"given_on": clock.today(), "note": batch.heading}
    if answers.consent and (answers.consent, answers.consent_by) != (known.consent, known.consent_by):
        client.record_consent(by=by, kind=ConsentKind.SERVICE, basis=answers.consent, given_by=answers.consent_by, **details)
    if answers.assent and not known.assent:
        client.record_consent(by=by, kind=ConsentKind.SERVICE, basis=ConsentBasis.OWN, **details)


def supervise(placement, *, by, seen=None, supervision):
    """Write the plan of supervision anew, as long as the place is asked for or theirs; a manager who has yet to decide is told of it."""
    may_plan(placement.state in rules.CLAIMING)
    return placement.change(by=by, seen=seen, supervision=supervision)


def _put(batch, case, *, by, **values):
    returned = batch.placements.where(Placement.case == case, Placement.state == PlacementState.RETURNED).first()
    if returned:
        return returned.move(PlacementStep.PROPOSE, by=by, **values)
    placement = Placement.begin(by=by, batch=batch, case=case, **values)
    placement.note_move(PlacementStep.PROPOSE, "", PlacementState.PROPOSED, by=by)
    return placement


def told(placement, findings=None):
    """What the manager reads: the course, its room, what the rules found (kept, or `findings` of today), and why it is proposed all the same."""
    batch, case, programme = placement.batch, placement.case, placement.batch.programme
    age, findings = case.client.age(first_day(batch, placement)), placement.findings if findings is None else findings
    with force_locale("id"):
        return [
            [gettext("Kasus"), case.heading],
            [gettext("Usia saat mulai"), f"{'' if age.exact else '± '}{age.years}" if age else gettext("Belum diketahui")],
            [gettext("Program"), programme.name], [gettext("Kejuruan"), programme.trade], [gettext("Penyelenggara"), programme.provider],
            [gettext("Angkatan"), batch.number], [gettext("Jadwal"), f"{day(batch.starts)} – {day(batch.ends)}"],
            [gettext("Tempat terisi"), gettext("%(taken)d dari %(seats)d", taken=batch.taken, seats=batch.seats)],
            *([line.word, f"{line.text} ({line.law})" if line.law else line.text] for line in lines(findings)),
            *_agreed(placement), [gettext("Alasan"), placement.override],
        ]


def _agreed(placement):
    """What was agreed for it, and what follows for the team."""
    yield [gettext("Izin"), placement.consent]
    if placement.supervision:
        yield [gettext("Rencana pengawasan dan APD"), placement.supervision]
    if placement.keeper_joins:
        yield [gettext("Penanggung jawab angkatan ikut tim kasus"), True]


@Decision.effect(DecisionKind.PLACEMENT)
def placement_decided(decision, step, by):
    """An approval gives a seat or a place on the waiting list; the other steps follow the life of the placement."""
    Placement.get_by_id(decision.subject_id).decided(PlacementStep(step), by=by, reason=decision.reason)


def undoable(decision):
    """Whether the approval can still be taken back: until the batch starts, on the waiting list until it ends."""
    placement = Placement.get_by_id(decision.subject_id)
    return rules.undoable(placement.state, placement.batch.state)


Decision.UNDOABLE[DecisionKind.PLACEMENT] = undoable
Decision.MAKERS[DecisionKind.PLACEMENT] = lambda decision: Placement.get_by_id(decision.subject_id).makers
