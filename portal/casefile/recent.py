"""The cases a person opened last, for the way back to them."""
from peewee import DateTimeField, ForeignKeyField

from portal import clock
from portal.accounts.models import User
from portal.cases.models import Case
from portal.db import db
from portal.records import Table


class Recent(Table):
    """That a person opened a case, and when last; bookkeeping, not the trail."""

    user = ForeignKeyField(User, backref="recents")
    case = ForeignKeyField(Case, backref="recents")
    at = DateTimeField()

    class Meta:
        indexes = ((("user", "case"), True),)

    @classmethod
    def open(cls, case, *, by):
        """This person looks at this case now."""
        with db.unit():
            if not cls.update(at=clock.now()).where(cls.user == by.id, cls.case == case.id).execute():
                cls.create(user=by.id, case=case.id, at=clock.now())

    @classmethod
    def of(cls, user, count=8):
        """The cases this person opened last and still sees, the latest first."""
        return list(Case.visible_to(user).join_from(Case, cls).where(cls.user == user.id).order_by(cls.at.desc()).limit(count))
