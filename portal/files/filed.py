"""The files of a case and of what belongs to it, as the checklists of referrals ask for them."""
from flask import url_for

from portal.files.models import File
from portal.referrals.checklist import Checklist


@Checklist.FILED.append
def filed(case, user):
    """[(title, address)] of the files that this person sees, those of the case first, the newest of each first."""
    own = [each for each in File.of(case) if each.is_kept]
    return [(each.title, url_for("files.of", kind=each.subject, id=each.subject_id)) for each in [*own, *File.beside(case, user)]]
