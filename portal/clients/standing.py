"""A record that was merged stands in another one: its number leads there, and its words find that one."""
from portal.clients.identity import spoken
from portal.rules.age import BirthPrecision
from portal.rules.client import ClientState, ClientStep
from portal.rules.names import normalise, telling
from portal.rules.numbers import bare
from portal.rules.traces import traces
from portal.words import SearchWord

TWIN = "twin "


class Standing:
    """For clients: `merged_into` is the record that this one has gone into, `twins` are those that have gone into this one."""

    @property
    def standing(self):
        """The record in which this person is served now: this one, or the last it was merged into."""
        client = self
        while client.state == ClientState.MERGED:
            client = client.merged_into
        return client

    @property
    def absorbed(self):
        """Every record that stands in this one by now, also by way of another."""
        return [one for twin in self.twins for one in (twin, *twin.absorbed)]

    def cancel(self, *, by, reason, seen=None):
        """Written down by mistake; it stays readable under its number."""
        return self.move(ClientStep.CANCEL, by=by, seen=seen, reason=reason)

    def same_nik(self, user):
        """Other clients with the same NIK that exist for this person."""
        cls = type(self)
        return list(cls.visible_to(user).where(cls.nik == self.nik, cls.id != self.id, cls.state == ClientState.ACTIVE)) if self.nik else []

    @property
    def names(self):
        """Every name they go by."""
        return [name for name in (self.name, self.alias, *(alias.name for alias in self.aliases)) if name]

    def index(self):
        """Write their search words; a merged record is found by those of the one it stands in."""
        if self.state == ClientState.MERGED:
            SearchWord.index(self)
        else:
            SearchWord.index(self, *self.names, codes=self.codes, keys=[*self.traces, *self.twin_keys])
        SearchWord.index(self, codes=[relation.phone for relation in self.relations], inside=True)

    @property
    def traces(self):
        """What they can be traced by when the name is told quite otherwise."""
        names = [[word for word, _ in telling(name)] for name in self.names]
        exact = self.birth_date if self.birth_precision in (None, BirthPrecision.DAY) else None
        return traces(names=names, born=exact, nik=self.nik, marks=self.marks)

    @property
    def twin_keys(self):
        """What two records of one person are likely to share whole, in the order of its weight: a number, or a name with the year of birth
        or the kecamatan."""
        beside = [(kind, part) for kind, part in (("year", str(self.birth_year or "")), ("zone", self.district)) if part]
        names = {normalise(name) for name in self.names} - {""}
        numbers = {number for number in (self.nik, spoken(self.phone)) if number}
        return {f"{TWIN}{kind} {part} {name}" for name in names for kind, part in beside} | {f"{TWIN}number {number}" for number in numbers}

    @property
    def birth_year(self):
        """The year of birth as it was told or follows from the age told then; None when nothing is known."""
        if self.birth_date:
            return self.birth_date.year
        return self.age_estimate_on.year - self.age_estimate if self.age_estimate is not None else None

    @property
    def codes(self):
        """The numbers they are found by, those of the records that stand in theirs as well."""
        return [code for one in (self, *self.absorbed) for code in (one.number, bare(one.number), one.nik, one.phone) if code]
