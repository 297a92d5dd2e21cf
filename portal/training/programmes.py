"""A programme: what is taught, by whom, and who is admitted; its batches are the courses that really take place."""
from flask_babel import gettext
from peewee import BooleanField, CharField, IntegerField

from portal.db import Choice
from portal.labels import label
from portal.records import Record
from portal.rules.nik import Sex
from portal.rules.service import FundSource
from portal.rules.trades import ProviderKind, Trade
from portal.rules.training import Education, Marital


class Programme(Record):
    """Ages in whole years on the first day; None and "any" are no condition. `allowance` is rupiah per day present."""

    trade = Choice(Trade)
    name = CharField(max_length=120)
    provider = CharField(max_length=120)
    provider_kind = Choice(ProviderKind)
    place = CharField(max_length=200, default="")
    min_age = IntegerField(null=True)
    max_age = IntegerField(null=True)
    sex = Choice(Sex, null=True)
    education = Choice(Education, null=True)
    marital = Choice(Marital, default=Marital.ANY)
    boarding = BooleanField(default=False)
    health_letter = BooleanField(default=False)
    risky = BooleanField(default=False)
    work_practice = BooleanField(default=False)
    talent_only = BooleanField(default=False)
    admits_adults = BooleanField(default=False)
    hours_per_day = IntegerField(default=0)
    funding = Choice(FundSource, null=True)
    allowance = IntegerField(null=True)
    active = BooleanField(default=True)

    @classmethod
    def visible_to(cls, user):
        """Every programme: they name nobody."""
        return cls.select()

    @classmethod
    def offered(cls):
        """The programmes that new batches may be made of, by name."""
        return cls.select().where(cls.active).order_by(cls.name, cls.id)

    @property
    def terms(self):
        """Who is admitted, as short texts; empty when everybody is."""
        told = [self._ages(), label(self.sex) if self.sex else "", label(self.education) if self.education else "",
                label(self.marital) if self.marital != Marital.ANY else "", gettext("surat sehat") if self.health_letter else "",
                gettext("berasrama") if self.boarding else "", gettext("praktik kerja") if self.work_practice else "",
                gettext("berisiko") if self.risky else "", gettext("hanya bakat dan minat") if self.talent_only else ""]
        return [str(each) for each in told if each]

    def _ages(self):
        if self.min_age and self.max_age:
            return gettext("%(least)s–%(most)s tahun", least=self.min_age, most=self.max_age)
        if self.min_age:
            return gettext("mulai %(least)s tahun", least=self.min_age)
        return gettext("sampai %(most)s tahun", most=self.max_age) if self.max_age else ""

    def correct(self, *, by, seen=None, **details):
        """Change the terms; what was found for placements already proposed stays frozen with them."""
        self.change(by=by, seen=seen, **details)
        for batch in self.batches:
            batch.reindex()
        return self
