"""Every form of Sigap as it stands on its page, opened by somebody who may, and filled in as a careful person would."""
from datetime import date, datetime
from functools import cached_property

from portal import clock
from portal.assessments.considerations import Consideration
from portal.assessments.dtsen_updates import DtsenUpdate
from portal.casefile import closure
from portal.cases.models import Case
from portal.correspondence.matters import CaseMatter
from portal.correspondence.writing import Writing
from portal.db import BOOKKEEPING, TRAIL, db
from portal.decisions.models import Decision
from portal.letters.books import LetterBook
from portal.letters.models import Letter
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.models import Office
from portal.referrals.institutions import Institution
from portal.rules.approval import DecisionStep
from portal.rules.attendance import Mark
from portal.rules.decile import DtsenStatus
from portal.rules.letter_kind import LetterKind
from portal.rules.lifecycle import ClosingReason
from portal.rules.referral import AnswerStep
from portal.rules.roles import Role
from portal.rules.workdays import DayStanding
from portal.schema import tables
from portal.training.attendance.meetings import Meeting
from portal.training.models import Placement
from tests.conftest import PASSWORD
from tests.stories.reading import Reader
from tests.world import PHONE, approved, drafted, full_case, referred, town

# Where forms stand, by who fills them in.
PAGES = {
    "officer": """
        /reports/new /reports/{received}/correction /reports/{received}/triage /reports/{triaged}/verification /reports/{received}/merge
        /reports/{received}/disposition /reports/{received}/cancellation /reports/{received}/reply /reports/{received}/people
        /reports/{secret}/restriction/lifting
        /reports/people/{pending} /reports/people/{pending}/correction
        /clients/{client}/identity /clients/{client}/places /clients/{client}/school /clients/{client}/papers /clients/{client}/history
        /clients/{client}/aliases
        /clients/{client}/relations /clients/relations/{relation} /clients/{client}/consents /clients/consents/{consent}/withdrawal
        /clients/{client}/dtsen /clients/dtsen/{check}/correction
        /cases/new?report={verified}&client={newcomer} /cases/{calm}/contact /cases/{calm}/note /cases/{calm}/category /cases/{calm}/level
        /cases/{calm}/pause /cases/{calm}/cancellation /cases/{hidden}/restriction/lifting /cases/{calm}/team /cases/{calm}/closure
        /cases/{closed}/reopening /cases/{calm}/prints
        /conferences/case/{calm}/new /conferences/{conference} /conferences/{conference}/edit /conferences/{conference}/prints
        /conferences/resolutions/{resolution}
        /assessments/{assessment}/pages/1 /assessments/{assessment}/pages/2 /assessments/{assessment}/pages/3 /assessments/{assessment}/pages/4
        /assessments/{assessment}/pages/5 /assessments/{assessment}/pages/6 /assessments/{assessment}/pages/7 /assessments/{assessment}/review
        /assessments/considerations/case/{calm}/new /assessments/considerations/{returned}/request
        /assessments/considerations/{consideration}/coordination /assessments/considerations/{consideration}/answer
        /assessments/considerations/updates/{update}/proposal /assessments/considerations/updates/{put}/outcome
        /services/case/{calm}/new /services/case/{calm}/given
        /services/case/{calm}/planning /services/case/{calm}/needs /services/outside/case/{calm}/new
        /services/{service}/plan /services/{service}/delivery /services/{service}
        /referrals/case/{case}/new /referrals/{draft}/edit /referrals/{draft}/submission /referrals/{approved}/letter /referrals/{referral}/sending
        /referrals/{sent}/answer /referrals/{accepted}/handover /referrals/{handed}/feedback /referrals/{declined}/elsewhere
        /referrals/{declined}/instead /reports/{verified}/telling /referrals/{referral}
        /referrals/institutions/new /referrals/institutions/{institution}/edit
        /training/programmes/new /training/programmes/{programme}/edit /training/batches/new /training/batches/{batch}/edit
        /training/batches/{batch} /training/batches/{batch}/meetings/new /training/batches/{batch}/days/2026-03-02
        /training/case/{calm}/batches/{batch}
        /training/placements/{placement}/result /training/placements/{placement}/departure /training/placements/{passed}/follow-ups/1
        /training/placements/{placement}/supervision
        /training/placements/{passed}/result/correction /training/visits/{visit} /training/batches/{batch}/results/edit
        /correspondence/case/{calm}/new/insurance /correspondence/case/{calm}/new/statement /correspondence/case/{calm}/new/summons
        /correspondence/{writing} /correspondence/{writing}/wording /correspondence/{writing}/issue /correspondence/{summons}/wording
        /correspondence/{covering}/wording /correspondence/batch/{batch}/new/placement /correspondence/placement/{placement}/new/placement
        /correspondence/placement/{passed}/new/certificate /correspondence/batch/{batch}/certificates/issue
        /letters/outside/new /letters/{booked} /letters/{booked}/booking
        /files/case/{case} /accounts/password /reports /search/""",
    "stranger": "/cases/glass /cases/{case} /clients/{client} /reports/{report}",
    "manager": """
        /decisions/{decision} /decisions/several?id={decision}
        /letters/settings/templates/referral /letters/settings/books/new /letters/settings/books/1
        /letters/settings/books/1/skipped /letters/settings/codes/new /letters/settings/codes/1
        /recap/reports/list/export?period=2026-03&row=all&column=all /recap/spm/2026/spm_b""",
    "admin": """
        /accounts/new /accounts/{user}/edit /accounts/{user}/roles /accounts/{user}/deactivation /office/edit /office/sight
        /office/hours /office/hours/special/new /office/hours/special/{special} /office/targets/new /office/holidays /office/holidays/amend
        /office/answers
        /office/programmes/new
        /office/officials/new /office/officials/{official} /office/officials/{official}/leaving""",
    "nobody": "/login",
}
ELSEWHERE = ("/accounts/language", "/accounts/size", "/logout")
UNTYPED = ("csrf_token", "form_token", "pen", "seen", "next", "s")
# What a careful person types into the fields that words won't do for; other fields get words, and choices their first option.
TYPED = {
    "": "Uraian singkat saja", "ticket": "", "current": PASSWORD, "password": "sandi baru yang panjang", "repeat": "sandi baru yang panjang",
    "target": "{report_number}", "number": "{client_number}", "birth": "umur 12", "birth_year": "1985", "nik": "9901010101100001", "phone": PHONE,
    "at": "sekarang",
    "history_on": "hari ini", "asked_from": "sekarang", "review_on": "1-4-2026", "on": "hari ini", "given_on": "hari ini", "checked_on": "hari ini",
    "coordinated_on": "hari ini", "proposed_on": "hari ini", "decided_on": "hari ini", "valid_from": "hari ini",
    "answered_on": "hari ini", "dtsen_on": "hari ini", "age_on": "hari ini", "by_when": "20-3-2026", "answer_by": "9-3-2026", "starts": "6-4-2026",
    "ends": "30-9-2026", "join_until": "20-9-2026", "seats": "15", "sessions": "100", "min_attendance": "80",
    "quantity": "1", "rupiah": "150.000", "budget": "150.000", "realised": "100.000", "hours_per_day": "4", "min_age": "15", "max_age": "24",
    "allowance": "100.000", "income": "900.000", "daily_income": "50.000", "ended_on": "hari ini", "visited_on": "hari ini", "since": "hari ini",
    "until": "hari ini", "day": "hari ini", "meeting_at": "6-4-2026 10.00", "promised_on": "20-3-2026",
    "answer_hours": "4", "answer_days": "3", "feedback_days": "30", "due": "20-3-2026", "signed_on": "hari ini", "nip": "197508172000122001",
    "dtsen_decile": "3", "family_card": "9901010101100002", "jkn_card": "0001234567890",
    "serial": "", "date": "hari ini", "first": "80", "last": "82", "code": "460.1", "written": "",
    "opens": "07.30", "closes": "16.00", "email": "dinsos@example.go.id", "unit": "DINSOS", "username": "petugas.baru",
}
# Where that would not fit the other fields.
FITTING = {
    "/office/targets/new": {"cells-4-amount": "2"}, "/office/hours": {"days-4-closes": "11.00"},
    "/training/programmes/new": {"institution": ""}, "/training/programmes/{programme}/edit": {"institution": ""},
    "/letters/settings/books/new": {"pattern": "{{kode}}/{{urut}}/X/{{tahun}}"},
    "/cases/new?report={verified}&client={newcomer}": {"sub_type": ""}, "/cases/glass": {"number": "{number}"},
    "/clients/{client}/relations": {"number": ""}, "/clients/relations/{relation}": {"number": ""},
    "/training/batches/{batch}/meetings/new": {"on": "kemarin"}, "/referrals/{approved}/letter": {"mode": "ub"},
    "/services/case/{calm}/new": {"programme": ""}, "/services/case/{calm}/given": {"programme": ""},
    "/services/case/{calm}/planning": {"rows-1-goal": ""},
}


class Paper:
    """One form on one page: `controls` by name, each holding what a careful person would put there."""

    def __init__(self, browser, form, fitting, ids):
        self.browser, self.action, self.controls = browser, form.action, form.controls
        for name, control in form.controls.items():
            control.held = [str(value).format(**ids) for value in ([fitting[name]] if name in fitting else fill(control))]
        named = [{name: value} if name else {} for _, name, value in form.buttons]
        self.button = {} if {} in named or not named else named[-1]

    @property
    def fields(self):
        return [control for control in self.controls.values() if control.name not in UNTYPED]

    def sent(self, **changes):
        """What a browser would send, with some fields changed; None leaves a field out."""
        data = {name: control.held for name, control in self.controls.items() if control.held} | self.button | changes
        return {name: value for name, value in data.items() if value is not None}

    def send(self, look=None, **changes):
        """(the answer, what `look(answer)` said of the database then); whatever was saved is undone."""
        with db.atomic() as transaction:
            answer = self.browser.post(self.action, data=self.sent(**changes))
            seen = look(answer) if look else None
            transaction.rollback()
        if self.action.startswith("/office"):
            Office.current().take_effect()  # the process remembers what the office decided
        return answer, seen

    def follow(self, answer):
        """Open where an answer leads to."""
        return answer.location and self.browser.get(answer.location)

    def __repr__(self):
        return self.action


def fill(control):
    """What the control holds, or what a careful person would put there."""
    offered = [value for value in control.options if value]
    if any(control.held) or control.kind == "hidden":
        return [value.replace("{", "{{").replace("}", "}}") for value in control.held]
    if control.kind in ("radio", "select"):
        return offered[:1]
    if control.kind == "checkbox":
        return offered[-1:] if len(offered) > 1 else []
    return [TYPED.get(plain(control.name), TYPED[""])]


def plain(name):
    """The name of a field without its row and without what says that it is new or the reporter's."""
    return name.rsplit("-", 1)[-1].removeprefix("new_").removeprefix("reporter_")


class Desk:
    """Every form there is, on records that are ready for it; `changed` says whether opening the pages changed one."""

    def __init__(self, app, make):
        self.people = {"officer": make.user(), "manager": make.user(Role.MANAGER), "admin": make.user(Role.ADMIN), "stranger": make.user()}
        self.browsers = {who: app.test_client() for who in PAGES}
        for who, user in self.people.items():
            self.browsers[who].sign_in(user)
        self.ids = records(make, self.people)
        before = contents()
        self.papers = list({paper.action: paper for who, templates in PAGES.items() for paper in self._opened(who, templates)}.values())
        self.changed = contents() != before

    def _opened(self, who, templates):
        for template in templates.split():
            page = self.browsers[who].get(template.format(**self.ids))
            assert page.status_code == 200, (template, page.status_code)
            for form in Reader(page.text).forms:
                if not form.action.startswith(ELSEWHERE):
                    yield Paper(self.browsers[who], form, FITTING.get(template, {}), self.ids)

    @cached_property
    def filled(self):
        """{form: (status, contents)} of what comes of each when it is filled in with care."""
        return {paper: (answer.status_code, after) for paper in self.papers for answer, after in [paper.send(look=lambda _: contents())]}


def records(make, people):
    """{name: id} of records at every stage."""
    officer, manager = people["officer"], make.user(Role.MANAGER)
    ids = town(make)
    passed = full_case(make, ids, by=officer, manager=manager)
    ids |= full_case(make, ids, by=officer, manager=manager, passed=False)
    received, verified = make.report(by=officer), make.verified(by=officer, people=[{"name": "Rian Samudra"}], reporter_name="Ibu Ayu")
    calm = make.case(by=officer, met=True)
    with db.unit():  # a reason is written beside who is away
        Meeting.get_by_id(ids["meeting"]).take({each.id: (Mark.ABSENT, "") for each in Placement.select()}, by=officer)
    ids |= {"passed": passed["placement"], "visit": passed["visit"],
            "returned": passed["consideration"], "received": received.id, "pending": received.people.get().id,
            "triaged": make.triaged(by=officer, people=[]).id, "verified": verified.id, "newcomer": verified.people.get().client_id, "calm": calm.id,
            "secret": make.report(by=officer, restricted=True).id, "hidden": make.case(by=officer, restricted=True).id,
            "closed": closed(make, officer, manager).id, "user": people["stranger"].id}
    with db.unit():
        ids["special"] = WorkHours.special(by=people["admin"], name="Pekan tanggap banjir", since=date(2026, 6, 8), until=date(2026, 6, 12),
                                           hours={0: ("08.00", "12.00")}).id
        Holiday.amend(by=people["admin"], day=date(2026, 6, 15), standing=DayStanding.CLOSED, name="Hari Jadi", source="Edaran 800/12")
    with db.unit():
        ids["booked"] = Letter.book_outside(by=officer, book=LetterBook.main(), code="400.9.1", regarding="Undangan rapat").id
        place = Institution.get_by_id(ids["institution"])
        ids["summons"] = Writing.begin(CaseMatter("case", calm), LetterKind.SUMMONS, by=officer, meeting_at=datetime(2026, 4, 6, 2),
                                       meeting_place="Ruang rapat").letter.id
        ids["covering"] = Writing.begin(CaseMatter("case", calm), LetterKind.INTRODUCTION, by=officer, institution=place).letter.id
        calm.client.check_dtsen(by=officer, status=DtsenStatus.LISTED, decile=8, checked_on=clock.today())
        decide(passed["consideration"], DecisionStep.RETURN, manager)
        decide(ids["consideration"], DecisionStep.APPROVE, manager)
        put = DtsenUpdate.get_by_id(passed["update"]).propose(by=officer, proposed_to="Operator desa", proposed_on=clock.today())
        return ids | {"put": put.id} | referrals(ids, officer, manager)


def closed(make, officer, manager):
    case = make.case(by=officer)
    with db.unit():
        closure.propose(case, by=officer, reason=list(ClosingReason)[-1], text="Pindah ke kabupaten lain.")
        Decision.open_about(case).decide(DecisionStep.APPROVE, by=manager)
    return case


def decide(consideration, step, manager):
    Decision.open_about(Consideration.get_by_id(consideration)).decide(step, by=manager, reason="Lengkapi dulu.")


def referrals(ids, officer, manager):
    """{name: id} of one referral at each stage of both its lives."""
    case = Case.get_by_id(ids["case"])
    sent, accepted, handed, declined = (referred(case, ids, by=officer, manager=manager).send(by=officer, way="Kurir") for _ in range(4))
    declined.reply(AnswerStep.DECLINE, by=officer, note="Penuh.")
    for row in (accepted, handed):
        row.reply(AnswerStep.ACCEPT, by=officer)
    handed.hand_over(by=officer, receiver="Ibu Tini", handed_by="Siti", handed_place="RSJ Pelita")
    return {"draft": drafted(case, ids, by=officer).id, "approved": approved(case, ids, by=officer, manager=manager).id,
            "sent": sent.id, "accepted": accepted.id, "handed": handed.id, "declined": declined.id}


def contents():
    """{table: its rows} without bookkeeping, the trail, and what chance and the machine's own clock put there."""
    records = (model._meta for model in tables() if model._meta.table_name not in BOOKKEEPING | {TRAIL})
    return {meta.table_name: db.execute_sql(f'SELECT {columns_of(meta)} FROM "{meta.table_name}" ORDER BY id').fetchall()  # noqa: S608 our own names
            for meta in records}


def columns_of(meta):
    return ", ".join(f'"{field.column_name}"' for field in meta.sorted_fields if field.name not in ("password", "password_until"))
