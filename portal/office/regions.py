"""Every regency of Indonesia with its kecamatan and desa, read from the file that ships with Sigap, and one fictional regency."""
import gzip
import json
import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parent.parent / "data"
KECAMATAN, DESA = "kecamatan", "desa"
FICTIONAL_PROVINCE = "Samudra"


class Regency(NamedTuple):
    code: str
    name: str
    province: str


class Place(NamedTuple):
    code: str
    name: str
    level: str
    parent: str


def regencies():
    """All 514 regencies and cities in the order of their codes, then the fictional one; 'NN.NN', name with its Kabupaten or Kota, province."""
    found, province = [], ("", "")
    for level, part, name in re.findall(r"^([12])(\d\d) (.+)$", _text(), re.MULTILINE):
        if level == "1":
            province = part, name
        else:
            found.append(Regency(f"{province[0]}.{part}", name, province[1]))
    fictional = _fictional()
    return [*found, Regency(fictional["code"], fictional["name"], FICTIONAL_PROVINCE)]


def provinces():
    """{province code: name} in the order of the codes, the fictional one last."""
    return {regency.code[:2]: regency.province for regency in regencies()}


def name_of(code):
    """The name of the regency or city 'NN.NN'; empty when there is none."""
    return next((regency.name for regency in regencies() if regency.code == code), "")


def places(regency):
    """The kecamatan and desa of the regency 'NN.NN' in the order of their codes; KeyError for a code that is not in `regencies()`."""
    fictional = _fictional()
    if regency == fictional["code"]:
        return _fictional_places(fictional)
    if not re.fullmatch(r"\d\d\.\d\d", regency):
        raise KeyError(regency)
    province, part = regency.split(".")
    return list(_read(regency, _below(_below(_text(), 1, province), 2, part)))


def _read(regency, lines):
    kecamatan = ""
    for line in lines.splitlines():
        code, _, name = line[1:].partition(" ")
        if line[0] == "3":
            kecamatan = f"{regency}.{code}"
            yield Place(kecamatan, name, KECAMATAN, regency)
        else:
            yield Place(f"{kecamatan}.{code}", name, DESA, kecamatan)


def _below(text, level, part):
    """The lines that stand below one line, up to the next of its own level or higher."""
    head = re.search(rf"^{level}{part} .+\n", text, re.MULTILINE)
    if head is None:
        raise KeyError(part)
    end = re.compile(rf"^[1-{level}]", re.MULTILINE).search(text, head.end())
    return text[head.end():end.start() if end else None]


def _fictional_places(office):
    found = []
    for kecamatan in office["kecamatan"]:
        found.append(Place(kecamatan["code"], kecamatan["name"], KECAMATAN, office["code"]))
        found += [Place(code, name, DESA, kecamatan["code"]) for code, name in kecamatan["desa"]]
    return found


def _fictional():
    return json.loads((DATA / "demo_cases.json").read_text(encoding="utf-8"))["office"]


def _text():
    # Read when asked, not kept: a choice made once in the life of an office need not hold memory.
    return gzip.decompress((DATA / "regions.txt.gz").read_bytes()).decode("ascii")
