"""Arithmetic of our own over days, hours and ages: read from the definitions, not from the portal."""
import json
from datetime import date, datetime, time, timedelta

import holidays

OFFSET = timedelta(hours=8)  # WITA
NOW = datetime(2026, 3, 30, 8, 0)  # local
WEEK = {day: (time(7, 30), time(16, 30) if day == 4 else time(16)) for day in range(5)}
LEVELS = ["emergency", "urgent", "ordinary", "monitoring"]
STEPS = ["find", "respond", "act", "finish"]
USUAL = {
    "emergency": ((30, "minutes"), (2, "hours"), (24, "hours"), (30, "working_days")),
    "urgent": ((4, "hours"), (1, "working_days"), (3, "working_days"), (14, "working_days")),
    "ordinary": ((1, "working_days"), (3, "working_days"), (7, "working_days"), (30, "working_days")),
    "monitoring": ((1, "working_days"), (7, "working_days"), (14, "working_days"), (60, "working_days")),
}
GROUPS = ((5, "age_0_5"), (12, "age_6_12"), (15, "age_13_15"), (17, "age_16_17"), (21, "age_18_21"), (59, "age_22_59"), (999, "age_60_up"))


def local(text):
    """The office's wall time of a stored moment, or None."""
    return datetime.fromisoformat(text) + OFFSET if text else None


def day(text):
    """A stored day, or None."""
    return date.fromisoformat(text) if text else None


def birthdays(born, on):
    """How many birthdays somebody has had; born on 29 February, it is 1 March in other years."""
    count = 0
    while True:
        year = born.year + count + 1
        try:
            following = date(year, born.month, born.day)
        except ValueError:
            following = date(year, 3, 1)
        if following > on:
            return count
        count += 1


def age(row, on):
    """Whole years of a client on a day, as young as what is known allows; None where nothing is."""
    if row["birth_date"]:
        born, known = day(row["birth_date"]), row["birth_precision"] or "day"
        if known == "month":
            born = (born.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        if known in ("year", "estimate"):
            born = date(born.year, 12, 31)
        return birthdays(born, on) if on >= born else 0
    if row["age_estimate"] is None:
        return None
    told = day(row["age_estimate_on"])
    passed = birthdays(told, on) if on >= told else -birthdays(on, told)
    return max(row["age_estimate"] + passed, 0)


def age_group(years):
    return "age_unknown" if years is None else next(name for last, name in GROUPS if years <= last)


class OfficeDays:
    """When the office was open, and how long its steps might take."""

    def __init__(self, hours, said, targets):
        self.national = holidays.country_holidays("ID", categories=("public", "government"), years=range(2022, 2028))
        self.said = {day(row["day"]): row["standing"] for row in said}
        self.hours = [(day(row["since"]), day(row["until"]), json.loads(row["hours"])) for row in hours if not row["withdrawn"]]
        self.targets, self._open = targets, {}

    def opens(self, on):
        """(from, to) of one day, or None."""
        if on not in self._open:
            self._open[on] = self._opens(on)
        return self._open[on]

    def _opens(self, on):
        said = self.said.get(on, "national")
        if said == "closed" or (said == "national" and on in self.national):
            return None
        special = [row for row in self.hours if row[1] and row[0] <= on <= row[1]]
        usual = [row for row in self.hours if not row[1] and row[0] <= on]
        week = max(special or usual, key=lambda row: row[0])[2]
        times = week.get(str(on.weekday()))
        return times and tuple(datetime.combine(on, time(*map(int, each.split(".")))) for each in times)

    def target(self, level, step, on):
        """(amount, unit) for a case that began on this day."""
        rows = [row for row in self.targets if row["level"] == level and row["clock"] == step and day(row["valid_from"]) <= on]
        if rows:
            row = max(rows, key=lambda each: (each["valid_from"], each["id"]))
            return row["amount"], row["unit"]
        return USUAL[level][STEPS.index(step)]

    def stretches(self, start, pauses, wall):
        """The stretches in which a clock runs from a moment on, one after the other."""
        on = start.date()
        while on < date(2027, 12, 31):
            whole = (datetime.combine(on, time()), datetime.combine(on + timedelta(1), time())) if wall else self.opens(on)
            yield from without(whole, start, pauses) if whole else ()
            on += timedelta(1)

    def minutes(self, start, end, pauses=(), wall=False):
        """Whole minutes that ran between two moments."""
        total = timedelta()
        for begun, over in self.stretches(start, pauses, wall):
            if begun >= end:
                break
            total += min(over, end) - begun
        return int(total.total_seconds()) // 60

    def after(self, start, minutes, pauses, wall):
        """The moment when so many minutes have run."""
        left = timedelta(minutes=minutes)
        for begun, over in self.stretches(start, pauses, wall):
            if over - begun >= left:
                return begun + left
            left -= over - begun

    def nth_close(self, start, count, pauses):
        """Closing time of the n-th working day after that of `start`."""
        on = start.date()
        while count:
            on += timedelta(1)
            span = self.opens(on)
            count -= bool(span) and not any(begun <= span[1] < over for begun, over in pauses)
        return span[1]

    def days_between(self, start, stop, pauses):
        """Working days after the day of `start`, up to that of `stop`."""
        on, count = start.date(), 0
        while on < stop.date():
            on += timedelta(1)
            span = self.opens(on)
            count += bool(span) and not any(begun <= span[1] < over for begun, over in pauses)
        return count

    def limit(self, level, step, t0, pauses, raised):
        """By when a clock had to stop."""
        found = self._from(t0, level, step, t0.date(), pauses)
        return max(found, self._from(raised, level, step, t0.date(), pauses)) if raised and raised > t0 else found

    def _from(self, start, level, step, on, pauses):
        amount, unit = self.target(level, step, on)
        if unit == "working_days":
            return self.nth_close(start, amount, pauses)
        return self.after(start, amount * (60 if unit == "hours" else 1), pauses, level == "emergency")


def without(span, start, pauses):
    """What is left of a stretch from `start` on, without the pauses."""
    left = [(max(span[0], start), span[1])] if span[1] > start else []
    for begun, over in pauses:
        left = [part for a, b in left for part in ((a, min(b, begun)), (max(a, over), b)) if part[0] < part[1]]
    return left
