"""Special considerations of the invented office."""
from bench.office.rows import NOW, Days, weighed
from portal.assessments.considerations import Consideration
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.consideration import ConsiderationReason, ConsiderationState, ConsiderationStep, CoordinationState, CoordinationStep
from portal.rules.decile import Programme

VERDICTS = {DecisionStep.APPROVE: (ConsiderationStep.APPROVE, ConsiderationState.APPROVED),
            DecisionStep.REFUSE: (ConsiderationStep.REFUSE, ConsiderationState.REFUSED)}


class Considered:
    """For what hangs below a case: somebody outside the decile rule."""

    def _consideration(self, course, since):
        """Somebody outside the decile rule is put to a manager, and then to the Sentra."""
        reason = weighed(self.chance, dict.fromkeys(ConsiderationReason, 1))
        programme = weighed(self.chance, {None: 1, Programme.ATENSI: 2, Programme.PBI_JK: 1})
        row = self.rows.add(Consideration, case=course.row["id"], programme=programme, reason=reason, text="Keluarga jatuh miskin.",
                            state=ConsiderationState.REQUESTED, made_by=course.lead, asked_at=since)
        self.rows.move(Consideration, row, ConsiderationStep.REQUEST, "", ConsiderationState.REQUESTED, by=course.lead, at=since)
        asked = self.rows.ask(DecisionKind.CONSIDERATION, Consideration, row, course.row, by=course.lead, at=since)
        at, by = self.days.later(since, 10), course.manager
        if at >= NOW:
            return
        verdict = DecisionStep.APPROVE if self.chance.random() < .8 else DecisionStep.REFUSE
        step, state = VERDICTS[verdict]
        said = "" if verdict == DecisionStep.APPROVE else "Belum cukup alasan."
        self.rows.decide(asked, verdict, by=by, at=at, reason=said)
        course.busy.append(at)
        row["state"] = state
        self.rows.move(Consideration, row, step, ConsiderationState.REQUESTED, state, by=by, at=at, reason=said)
        if verdict == DecisionStep.APPROVE:
            self._coordinate(course, row, at)

    def _coordinate(self, course, row, at):
        row["coordination"] = CoordinationState.OPEN
        answered = self.days.later(at, 100)
        if answered < NOW and self.chance.random() < .8:
            row.update(coordination=CoordinationState.ANSWERED, institution="Sentra Harapan Samudra", contact="Ibu Prameswari",
                       coordinated_on=Days.day(at), answer="Dapat diterima.", answered_on=Days.day(answered))
            self.rows.move(Consideration, row, CoordinationStep.ANSWER, CoordinationState.OPEN, CoordinationState.ANSWERED, by=course.lead,
                           at=answered)
