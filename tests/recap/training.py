"""What became of those whose training ended, as domain 6.3 and the page say it."""
from calendar import monthrange
from datetime import date, timedelta

from tests.recap.days import NOW, age, age_group, day

TODAY = NOW.date()
BEFORE = timedelta(days=14)  # a visit counts for its milestone from two weeks before
GOOD = ("working", "own_business", "school")
NEXT = {1: 3, 3: 6, 6: 12}


def trainings(raw, teams, first, last):
    """Those that ended in the period and did not go on in another batch."""
    cases = {case["id"]: case for case in raw.cases(teams)}
    taught = ("active", "passed", "not_passed", "left_early")
    rows = raw.rows("placement").values()
    went_on = {row["follows_id"] for row in rows if row["state"] in taught}
    visits, providers, found = raw.below("follow_up", "placement_id"), _providers(raw), []
    for row in rows:
        over, case = day(row["ended_on"]), cases.get(row["case_id"])
        if case is None or row["state"] not in taught[1:] or not over or not first <= over <= last or row["id"] in went_on:
            continue
        batch = raw.rows("batch")[row["batch_id"]]
        programme = raw.rows("programme")[batch["programme_id"]]
        years = age(raw.rows("client")[case["client_id"]], day(batch["starts"]))
        found.append(raw.about(case, last) | {
            "programme": str(programme["id"]), "batch": str(batch["id"]), "provider": providers[programme["id"]], "trade": programme["trade"],
            "year": str(over.year), "years": years, "age": age_group(years)}
            | _measures(row, over, [each for each in visits[row["id"]] if not each["cancelled"]]))
    return found


def _providers(raw):
    """{programme: the first programme of the same provider}."""
    found = {}
    for row in raw.rows("programme").values():
        same = next(each for each in raw.rows("programme").values()
                    if (each["institution_id"] and each["institution_id"] == row["institution_id"])
                    or (not each["institution_id"] and not row["institution_id"] and each["provider"].casefold() == row["provider"].casefold()))
        found[row["id"]] = str(same["id"])
    return found


def _measures(row, over, visits):
    """{aim: yes, no, unknown or pending}."""
    met = [each for each in visits if each["status"] != "not_found"]
    early = [each for each in met if each["months"] in (1, 3)]
    hoped = {months: "pending" if _unknown_from(over, months) > TODAY else "unknown" for months in (3, 6, 12)}

    def within_three(good):
        if any(each["status"] in good for each in early):
            return "yes"
        return "no" if any(each["months"] == 3 for each in early) else hoped[3]

    def off_street(months):
        seen = [each for each in met if each["months"] <= months]
        if any(each["status"] == "back_on_street" for each in seen):
            return "no"
        return "yes" if any(each["months"] == months for each in seen) else hoped[months]
    return {"completed": "yes" if row["state"] == "passed" else "no", "certified": "yes" if row["certificate"] else "no",
            "placed": within_three(GOOD), "school": within_three(("school",)), "off-street-6": off_street(6), "off-street-12": off_street(12)}


def _unknown_from(over, months):
    """The day from which nobody waits for this milestone any more: that of the next one's first visit, or a month after the last."""
    if months in NEXT:
        return later(over, NEXT[months]) - BEFORE
    return later(over, months) + timedelta(days=30)


def later(on, months):
    """The same day so many months later, or the last of a shorter month."""
    year, place = divmod(on.month - 1 + months, 12)
    return date(on.year + year, place + 1, min(on.day, monthrange(on.year + year, place + 1)[1]))
