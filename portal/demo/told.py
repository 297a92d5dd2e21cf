"""What the file of demo cases tells, as the verbs want to hear it."""
import json
from datetime import date
from pathlib import Path

from portal.rules.categories import Category, SubType
from portal.rules.channels import Channel
from portal.rules.danger import Danger
from portal.rules.decile import DtsenSource, DtsenStatus
from portal.rules.nik import Sex
from portal.rules.report import ReporterRelation
from portal.rules.triage import Flag, FlagAnswer

FILE = Path(__file__).parent.parent / "data" / "demo_cases.json"
CHANNEL = {"171": Channel.HOTLINE_171}
DANGER = {"Ya": Danger.YES, "Belum tahu": Danger.UNKNOWN, "Tidak": Danger.NO}
DTSEN = {"Terdaftar": DtsenStatus.LISTED, "Tidak terdaftar": DtsenStatus.NOT_LISTED, "Belum dicek": DtsenStatus.NOT_CHECKED}


class Told:
    """A case as the file writes it down: a dict of reports, people, category, DT-SEN check and answers."""

    def __init__(self, case):
        self.case = case
        self.answers = case["answers"]
        self.expected = case["expected"]
        self.restricted = case["restricted"]

    def report(self, n):
        """The details of the n-th report (0 the first), without its people."""
        told = self.case["reports"][n]
        reporter = told.get("reporter", {})
        return {
            "channel": CHANNEL.get(told["channel"]) or Channel(told["channel"]), "ticket": told.get("ticket"),
            "district": told["kecamatan"], "village": told["desa"], "place": told["place"], "narrative": told["narrative"],
            "danger": DANGER[told["danger"]], "alone_at_night": told.get("alone_at_night", False),
            "reporter_name": reporter.get("name", ""), "reporter_relation": ReporterRelation.PUBLIC if reporter else ReporterRelation.ANONYMOUS,
        }

    def flags(self, n=0):
        """The eight red flags as triage answered them."""
        seen = self.case["reports"][n].get("flags", [])
        return {flag: FlagAnswer.YES if flag in seen else FlagAnswer.NO for flag in Flag}

    def people(self, on):
        """The details of each person as the report knows them on that day; a nickname stands for the name."""
        return [self._person(person, on) for person in self.case["people"]]

    @staticmethod
    def _person(told, on):
        person = {"name": told.get("name") or told["alias"], "sex": Sex(told["sex"]), "nik": told.get("nik")}
        if "birth_date" in told:
            return person | {"birth_date": date.fromisoformat(told["birth_date"])}
        return person | {"age_estimate": told["age_estimate"], "age_estimate_on": on}

    def category(self):
        """Main and additional categories and the sub-type of the case."""
        sub_type = self.case["sub_type"]
        return {"category": Category(self.case["category"]), "additional": [Category(code) for code in self.case["additional_categories"]],
                "sub_type": SubType(sub_type) if sub_type else None}

    def dtsen(self, on):
        """The DT-SEN check made on that day."""
        told = self.case["dtsen"]
        return {"status": DTSEN[told["status"]], "decile": told["decile"], "checked_on": on, "source": DtsenSource.SIKS_NG}


def told(number):
    """The case with this number in the file, 1 to 8."""
    cases = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
    return Told(next(case for case in cases if case["no"] == number))
