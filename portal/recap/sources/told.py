"""What figures tell cases apart by, for any set of them: who it is about, where they were reported, and what was in force at a period's end."""
import json

from peewee import JOIN, fn
from peewee import Case as Either

from portal import clock
from portal.accounts.teams import CareTeam
from portal.cases.history import CaseCategory, CaseReport
from portal.cases.models import Case
from portal.clients.models import Client
from portal.recap.sources.base import LEAD, Days, as_day, ask, code, coded, group_of, lead_of, years_on
from portal.reports.models import Report
from portal.rules.categories import Category
from portal.rules.crosstab import UNKNOWN

ALWAYS = (Case.id, Case.client, Case.category, Case.additional, Case.sub_type, Case.finished_at)
BORN = (Client.birth_date, Client.birth_precision, Client.age_estimate, Client.age_estimate_on)
OTHERS = {
    "officer": fn.COALESCE(LEAD.cast("TEXT"), UNKNOWN), "level": Case.level, "sex": coded(Client.sex), "education": coded(Client.education),
    "in_school": Either(None, [(Client.in_school, "yes"), (~Client.in_school, "no")], UNKNOWN), "origin": Client.origin, "place": Client.usual_place}
PLACED = frozenset(["district", "village", "channel"])
NAMES = frozenset(["age", *OTHERS, *PLACED])
NOWHERE = (None, None, None, None)
STREET = str(Category.STREET_CHILD)


def about_cases(ids, period, names=NAMES):
    """{case id: (client id, {dimension: code})} of the cases whose ids this query gives, with what these names ask for.

    The place and channel are those of the earliest report; category and sub-type those in force on the period's last day; the age is that on the
    same day, or today or on the day on which the case finished if that is earlier. Also `street`: whether a street child, and with the age `years`
    and `born`: what `years_on` asks to tell the age of another day.
    """
    others = [name for name in OTHERS if name in names]
    earlier, ages, found = categories_before(ids, period), Ages(period) if "age" in names else None, {}
    query = Case.select(*ALWAYS, *(OTHERS[name] for name in others), *(BORN if ages else ())).join(CareTeam)
    query = query.join(LEAD.model, JOIN.LEFT_OUTER, on=lead_of(CareTeam.id)) if "officer" in names else query
    for id, client, category, additional, sub_type, finished, *more in ask(query.join_from(Case, Client).where(Case.id.in_(ids))):
        category, additional, sub_type = earlier.get(id, (category, additional, sub_type))
        found[id] = client, {"category": category, "sub_type": code(sub_type), "street": STREET == category or STREET in listed(additional),
                             **dict(zip(others, more, strict=False)), **(ages.of(finished, more[-len(BORN):]) if ages else {})}
    return _placed(found, first_reports(ids)) if PLACED & names else found


def _placed(found, reports):
    """The same with the place and channel of the earliest report."""
    for id, (_client, values) in found.items():
        _id, *told = reports.get(id, NOWHERE)
        values["district"], values["village"], values["channel"] = map(code, told)
    return found


class Ages:
    """Tells the ages of clients on the last day of a period, or today or on the day on which a case finished if that is earlier."""

    def __init__(self, period):
        self._last, self._days = min(period.last, clock.today()), Days()

    def of(self, finished, born):
        """What is told of one age: its group, the years, and what they were told from."""
        years = years_on(min(self._last, self._days.of(finished) or self._last), *born)
        return {"age": group_of(years), "years": years, "born": born}


def first_reports(ids):
    """{case id: (case id, district, village, channel) of its earliest report}."""
    rows = (CaseReport.select(CaseReport.case, Report.district, Report.village, Report.channel).join(Report)
            .where(CaseReport.case.in_(ids)).order_by(Report.received_at.desc(), Report.id.desc()))
    return {row[0]: row for row in ask(rows)}


def categories_before(ids, period):
    """{case id: (category, additional, sub-type) in force on the period's last day} of those that changed later; the first where none was yet."""
    later = CaseCategory.select(CaseCategory.case).where(CaseCategory.since >= period.end)
    rows = (CaseCategory.select(CaseCategory.case, CaseCategory.since, CaseCategory.category, CaseCategory.additional, CaseCategory.sub_type)
            .where(CaseCategory.case.in_(later), CaseCategory.case.in_(ids)).order_by(CaseCategory.case, CaseCategory.since, CaseCategory.id))
    found = {}
    for case, since, *told in ask(rows):
        if case not in found or as_day(since) <= period.last:
            found[case] = tuple(told)
    return found


def listed(written):
    """The codes of a list as the database gave it."""
    return () if written == "[]" else json.loads(written)
