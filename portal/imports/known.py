"""Who a row may be: the same person further up in the list, or somebody to look for among the clients."""
from datetime import date

from portal import clock
from portal.clients.identity import Identity, spoken
from portal.rules.imports import Alike
from portal.rules.matching import Sought
from portal.rules.names import normalise


class Doubles:
    """Remembers what rows tell, and knows a person who stands in the list again: by NIK, or by name with birth, telephone or kecamatan."""

    def __init__(self):
        self.first = {}

    def of(self, line, told):
        """[[Alike, line, ""]] of the earlier rows that tell of the same person."""
        found = set()
        for key in _keys(told["person"]):
            found |= {self.first.setdefault(key, line)} - {line}
        return [[str(Alike.TWICE), earlier, ""] for earlier in sorted(found)]


def _keys(person):
    """What two rows of one person share. An age alone is too common; with the same kecamatan and sex it is worth asking."""
    name = normalise(person.get("name") or person.get("alias") or "")
    keys = [("nik", person["nik"])] if person.get("nik") else []
    if not name:
        return keys
    about = ("birth", person.get("birth_date"), person.get("birth_precision")), ("phone", spoken(person["phone"]) if person.get("phone") else None), (
        "age", person.get("age_estimate"), person.get("district"), person.get("sex"))
    return keys + [(name, *each) for each in about if None not in each]


class Somebody(Identity):
    """A person as the list tells of them; not a record."""

    def __init__(self, person):
        self.nik, self.sex, self.district = person.get("nik"), person.get("sex"), person.get("district", "")
        self.birth_date, self.birth_precision = day_of(person.get("birth_date")), person.get("birth_precision")
        self.age_estimate, self.age_estimate_on = person.get("age_estimate"), day_of(person.get("age_estimate_on"))


def day_of(text):
    """A day as the rows keep it."""
    return date.fromisoformat(text) if text else None


def told_of(person, kin):
    """A Sought to look for among the clients."""
    described = Somebody(person).described()
    phones = tuple(spoken(each["phone"]) for each in (person, *kin) if each.get("phone"))
    names = tuple(person[name] for name in ("name", "alias") if person.get(name))
    return Sought(nik=described.nik, sex=described.sex, born=described.born, years=Somebody(person).years(clock.today()), place=described.place,
                  names=names, phones=phones, marks=person.get("marks", ""))
