"""How far the people of reports came, and by which door they left."""
from tests.recap.days import local
from tests.recap.raw import UNKNOWN, month

STEPS = ["received", "verified", "opened", "met", "assessed", "served", "closed"]
GONE = ("merged", "handed_over", "outside", "unfounded", "cancelled")


def passages(raw, teams, first, last):
    """One a person of a report that came in in the period; also of those that were cancelled."""
    verified, reports = raw.moves("report", "verify"), raw.rows("report")
    carried = {}
    for row in raw.ask("SELECT x.report_id, c.client_id, c.id FROM case_report x JOIN 'case' c ON c.id = x.case_id ORDER BY c.id"):
        case, key = raw.rows("case")[row[2]], (row[0], row[1])
        if key not in carried or case["stage"] != "cancelled":
            carried[key] = case
    found = []
    for person in raw.rows("report_person").values():
        report = reports[person["report_id"]]
        came = local(report["received_at"])
        if report["care_team_id"] in teams and first <= came.date() <= last:
            case = carried.get((report["id"], person["client_id"]))
            found.append({"person": person["id"], "district": report["district"], "channel": report["channel"], "level": report["level"],
                          "month": month(came)} | _way(report, person, case, came, verified.get((report["id"], "verify"))))
    return found


def _way(report, person, case, came, verified):
    """Which steps were made and when, the door, and the last step made."""
    moments = {"received": came, "verified": verified}
    if report["state"] in GONE or case is None or case["stage"] == "cancelled":
        door = report["state"] if report["state"] in GONE else {"not_found": "nobody_found", "not_needed": "not_needed"}.get(
            person["outcome"], "cancelled" if case is not None else "here")
        far = "verified" if verified else "received"
    else:
        closed = case["stage"] == "closed"
        stood = case["closing_from"] if case["stage"] in ("closing", "closed") else case["stage"]
        moments |= {"opened": local(case["opened_at"]), "met": None if stood == "outreach" else local(case["met_at"]),
                    "assessed": local(case["assessed_at"]), "served": local(case["served_at"]),
                    "closed": local(case["finished_at"]) if closed else None}
        door = (case["closing_reason"] or UNKNOWN) if closed else "here"
        far = [step for step in STEPS[:-1] if moments[step]][-1]
    made = {step for step in STEPS[:-1] if STEPS.index(step) <= STEPS.index(far)} | ({"closed"} if moments.get("closed") else set())
    return {"passed": far, "door": door, "made": made, "took": {step: _days(moments, step) for step in STEPS}}


def _days(moments, step):
    """Days since the last step made before; None where it was not made."""
    before = [moments[each] for each in STEPS[:STEPS.index(step)] if moments.get(each)]
    if not before or not moments.get(step):
        return None
    return max((moments[step].date() - max(before).date()).days, 0)
