"""What stands in the columns of each table, from its records; and the figures of a whole table by (line, column)."""
from fractions import Fraction

from tests.recap import flow, records, training
from tests.recap.flow import STEPS
from tests.recap.raw import ALL, UNKNOWN

UNITS = ("day", "time", "package", "piece", "person", "document", "month", UNKNOWN)
FUNDS = ("apbd", "apbn", "baznas", "csr", "community", "other", UNKNOWN)
STATES = {"verified": "verified", "merged": "merged", "handed": "handed_over", "outside": "outside", "unfounded": "unfounded"}
KEPT = ("on_time", "late", "overdue", "running", "unreached")
AIMS = {"completed": "yes", "certified": "yes", "placed": "yes", "school": "yes", "off-street-6": "no", "off-street-12": "no"}
OPEN_AIMS = ("placed", "off-street-6", "off-street-12")
FREE = ("place", "origin")
MOST = 15


def heads(rows, name="client"):
    """How many persons."""
    return len({row[name] for row in rows})


def across(outer, inner=None, of=len):
    """The columns of one dimension or of two, with their totals."""
    def cells(rows):
        found = {}
        for a in (*{row[outer] for row in rows}, ALL):
            these = [row for row in rows if a in (ALL, row[outer])]
            if inner is None:
                found[a] = of(these)
            for b in (*{row[inner] for row in these}, ALL) if inner else ():
                found[f"{a}/{b}"] = of([row for row in these if b in (ALL, row[inner])])
        return found
    return cells


def of_reports(rows):
    minutes = [row["minutes"] for row in rows if row["minutes"] is not None]
    return {"all": len(rows), "carried": sum(row["carried"] for row in rows), "over": sum(row["over"] for row in rows),
            "minutes": Fraction(sum(minutes), len(minutes)) if minutes else None,
            **{key: sum(row["state"] == state for row in rows) for key, state in STATES.items()}}


def of_services(rows):
    given = [row for row in rows if row["given"]]
    some = {"people": given, "male": [row for row in given if row["sex"] == "L"], "female": [row for row in given if row["sex"] == "P"],
            "child": [row for row in given if row["child"] is True], "adult": [row for row in given if row["child"] is False],
            "wanted": [row for row in rows if row["wanted"]]}
    return {key: heads(these) for key, these in some.items()} | {"times": len(given), "rupiah": sum(row["rupiah"] for row in given)} | {
        f"volume-{unit}": sum(row["quantity"] for row in given if row["unit"] == unit) for unit in UNITS} | {
        f"fund-{fund}": sum(row["rupiah"] for row in given if row["fund"] == fund) for fund in FUNDS}


def of_needy(rows):
    served, fulfilled = (sum(row[name] for row in rows) for name in ("served", "fulfilled"))
    return {"all": len(rows), "served": served, "fulfilled": fulfilled, "unserved": len(rows) - served,
            "percent": int(Fraction(fulfilled, len(rows)) * 100) if rows else None}


def of_clocks(rows):
    counts = {each: sum(row["kept"] == each for row in rows) for each in KEPT}
    judged = counts["on_time"] + counts["late"] + counts["overdue"]
    took = [row["took"] for row in rows if row["took"]]
    return {"all": len(rows), **counts, "percent": int(Fraction(counts["on_time"], judged) * 100 + Fraction(1, 2)) if judged else None,
            "median": rank(took, 50), "ninetieth": rank(took, 90)}


def rank(took, percent):
    """By nearest rank, of lengths that are counted alike."""
    if len({unit for _amount, unit in took}) != 1:
        return None
    amounts = sorted(amount for amount, _unit in took)
    place = next(n for n in range(1, len(amounts) + 1) if n * 100 >= percent * len(amounts))
    return amounts[place - 1], took[0][1]


def of_way(rows):
    found = {step: heads([row for row in rows if step in row["made"]], "person") for step in STEPS}
    for step in STEPS[1:]:
        days = sorted(row["took"][step] for row in rows if step in row["made"] and row["took"][step] is not None)
        found[f"{step}-days"] = days[-(-len(days) // 2) - 1] if days else None
    return found


def of_trainings(rows):
    ages = sorted(row["years"] for row in rows if row["years"] is not None)
    found = {"all": len(rows), "male": sum(row["sex"] == "L" for row in rows), "female": sum(row["sex"] == "P" for row in rows),
             "ages": None if not ages else str(ages[0]) if ages[0] == ages[-1] else f"{ages[0]}–{ages[-1]}"}
    for aim, answer in AIMS.items():
        tally = {each: sum(row[aim] == each for row in rows) for each in ("yes", "no", "unknown", "pending")}
        known = tally["yes"] + tally["no"]
        found[f"{aim}-{answer}"] = tally[answer]
        found[f"{aim}-percent"] = int(Fraction(tally[answer], known) * 100 + Fraction(1, 2)) if known else None
        if aim in OPEN_AIMS:
            found |= {f"{aim}-unknown": tally["unknown"], f"{aim}-pending": tally["pending"]}
    return found


def of_all(rows):
    return {"all": len(rows)}


def street(raw, teams, first, last):
    return [row for row in records.running(raw, teams, first, last) if row["street"]]


# {table: (its records, its columns)}; those whose columns may be chosen have a function that makes them.
TABLES = {
    "reports": (records.reports, of_reports),
    "people": (records.running, across("category", "sex", heads)),
    "street-children": (street, across("age", "sex", heads)),
    "circumstances": (records.living, lambda name: across(name, of=heads)),
    "opened": (records.opened, lambda name: across(name)),
    "client-register": (records.opened, across("sex", of=heads)),
    "services": (records.services, of_services),
    "spm": (records.needy, of_needy),
    "spm-districts": (records.needy, of_needy),
    "clocks": (records.clocks, of_clocks),
    "way": (flow.passages, of_way),
    "flow": (flow.passages, across("door")),
    "referrals": (records.referrals, across("answer")),
    "tickets": (records.tickets, across("reply")),
    "deciles": (records.deciles, across("category", of=heads)),
    "considerations": (records.considerations, across("consideration")),
    "training": (training.trainings, of_trainings),
    "register-cases": (records.booked, of_all),
    "register-referrals": (records.referrals, of_all),
    "register-handovers": (records.handovers, of_all),
}


def counted(name, raw, user, first, last, *, filters=None, rows=(), columns="", least=1):
    """{(line, column): figure} of a table; `columns` is the dimension across where it is chosen."""
    source, cells = TABLES[name]
    found = [row for row in raw.counted(source, user, first, last) if all(row[key] == code for key, code in (filters or {}).items())]
    for free in FREE:
        if free in (*rows, columns):
            fold(found, free, least)
    cells = cells(columns) if columns else cells
    lines = {ALL: found}
    for row in found:
        lines.setdefault("/".join(row[key] for key in rows), []).append(row)
    return {(line, column): value for line, these in lines.items() for column, value in cells(these).items()}


def fold(rows, name, least):
    """What was written most often stays as it is; the rest is one."""
    people = {}
    for row in rows:
        people.setdefault(row[name], set()).add(row["client"])
    common = sorted((text for text in people if text and len(people[text]) >= least), key=lambda text: (-len(people[text]), text))[:MOST]
    for row in rows:
        row[name] = row[name] if row[name] in common else "other" if row[name] else UNKNOWN
