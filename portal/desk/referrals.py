"""Referrals as tasks until each is answered and over: for the officers of its team, and for the managers, who see everybody's."""
from portal.desk.found import FACE, Keyed
from portal.desk.tasks import Task, Tasks
from portal.referrals.due import owed_among
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.referrals.tasks import asked
from portal.rules.referral_due import Owed

SHOWN = (Referral.id, Referral.number, Referral.paper_state, Referral.case, Referral.institution, Institution.id, Institution.name)


@Tasks.source
def referrals(tasks):
    """One task for each thing owed, in a fixed number of questions."""
    source = f"FROM referral JOIN institution ON institution.id = referral.institution_id {tasks.reach.of_open_cases('referral.case_id')}"

    def tell(keys):
        shown = {row.id: row for row in Referral.whole_to(tasks.user).where(Referral.id.in_([id for id, _, _ in keys])).select(*SHOWN, *FACE)}
        return {key: told(tasks, shown[key[0]], Owed(key[1]), key[2]) for key in keys if key[0] in shown}
    return Keyed(tasks.days, [(limit, (id, str(what), limit)) for limit, id, what in owed_among(source)], tell)


def told(tasks, row, what, limit):
    """The Task of one thing that a referral is owed."""
    each, = asked(row, [(what, limit)], tasks.user)
    return Task(f"{each.what}: {row.institution.name}", row.number, row.case.client.called, each.url, None, each.limit, each.mark, each.left,
                row.case.level, each.can, row.case.client.initials)
