"""The kecamatan and desa of the office as a form offers them."""
from wtforms.fields import SelectChoice

from portal.fields import pairs
from portal.office.models import Region

MANY = 150


def names():
    """{code: name} of the kecamatan, for lists and their filters."""
    return {row.code: row.name for row in Region.districts()}


def where(record):
    """The desa and kecamatan of a record, in words."""
    codes = [code for code in (record.village, record.district) if code]
    known = {row.code: row.name for row in Region.select().where(Region.code.in_(codes))} if codes else {}
    return ", ".join(known[code] for code in codes if code in known)


def offer(form, narrowed=False):
    """Fill the two selects of a form, each desa under its kecamatan; True when there are too many desa to show them all at once.

    Then, or when `narrowed`, only those of the chosen kecamatan are offered, and the form asks for them anew (a page stays within its bytes).
    """
    districts, villages = names(), list(Region.villages())
    many = len(villages) > MANY
    form.district.choices = pairs(districts.items(), blank="")
    shown = [row for row in villages if not (many or narrowed) or row.parent == form.district.data]
    form.village.choices = pairs([], blank="") + [SelectChoice(row.code, row.name, optgroup=districts.get(row.parent)) for row in shown]
    return many
