"""The rows of the office as they stand in its file, and what the definitions make of a case in a period."""
import json
import sqlite3
from collections import defaultdict
from functools import cached_property

from tests.recap.days import LEVELS, NOW, OfficeDays, age, age_group, day, local

ALL, UNKNOWN = "all", "-"


class Raw:
    """A generated office; `rows(table)` are its rows by id."""

    def __init__(self, path):
        self.file = sqlite3.connect(path)
        self.file.row_factory = sqlite3.Row
        self._rows, self._about, self._seen, self._counted = {}, {}, {}, {}

    def ask(self, sql, *values):
        return self.file.execute(sql, values).fetchall()

    def rows(self, table):
        """{id: row}."""
        if table not in self._rows:
            self._rows[table] = {row["id"]: row for row in self.ask(f'SELECT * FROM "{table}" ORDER BY id')}
        return self._rows[table]

    @cached_property
    def days(self):
        return OfficeDays(self.rows("work_hours").values(), self.rows("holiday").values(), list(self.rows("level_target").values()))

    @cached_property
    def leads(self):
        """{care team: who leads it}."""
        return {team: user for team, user in self.ask("SELECT team_id, user_id FROM member WHERE lead = 1 AND until IS NULL")}

    @cached_property
    def first_reports(self):
        """{case: the earliest report}."""
        return dict(self.ask("SELECT case_id, (SELECT r.id FROM case_report x JOIN report r ON r.id = x.report_id WHERE x.case_id = c.case_id "
                             "ORDER BY r.received_at, r.id LIMIT 1) FROM case_report c GROUP BY case_id"))

    def below(self, table, column):
        """{id of what they hang on: [rows]}."""
        found = defaultdict(list)
        for row in self.rows(table).values():
            found[row[column]].append(row)
        return found

    @cached_property
    def categories(self):
        return self.below("case_category", "case_id")

    @cached_property
    def rounds(self):
        """{case: its earlier rounds that were not taken back}."""
        found = self.below("round", "case_id")
        return {case: [row for row in rows if not row["taken_back"]] for case, rows in found.items()}

    @cached_property
    def levels(self):
        return {case: sorted(rows, key=lambda row: (row["at"], row["id"])) for case, rows in self.below("level_change", "case_id").items()}

    @cached_property
    def pauses(self):
        return self.below("pause", "case_id")

    def moves(self, table, *steps):
        """{(id, step): moment of the last such move}, local."""
        marks = ", ".join("?" * len(steps))
        rows = self.ask(f"SELECT subject_id, step, occurred_at FROM transition WHERE subject = ? AND step IN ({marks}) ORDER BY id", table, *steps)
        return {(row[0], row[1]): local(row[2]) for row in rows}

    def counted(self, source, user, first, last):
        """The records of a source that count for somebody, each a dict of its own."""
        key = source, user, first, last
        if key not in self._counted:
            self._counted[key] = source(self, self.seen(user), first, last)
        return [dict(row) for row in self._counted[key]]

    def seen(self, user):
        """The care teams that count for somebody."""
        if user not in self._seen:
            self._seen[user] = self._teams(user)
        return self._seen[user]

    def _teams(self, user):
        """An officer's own and those that are not restricted, else all."""
        roles = {row[0] for row in self.ask("SELECT role FROM user_role WHERE user_id = ? AND until IS NULL", user)}
        if roles & {"manager", "auditor"}:
            return {row["id"] for row in self.rows("care_team").values() if row["staged"] is None}
        now = "2026-03-30 00:00:00"
        mine = {row[0] for row in self.ask("SELECT team_id FROM member WHERE user_id = ? AND since <= ? AND (until IS NULL OR until > ?)",
                                           user, now, now)}
        return {row["id"] for row in self.rows("care_team").values() if row["staged"] is None and (row["id"] in mine or not row["restricted"])}

    def cases(self, teams):
        """The cases that count: not those written down by mistake."""
        return [row for row in self.rows("case").values() if row["care_team_id"] in teams and row["stage"] != "cancelled"]

    def ran(self, case, first, last):
        """Whether a case ran at some time of these days, now or before it was reopened."""
        return any(local(row["t0"]).date() <= last and (row["finished_at"] is None or local(row["finished_at"]).date() >= first)
                   for row in (case, *self.rounds.get(case["id"], ())))

    def about(self, case, last):
        """What a case is told apart by at the end of a period, and `client`."""
        key = case["id"], last
        if key not in self._about:
            self._about[key] = self._describe(case, last)
        return dict(self._about[key])

    def _describe(self, case, last):
        client, report = self.rows("client")[case["client_id"]], self.rows("report")[self.first_reports[case["id"]]]
        history = sorted(self.categories[case["id"]], key=lambda row: (row["since"], row["id"]))
        told = next((row for row in reversed(history) if day(row["since"]) <= last), history[0])
        over = local(case["finished_at"])
        years = age(client, min(last, NOW.date(), *([over.date()] if over else [])))
        school = {None: UNKNOWN, 0: "no", 1: "yes"}[client["in_school"]]
        return {"case": case["id"], "client": client["id"], "district": report["district"], "village": report["village"] or UNKNOWN,
                "channel": report["channel"], "officer": str(self.leads[case["care_team_id"]]), "level": case["level"],
                "category": told["category"], "sub_type": told["sub_type"] or UNKNOWN, "sex": client["sex"] or UNKNOWN, "age": age_group(years),
                "education": client["education"] or UNKNOWN, "in_school": school, "years": years,
                "street": "04" in (told["category"], *json.loads(told["additional"]))}

    def judged(self, case, level, stop, until=None):
        """(level, when it was raised to it or None) by which a clock is judged: as they were at its stop, else as they are (or were by `until`)."""
        rows = [row for row in self.levels[case] if until is None or local(row["at"]) <= until]
        if stop:
            rows = [row for row in rows if local(row["at"]) <= stop] or self.levels[case][:1]
            level = rows[-1]["level"]
        rank = LEVELS.index
        rises = [after for before, after in zip(rows, rows[1:], strict=False) if rank(before["level"]) > rank(level) >= rank(after["level"])]
        return level, local(rises[-1]["at"]) if rises else None


def month(moment):
    """2026-03."""
    return f"{moment.year}-{moment.month:02}"
