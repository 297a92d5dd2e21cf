"""A finding of the training rules as a sentence for people, in the reader's language."""
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext

from portal.labels import label
from portal.phrases import day
from portal.rules.applicant import Education, Verdict
from portal.rules.nik import Sex
from portal.rules.training import Rule

MARKS = {Verdict.FITS: "done", Verdict.ATTENTION: "soon", Verdict.UNFIT: "late"}


@dataclass(frozen=True)
class Line:
    """A finding as the page shows it; `kind` is its mark."""

    kind: str
    word: str
    text: str
    law: str


def lines(findings):
    """The kept findings (plain values, see `fit.findings_of`) as Lines, what needs attention first."""
    told = [_line(finding) for finding in findings]
    return sorted(told, key=lambda line: ("late", "soon", "running", "done").index(line.kind))


def _line(finding):
    rule, verdict = Rule(finding["rule"]), Verdict(finding["verdict"])
    text = " ".join(part for part in (str(label(rule)), SPECIFICS.get(rule, _nothing)(finding)) if part)
    if rule == Rule.TURNS_18:
        return Line("running", gettext("Untuk diketahui"), text, finding["law"])
    return Line(MARKS[verdict], str(label(verdict)), text, finding["law"])


def _nothing(finding):
    return ""


def _years(finding):
    age = finding.get("age")
    if age is None:
        return ""
    return gettext("Usia saat mulai: %(age)s tahun.", age=age if finding["exact"] else f"± {age}")


def _school(finding):
    """What of a school is known: that the child attends one, or which one is planned."""
    planned = gettext("Di rencana: %(school)s.", school=finding["school"]) if finding.get("school") else ""
    known = gettext("Tercatat bersekolah.") if finding.get("attends") else planned
    return f"{known} {_years(finding)}".strip()


def _ages(finding):
    least, most = finding["least"], finding["most"]
    if least is None:
        asked = gettext("Paling tua %(most)s tahun.", most=most)
    elif most is None:
        asked = gettext("Paling muda %(least)s tahun.", least=least)
    else:
        asked = gettext("Diminta %(least)s–%(most)s tahun.", least=least, most=most)
    return f"{asked} {_years(finding)}"


def _sex(finding):
    return gettext("Diminta: %(wanted)s.", wanted=label(Sex(finding["wanted"])))


def _education(finding):
    has = label(Education(finding["has"])) if finding["has"] else gettext("belum diketahui")
    return gettext("Diminta: %(wanted)s; tercatat: %(has)s.", wanted=label(Education(finding["wanted"])), has=has)


def _birthday(finding):
    if not finding["on"]:
        return ""
    if finding.get("exact", True):
        return gettext("Ulang tahun ke-18: %(day)s.", day=day(date.fromisoformat(finding["on"])))
    return gettext("Perkiraan ulang tahun ke-18: %(day)s.", day=day(date.fromisoformat(finding["on"])))


SPECIFICS = {
    Rule.UNDER_13: _years, Rule.TALENT_ONLY_AT_13: _years, Rule.WORK_PRACTICE_FROM_14: _years, Rule.SCHOOL_FIRST: _school,
    Rule.AGE_ESTIMATED: _years, Rule.CHILDREN_ONLY: _years,
    Rule.PROGRAMME_AGE: _ages, Rule.PROGRAMME_SEX: _sex, Rule.PROGRAMME_EDUCATION: _education, Rule.TURNS_18: _birthday,
}
