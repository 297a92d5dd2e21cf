"""The people: most of them children of bench.people, some grown-up, and not all of them with a birth date."""
from datetime import date, timedelta

from bench.office.rows import person, weighed
from bench.people import child
from portal.accounts.teams import CareTeam, Member
from portal.clients.models import Client, Relation
from portal.rules.age import BirthPrecision
from portal.rules.client import NoNikReason, RelationKind
from portal.rules.names import initials
from portal.rules.nik import Sex
from portal.rules.numbers import Book
from portal.rules.training import Education

GROWN, RESTRICTED = .22, .03
BIRTH = {BirthPrecision.DAY: 70, BirthPrecision.YEAR: 9, BirthPrecision.MONTH: 4, BirthPrecision.ESTIMATE: 12, None: 5}
WORKS = ("", "", "Mengamen", "Memulung", "Menjual tisu", "Menyemir sepatu", "Kuli angkut", "Parkir")
USUAL = ("Terminal", "Pasar Baru", "Simpang Lima", "Pelabuhan", "Alun-alun", "Stasiun", "Kampung Nelayan", "")
ORIGINS = ("", "", "Kabupaten Teluk Melati", "Kabupaten Teluk Melati", "Kota Samudra", "Luar provinsi")
GUARDIANS = {RelationKind.MOTHER: 50, RelationKind.FATHER: 25, RelationKind.GRANDPARENT: 12, RelationKind.RELATIVE: 8, RelationKind.CARER: 5}


class People:
    """Makes clients, each with a care team."""

    def __init__(self, rows, staff, places):
        self.rows, self.staff, self.places, self.chance = rows, staff, places, rows.chance
        self.districts = {code: weight for code, weight in zip(places, (40, 28, 20, 12) + (5,) * len(places), strict=False)}

    def where(self):
        """(kecamatan, desa or nothing)."""
        district = weighed(self.chance, self.districts)
        return district, self.chance.choice([*self.places[district], ""])

    def team(self, lead, since, *, restricted=False):
        """A care team around its lead."""
        team = self.rows.add(CareTeam, restricted=restricted)
        team["lead"] = self.rows.add(Member, team=team["id"], user=lead, lead=True, since=since)
        return team

    def told(self, day, like=None):
        """What a report tells of somebody on that day; a sibling of `like` shares the last word of the name."""
        chance, one = self.chance, child(self.chance)
        name, sex, born = one.name, Sex(one.sex), one.born - timedelta(days=(date(2026, 3, 2) - day).days)
        if like is None and chance.random() < GROWN:
            name, born = person(chance, sex == Sex.MALE), day - timedelta(days=round(chance.triangular(18, 88, 42) * 365.25))
        if like is not None and " " in like["name"]:
            name = f"{name.split()[0]} {like['name'].split()[-1]}"
        nameless = chance.random() < .03
        return {"name": "" if nameless else name, "alias": one.called if one.noted or nameless else "",
                "sex": sex if chance.random() < .98 else None, "born": born} | self._birth(born, day)

    def _birth(self, born, day):
        known = weighed(self.chance, BIRTH)
        if known == BirthPrecision.ESTIMATE:
            years = max((day - born).days // 365 + self.chance.choice((-1, 0, 0, 1)), 0)
            return {"birth_precision": known, "age_estimate": years, "age_estimate_on": day}
        if known is None:
            return {}
        first = {BirthPrecision.DAY: born, BirthPrecision.MONTH: born.replace(day=1), BirthPrecision.YEAR: date(born.year, 1, 1)}
        return {"birth_date": first[known], "birth_precision": known}

    def client(self, told, lead, since, place, *, restricted):
        """A new client, as a report told of them."""
        chance, rows = self.chance, self.rows
        team = self.team(lead, since, restricted=restricted)
        exact = told.get("birth_precision") == BirthPrecision.DAY and chance.random() < .75
        years = (rows_day(since) - told["born"]).days // 365
        district, village = place
        columns = {name: value for name, value in told.items() if name != "born"}
        client = rows.add(
            Client, care_team=team["id"], number=rows.number(Book.CLIENT, since), district=district, village=village, **columns,
            nik=self._nik(told) if exact else None, no_nik_reason=None if exact else weighed(chance, dict.fromkeys(NoNikReason, 1)),
            family_card=f"9901{chance.randrange(10**12):012}" if exact and chance.random() < .7 else "", phone=self._phone(),
            address=f"Jalan Kenanga {chance.randrange(1, 200)}" if chance.random() < .6 else "", usual_place=chance.choice(USUAL),
            origin=chance.choice(ORIGINS), education=self._education(years), in_school=chance.random() < .5 if 6 < years < 18 else None,
            work=chance.choice(WORKS), birth_certificate=chance.choice((True, False, None)))
        if years < 18 and chance.random() < .5:
            rows.add(Relation, client=client["id"], kind=weighed(chance, GUARDIANS), name=person(chance, chance.random() < .4), guardian=True,
                     lives_with=chance.random() < .6)
        client["lead"] = team["lead"]
        client["born"], client["initials"], client["years"] = told["born"], initials(client["name"] or client["alias"]) or "–", years
        return client

    def siblings(self, clients):
        """Everyone of a family is told of at the others."""
        for one in clients:
            for other in clients:
                if one is not other:
                    self.rows.add(Relation, client=one["id"], other=other["id"], kind=RelationKind.SIBLING)

    def led_by(self, client, user, since):
        """Somebody leads the team from now on; who did so before stays, for a while or for good."""
        before = client["lead"]
        if before["user"] != user:
            before["lead"] = False
            if self.chance.random() < .3:
                before["until"] = since + timedelta(days=40)
            client["lead"] = self.rows.add(Member, team=client["care_team"], user=user, lead=True, since=since)

    def joined(self, client, user, since):
        """One more member of the team, unless they are in it."""
        if client["lead"]["user"] != user:
            self.rows.add(Member, team=client["care_team"], user=user, since=since)

    def _nik(self, told):
        born = told["birth_date"]
        day = born.day + (40 if told["sex"] == Sex.FEMALE else 0)
        return f"99010{self.chance.randrange(1, 5)}{day:02}{born.month:02}{born.year % 100:02}{self.chance.randrange(1, 10000):04}"

    def _phone(self):
        return f"0812{self.chance.randrange(10**8):08}" if self.chance.random() < .3 else ""

    def _education(self, years):
        if years < 6 or self.chance.random() < .2:
            return None
        return self.chance.choice([each for each, least in zip(Education, (0, 6, 12, 15), strict=True) if years >= least])


def rows_day(moment):
    """The day of a moment; a few hours do not matter to an age."""
    return moment.date()
