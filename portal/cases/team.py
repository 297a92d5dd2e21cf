"""Who works on a case and who may see it: its team, its restriction, and sight in an emergency."""
from portal.accounts.models import User
from portal.accounts.teams import Member, in_force
from portal.cases.models import Case
from portal.clients.models import Client
from portal.decisions.models import Decision
from portal.reports import sight
from portal.rules import care_team
from portal.rules.approval import DecisionKind, DecisionStep
from portal.rules.numbers import Book, read, say
from portal.rules.refused import Refused
from portal.rules.roles import May, Role


def members(case):
    """The memberships that last, the lead first; sight in an emergency is not one."""
    return case.care_team.members()


def glimpses(case):
    """Every sight in an emergency on this case, the newest first, for the managers to look at."""
    return Member.select(Member, User).join(User).where(Member.team == case.care_team, Member.break_glass_reason != "").order_by(Member.id.desc())


def is_member(case, user):
    return members(case).where(Member.user == user).exists()


def candidates(case=None):
    """Active officers and managers by name, without those in the team already: [(id, name)]."""
    inside = {member.user_id for member in members(case)} if case else set()
    return [(user.id, user.name) for user in User.who_may(May.READ_CASES) if user.id not in inside]


def officers():
    """Active officers by name: [(id, name)], those who can lead a case."""
    return [(user.id, user.name) for user in User.with_role(Role.OFFICER)]


def chosen(id):
    """The person of the office whom somebody chose by this id; None when nobody was."""
    return User.get(User.id == id) if id else None


def may_change(case, user):
    """Whether this person is shown the forms that change the team."""
    return care_team.changes_offered(user.roles, is_lead=case.lead == user)


def admit(case, user, *, by):
    """One more person works on the case and sees it whole."""
    care_team.may_change_team(by.roles, is_lead=case.lead == by)
    care_team.may_add(is_member(case, user))
    case.care_team.join(user, by=by)
    return case


def hand_lead(case, user, *, by):
    """A member takes the lead; the earlier lead stays in the team."""
    care_team.may_change_team(by.roles, is_lead=case.lead == by)
    care_team.may_lead_or_leave(is_member(case, user))
    case.care_team.join(user, by=by, lead=True)
    return case


def part(case, user, *, by):
    """A member leaves; everybody may leave by themselves, the lead hands over first."""
    care_team.may_change_team(by.roles, is_lead=case.lead == by, is_self=user == by)
    care_team.may_lead_or_leave(is_member(case, user))
    case.care_team.leave(user, by=by)
    return case


def restrict(case, *, by):
    """Hide the case, its client and its reports from everybody but the team and the managers, at once."""
    for each in (case, *case.reports):
        each.care_team.restrict(by=by)
    return case


def ask_to_lift(case, *, by, reason):
    """Ask a manager to let the other officers see the outline again."""
    return Decision.ask(DecisionKind.UNRESTRICT, case, lifting_told(case, reason), by=by, care_team=case.care_team, number=case.number,
                        heading=case.heading, note=reason)


def lifting_told(case, reason):
    """What a manager reads of it."""
    sight_now = "Kasus terbatas" if case.care_team.restricted else "Kasus biasa"
    return [["Kasus", case.number], ["Sekarang", sight_now], ["Diusulkan", "Kasus biasa"], ["Alasan", reason]]


def break_glass(number, *, by, reason):
    """Sight of one case for 24 hours, by its exact number; returns the case. Hidden cases too: that is what it is for."""
    spoken = read(number)
    case = Case.get_or_none(Case.number == say(*spoken)) if spoken and spoken[0] == Book.CASE else None
    if case is None:
        raise Refused(care_team.Why.NO_SUCH_CASE)
    return case.break_glass(by=by, reason=reason)


def glass_until(case, user):
    """When this person's sight in an emergency ends (naive UTC), or None when they have none."""
    glass = case.care_team.memberships.where(Member.user == user, Member.break_glass_reason != "", in_force()).order_by(Member.id.desc()).first()
    return glass.until if glass and not is_member(case, user) else None


@Decision.effect(DecisionKind.UNRESTRICT)
def lifting_decided(decision, step, by):
    """Approved, the case and those of its reports that belong to no other hidden case are ordinary again; undone, they are not."""
    case = Case.get_by_id(decision.subject_id)
    if step == DecisionStep.APPROVE:
        case.care_team.lift(by=by)
        for report in case.reports:
            if report.care_team.restricted and not sight.held_by_case(report):
                sight.lift(report, by=by)
    elif step == DecisionStep.UNDO:
        restrict(case, by=by)


@Client.HIDES.append
def reports_of_cases(client):
    """With a hidden client are hidden the reports of their cases."""
    return [report.care_team for case in client.cases for report in case.reports]


Client.APPEARS["running_case"] = lambda client, user: Case.running_of(client)
Decision.UNDOABLE[DecisionKind.UNRESTRICT] = lambda decision: not decision.care_team.restricted
