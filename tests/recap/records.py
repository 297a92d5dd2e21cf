"""What each table counts, one dict a record, as the definitions say; `teams` are the care teams that count for who asks."""
from collections import defaultdict

from tests.recap.days import NOW, STEPS, age, age_group, day, local
from tests.recap.raw import UNKNOWN, month

ITEMS = {"caregiver": "E1", "activity": "H1", "sleeps": "D2", "schooling": "G1"}


def reports(raw, teams, first, last):
    """Reports by the day on which they came in, but for those cancelled."""
    verified, carried = raw.moves("report", "verify"), defaultdict(set)
    for row in raw.ask("SELECT x.report_id, c.stage FROM case_report x JOIN 'case' c ON c.id = x.case_id WHERE c.stage <> 'cancelled'"):
        carried[row[0]].add(row[1])
    found = []
    for row in raw.rows("report").values():
        came = local(row["received_at"])
        if row["care_team_id"] in teams and row["state"] != "cancelled" and first <= came.date() <= last:
            stop = verified.get((row["id"], "verify"))
            wall = row["level"] == "emergency" and raw.days.target("emergency", "find", came.date())[1] != "working_days"
            found.append({"month": month(came), "channel": row["channel"], "district": row["district"], "level": row["level"],
                          "officer": str(raw.leads[row["care_team_id"]]), "state": row["state"], "carried": bool(carried[row["id"]]),
                          "over": carried[row["id"]] == {"closed"}, "minutes": stop and raw.days.minutes(came, stop, wall=wall)})
    return found


def running(raw, teams, first, last):
    """Cases that ran at some time of the period."""
    return [raw.about(case, last) for case in raw.cases(teams) if raw.ran(case, first, last)]


def living(raw, teams, first, last):
    """The same with what the clients' own words and the latest assessment say."""
    found, put = running(raw, teams, first, last), {}
    for row in sorted(raw.rows("assessment").values(), key=lambda row: row["n"]):
        if row["state"] in ("submitted", "accepted") and local(row["submitted_at"]).date() <= last:
            put[row["case_id"]] = row["id"]
    answers = {(row["assessment_id"], row["item"]): row["value"] for row in raw.rows("answer").values() if not row["taken_back"]}
    for one in found:
        client = raw.rows("client")[one["client"]]
        for name, item in ITEMS.items():
            value = answers.get((put.get(one["case"]), item))
            one[name] = UNKNOWN if value is None else str(value)
        one.update(place=" ".join(client["usual_place"].lower().split()), origin=" ".join(client["origin"].lower().split()))
    return found


def opened(raw, teams, first, last):
    """Cases by the day of t0, and again by that of each round before a reopening."""
    return [raw.about(case, last) | {"month": month(local(each["t0"]))} for case in raw.cases(teams)
            for each in (case, *raw.rounds.get(case["id"], ())) if first <= local(each["t0"]).date() <= last]


def booked(raw, teams, first, last):
    """Cases by the day on which they were opened."""
    return [raw.about(case, last) | {"month": month(local(case["opened_at"]))} for case in raw.cases(teams)
            if first <= local(case["opened_at"]).date() <= last]


def services(raw, teams, first, last):
    """Services given in the period, and those needed by people whose cases ran in it."""
    cases, noted, found = {case["id"]: case for case in raw.cases(teams)}, raw.moves("service", "need"), []
    for row in raw.rows("service").values():
        case = cases.get(row["case_id"])
        if case is None or row["state"] == "cancelled":
            continue
        at = local(row["delivered_at"]) if row["state"] == "delivered" else None
        given = at is not None and first <= at.date() <= last
        wanted = noted[row["id"], "need"].date() <= last and raw.ran(case, first, last)
        if given or wanted:
            one = raw.about(case, last)
            years = age(raw.rows("client")[case["client_id"]], at.date()) if given else one["years"]
            found.append(one | {"age": age_group(years), "child": None if years is None else years < 18, "given": given, "wanted": wanted,
                                "service": row["spm"] or row["programme"] or row["care"], "quantity": row["quantity"] or 0,
                                "unit": row["unit"] or UNKNOWN, "rupiah": row["rupiah"] or 0, "fund": row["fund"] or UNKNOWN})
    return found


def needy(raw, teams, first, last):
    """People of a type who needed a basic service from 1 January to the period's end, and whether they were served."""
    january = last.replace(month=1, day=1)
    moves = raw.moves("service", "need", "find_unneeded", "decline")
    theirs, found = defaultdict(list), []
    of_case = raw.below("service", "case_id")
    for case in sorted(raw.cases(teams), key=lambda row: (row["t0"], row["id"])):
        if case["spm_type"]:
            theirs[case["client_id"], case["spm_type"]].append(case)
    for (client, spm_type), cases in theirs.items():
        counted = [(case, *dates) for case in cases for row in of_case[case["id"]] if (dates := _need(row, moves, january, last))]
        if counted:
            case = next(case for case in cases if any(each[0] is case for each in counted))
            done = [(given is not None and given <= last, ended is not None and ended <= last) for _case, given, ended in counted]
            found.append(raw.about(case, last) | {"client": client, "spm_type": spm_type, "served": any(given for given, _ in done),
                                                  "fulfilled": all(given or ended for given, ended in done)})
    return found


def _need(row, moves, january, last):
    """(day given, day closed) of a basic service that counts in the year so far, else None."""
    if row["spm"] is None or row["state"] == "cancelled":
        return None
    given = local(row["delivered_at"]).date() if row["state"] == "delivered" else None
    step = {"not_needed": "find_unneeded", "declined": "decline"}.get(row["state"])
    ended = moves[row["id"], step].date() if step else None
    noted, settled = moves[row["id"], "need"].date(), given or ended
    pending_before = noted < january and (settled is None or settled >= january)
    return (given, ended) if january <= noted <= last or pending_before else None


def clocks(raw, teams, first, last):
    """The four clocks of each round that began in the period."""
    return [each for case in raw.cases(teams) for row in (case, *raw.rounds.get(case["id"], ()))
            if first <= local(row["t0"]).date() <= last for each in _four(raw, case, row, last)]


def _four(raw, case, row, last):
    """What each of them came to, by the level in force when it stopped; of one that did not, by the level now or at the round's end."""
    t0, over = local(row["t0"]), row is not case or case["stage"] == "closed"
    ended = local(row["finished_at"])
    until = ended if row is not case else None
    read_at = ended if over else NOW
    served, assessed = local(row["served_at"]), local(row["assessed_at"])
    stops = local(row["found_at"]), local(row["met_at"]), max(served, assessed) if served and assessed else None, ended
    report = raw.rows("report")[raw.first_reports[case["id"]]]
    about = {"case": case["id"], "month": month(t0), "officer": str(raw.leads[case["care_team_id"]]),
             "category": case["category"], "sub_type": case["sub_type"] or UNKNOWN, "district": report["district"], "channel": report["channel"]}
    for step, stop in zip(STEPS, stops, strict=True):
        at = stop or read_at
        pauses = [(local(each["began_at"]), min(local(each["ended_at"]) or at, at)) for each in raw.pauses[case["id"]]
                  if each["began_at"] and local(each["began_at"]) <= at]
        level, raised = raw.judged(case["id"], row["level"], stop, until)
        limit = raw.days.limit(level, step, t0, pauses, raised)
        came_to = ("on_time" if stop <= limit else "late") if stop else "overdue" if read_at > limit else "unreached" if over else "running"
        yield about | {"step": step, "level": level, "kept": came_to, "took": stop and _took(raw.days, level, step, t0, stop, pauses)}


def _took(days, level, step, t0, stop, pauses):
    """(amount, in what it is counted)."""
    if days.target(level, step, t0.date())[1] == "working_days":
        return days.days_between(t0, stop, pauses), "days"
    wall = level == "emergency"
    return days.minutes(t0, stop, pauses, wall), "wall" if wall else "open"


def referrals(raw, teams, first, last, column="made_at"):
    """Referrals by the day on which they were made, but for those whose paper was cancelled."""
    cases, kinds, found = {case["id"]: case for case in raw.cases(teams)}, raw.rows("institution"), []
    for row in raw.rows("referral").values():
        at, case = local(row[column]), cases.get(row["case_id"])
        if case is not None and at and first <= at.date() <= last and (column == "handed_at" or row["paper_state"] != "cancelled"):
            found.append(raw.about(case, last) | {
                "destination": kinds[row["institution_id"]]["kind"], "referral_kind": row["kind"], "paper": row["paper_state"],
                "answer": row["answer_state"], "month": month(at), "age": age_group(age(raw.rows("client")[case["client_id"]], at.date()))})
    return found


def handovers(raw, teams, first, last):
    """By the day on which a client was handed over."""
    return referrals(raw, teams, first, last, "handed_at")


def deciles(raw, teams, first, last):
    """People of the period with what DT-SEN last said of them by its end."""
    best = {}
    for row in raw.rows("dtsen_check").values():
        if row["state"] == "kept" and day(row["checked_on"]) <= last:
            weight = row["status"] != "not_checked", row["checked_on"], row["id"]
            if row["client_id"] not in best or weight > best[row["client_id"]][0]:
                best[row["client_id"]] = weight, str(row["decile"]) if row["status"] == "listed" else row["status"]
    return [one | {"decile": best.get(one["client"], (None, "not_checked"))[1]} for one in running(raw, teams, first, last)]


def considerations(raw, teams, first, last):
    """Special considerations by the day on which they were last asked for."""
    cases = {case["id"]: case for case in raw.cases(teams)}
    return [raw.about(cases[row["case_id"]], last) | {"reason": row["reason"], "consideration": row["state"]}
            for row in raw.rows("consideration").values()
            if row["case_id"] in cases and row["asked_at"] and first <= local(row["asked_at"]).date() <= last]


def tickets(raw, teams, first, last):
    """Reports with a ticket, and whether their sender was answered in time."""
    days, found = next(iter(raw.rows("office").values()))["reply_days"], []
    for row in raw.rows("report").values():
        came = local(row["received_at"])
        counts = row["care_team_id"] in teams and row["state"] != "cancelled" and row["channel"] in ("hotline_171", "sp4n")
        if counts and first <= came.date() <= last:
            due, said = local(row["reply_due"]) or raw.days.nth_close(came, days, ()), local(row["replied_at"])
            reply = ("in_time" if said <= due else "late") if said else "awaited" if due >= NOW else "overdue"
            found.append({"report_state": row["state"], "channel": row["channel"], "district": row["district"], "level": row["level"],
                          "month": month(came), "reply": reply})
    return found
