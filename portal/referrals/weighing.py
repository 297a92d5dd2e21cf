"""What a manager weighs of a referral, and how it would be put today."""
from flask_babel import gettext

from portal.decisions.models import Decision
from portal.decisions.weighing import hindrances
from portal.phrases import moment
from portal.referrals.cautions import cautions
from portal.referrals.text import proposal
from portal.rules import referral_terms as terms
from portal.rules.approval import DecisionKind


def warnings(decision, user):
    """What its writer was told too; and that a child is there already, whose letter is owed."""
    referral = decision.record
    told = hindrances(terms.check_case, referral.case.is_open) + cautions(referral)
    if referral.paper_due:
        told.append(gettext("Klien sudah diserahterimakan: suratnya perlu terbit paling lambat %(moment)s.", moment=moment(referral.paper_due)))
    return told


def brief(referral, asked):
    return [*referral.case.client.in_brief, referral.institution.name]


Decision.NOW[DecisionKind.REFERRAL] = lambda decision: proposal(decision.record)
Decision.WARNINGS[DecisionKind.REFERRAL] = warnings
Decision.BRIEF[DecisionKind.REFERRAL] = brief
