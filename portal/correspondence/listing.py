"""Which letters stand with a record: its own, and for a case those about what hangs on it."""
from functools import reduce
from operator import or_

from portal.conferences.models import Conference
from portal.correspondence.courses import BatchMatter
from portal.letters.models import Letter
from portal.referrals.models import Referral
from portal.rules.correspondence import SORTS, About
from portal.training.models import Placement
from portal.training.paper.papers import BESIDE


def letters_of(matter, user):
    """Every letter about a Matter that this person sees whole, the newest first; of a case those of its reports too."""
    about = [(matter.about, [matter.record.id])]
    if matter.about == About.CASE:
        about = [*below(matter.case), (About.REPORT, [report.id for report in matter.case.reports_for(user)])]
    return list(Letter.whole_to(user).where(about_any(about)).order_by(Letter.id.desc()))


def written_of(case):
    """Those that people wrote about a case, its conferences and its referrals, for its timeline."""
    return Letter.select().where(about_any(below(case)), Letter.kind.in_([str(kind) for kind in SORTS]))


def below(case):
    """[(table, ids)] of a case and of what hangs on it that letters are written about."""
    return [(About.CASE, [case.id]), (About.CONFERENCE, Conference.select(Conference.id).where(Conference.case == case)),
            (About.REFERRAL, Referral.select(Referral.id).where(Referral.case == case)),
            (About.PLACEMENT, Placement.select(Placement.id).where(Placement.case == case))]


@BESIDE.append
def of_batch(batch, user):
    """The letters about a batch on its page of papers."""
    matter = BatchMatter(About.BATCH, batch)
    return "correspondence/_of_batch.html", {"letters": letters_of(matter, user), "kinds": matter.kinds}


def about_any(records):
    """The condition of letters about any of these [(table, ids)]."""
    return reduce(or_, [(Letter.about == str(table)) & Letter.about_id.in_(ids) for table, ids in records])
