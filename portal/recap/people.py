"""The tables over people and their cases."""
from flask_babel import lazy_gettext as _

from portal.recap.columns import Across
from portal.recap.dimensions import ACTIVITY, AGE, CAREGIVER, CATEGORY, EDUCATION, IN_SCHOOL, LEVEL, ORIGIN, PLACE, SCHOOLING, SEX, SLEEPS, SUB_TYPE
from portal.recap.sources.circumstances import CIRCUMSTANCES
from portal.recap.sources.opened import OPENED
from portal.recap.sources.people import PEOPLE
from portal.recap.tables import Table
from portal.rules.crosstab import people

ONCE = _("Orang, masing-masing sekali, yang kasusnya berjalan pada masa ini (tanpa yang dibatalkan); yang punya dua kasus tampil di tiap baris atau "
         "kolomnya, tetapi sekali dalam jumlah. Kecamatan: tempat laporan pertama; kategori, sub-tipe, dan umur: pada hari terakhir masa ini, "
         "atau hari ini bila masanya belum lewat.")
RUNNING = Table(
    "people", _("PPKS per kecamatan"), PEOPLE, (("district",), ("age",), ("level",), ("officer",), ("channel",), ("education",)),
    Across("category", "sex", people), ONCE, audience=_("Bulanan dan triwulanan · Bupati, Provinsi, BPS"))
STREET = Table(
    "street-children", _("Anak jalanan menurut kelompok umur dan jenis kelamin"), PEOPLE,
    (("district", "sub_type"), ("district",), ("sub_type",)),
    Across("age", "sex", people), _("Hanya yang kategori utama atau tambahannya anak jalanan (04). ") + ONCE,
    only=lambda fact: fact.values["street"], audience=_("Triwulanan · Provinsi"))
ANY_ROW = (EDUCATION, IN_SCHOOL, SCHOOLING, ACTIVITY, PLACE, SLEEPS, ORIGIN, CAREGIVER, SUB_TYPE, CATEGORY, AGE)
CROSSED = Table(
    "circumstances", _("Menurut pendidikan, kegiatan, tempat, asal daerah, dan pengasuh"), CIRCUMSTANCES,
    tuple((dimension.name,) for dimension in ANY_ROW), Across("sex", of=people),
    _("Kegiatan, tempat tidur, status sekolah, dan pengasuh: dari asesmen terakhir yang diajukan sampai hari terakhir masa ini. "
      "Tempat dan asal: seperti ditulis pada klien, lima belas yang terbanyak. ") + ONCE,
    choices=tuple(dimension.name for dimension in (SEX, AGE, CATEGORY, LEVEL, SUB_TYPE)), audience=_("Triwulanan · Dinas sendiri"))
OPENINGS = Table(
    "opened", _("Kasus dibuka"), OPENED, (("month",), ("district",), ("channel",), ("level",), ("officer",), ("category",)),
    Across("level"), _("Kasus menurut hari laporannya diterima, tanpa yang dibatalkan; yang dibuka kembali dihitung lagi pada hari pembukaannya."),
    choices=tuple(dimension.name for dimension in (LEVEL, CATEGORY, SEX)), audience=_("Bulanan · Dinas sendiri"))
REGISTER = Table(
    "client-register", _("Buku register klien"), OPENED, (("month",), ("district",)), Across("sex", of=people),
    _("Orang yang kasusnya dibuka pada masa ini, menurut hari laporannya diterima."), audience=_("Setiap saat · Dinas sendiri"))
