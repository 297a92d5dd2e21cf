"""Referrals by the local day on which they were made, and hand-overs by the day on which they took place."""
from flask_babel import lazy_gettext as _
from flask_babel import lazy_pgettext

from portal.accounts.teams import CareTeam
from portal.cases.models import Case
from portal.labels import label
from portal.phrases import local_day
from portal.recap.dimensions import AGE, CATEGORY, DISTRICT, LEVEL, MONTH, OFFICER, SEX, SUB_TYPE
from portal.recap.kinds import ANSWER, DESTINATION, PAPER, REFERRAL_KIND
from portal.recap.sources import outline
from portal.recap.sources.base import Source, ask, group_of, within, years_on
from portal.recap.sources.base import local_day as day_of
from portal.recap.sources.told import about_cases
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.rules.crosstab import Fact
from portal.rules.lifecycle import Stage
from portal.rules.period import month_of
from portal.rules.referral import AnswerState, PaperState

FIELDS = (Referral.id, Referral.case, Institution.kind, Referral.kind, Referral.paper_state, Referral.answer_state)
OVER = (AnswerState.COMPLETED, AnswerState.CAME_BACK, AnswerState.DECLINED, AnswerState.SILENT)
DIMENSIONS = (DESTINATION, ANSWER, PAPER, REFERRAL_KIND, DISTRICT, CATEGORY, SUB_TYPE, SEX, AGE, LEVEL, OFFICER, MONTH)


def made(sight, period):
    """One fact a referral that was begun in the period, but for those whose paper was cancelled."""
    return _facts(sight, period, Referral.made_at, Referral.paper_state != PaperState.CANCELLED)


def handed(sight, period):
    """One fact a hand-over of the period."""
    return _facts(sight, period, Referral.handed_at, Referral.handed_at.is_null(False))


def _facts(sight, period, moment, condition):
    query = (Referral.select(*FIELDS, moment).join(Institution).switch(Referral).join(Case).join(CareTeam)
             .where(sight.teams, Case.stage != Stage.CANCELLED, within(moment, period), condition))
    cases, found = about_cases(query.select(Referral.case), period), []
    for id, case, destination, kind, paper, answer, at in ask(query):
        (client, values), on = cases[case], day_of(at)
        found.append(Fact(id, client, values | {"destination": destination, "referral_kind": kind, "paper": paper, "answer": answer,
                                                "month": str(month_of(on)), "age": group_of(years_on(on, *values["born"]))}))
    return found


def rows(ids, user):
    """The referrals behind a figure whose cases exist for this person, in the order of their numbers."""
    return Referral.visible_to(user).where(Referral.id.in_(ids)).order_by(Referral.id)


def handovers(ids, user):
    """The hand-overs behind a figure whose cases exist for this person, the first first."""
    return Referral.visible_to(user).where(Referral.id.in_(ids)).order_by(Referral.handed_at, Referral.id)


def result(row, around):
    """How it ended; empty while it goes on."""
    return label(row.answer_state) if row.answer_state in OVER else ""


NUMBER = [(_("Nomor"), lambda row, around: row.number)]
DAY = [(_("Tanggal"), lambda row, around: local_day(row.made_at))]
ABOUT = [
    *outline.CATEGORY,
    (lazy_pgettext("rujukan", "Tujuan"), lambda row, around: row.institution.name),
    (_("Layanan"), lambda row, around: row.service),
    (_("Jawaban"), lambda row, around: label(row.answer_state)),
    (_("Serah terima"), lambda row, around: local_day(row.handed_at)),
    (_("Hasil"), result),
]
# What was asked for and what came back may name somebody: it stays in the office.
LEAVING = [(_("Kode tujuan"), lambda row, around: label(row.institution.kind)), (_("Jenis rujukan"), lambda row, around: label(row.kind))]
HANDED = [
    (_("Lembaga"), lambda row, around: row.institution.name),
    (_("Diserahkan oleh"), lambda row, around: row.handed_by),
    (_("Diterima oleh"), lambda row, around: ", ".join(part for part in (row.receiver, row.receiver_title) if part)),
    (_("Tempat"), lambda row, around: row.handed_place),
]
HANDED_ON = [(_("Tanggal"), lambda row, around: local_day(row.handed_at))]
REFERRALS = Source(
    "referrals", lazy_pgettext("banyak", "rujukan"), DIMENSIONS, made, rows=rows, url=outline.leading("referrals.show"),
    listed=[*NUMBER, *DAY, *outline.CLIENT, *outline.discreet(ABOUT)],
    exported=[*NUMBER, *outline.CASE, *DAY, *outline.CLIENT, *outline.CATEGORY, *LEAVING, *(ABOUT[place] for place in (1, 3, 4, 5))])
HANDOVERS = Source(
    "handovers", _("serah terima"), DIMENSIONS, handed, rows=handovers, url=outline.leading("referrals.show"),
    listed=[*NUMBER, *HANDED_ON, *outline.CLIENT, *outline.discreet(HANDED)],
    exported=[*NUMBER, *outline.CASE, *HANDED_ON, *outline.CLIENT, HANDED[0]])
