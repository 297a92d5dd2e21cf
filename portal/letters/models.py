"""A letter that leaves the office: its text is frozen when it is made, its number and date are given once."""
from peewee import CharField, DateField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal import clock
from portal.accounts.delegations import Delegation
from portal.accounts.models import User
from portal.accounts.teams import Guarded, whole
from portal.db import Choice, Json, db
from portal.decisions.models import Decision
from portal.letters.books import Classification, LetterBook
from portal.letters.outside import Booked
from portal.letters.signing import signature
from portal.office.models import Official
from portal.rules import letter, letter_kind, letter_number
from portal.rules.correspondence import OF_NOBODY
from portal.rules.letter import LetterState, LetterStep
from portal.rules.letter_kind import LetterKind
from portal.rules.letter_number import Secrecy, SigningMode, Urgency
from portal.rules.reach import Reach
from portal.words import SearchWord


class Letter(Booked, Guarded):
    """`body` are blocks: ["text", words], ["facts" or "pairs", [[term, words], …]], ["list", [heading, lines]], ["people", [[name, rank, NIP,
    post], …]], ["table", [heads, rows]]. `above` and `below` are the lines round the signature.

    `about` and `about_id` name the record that it was written for; of one written outside Sigap, its book. `wording` is what was worded by
    hand while it was a draft, `note` what the register says beside it. Number, date and signer are empty before the issue. Whose name it
    carries (`official`, or who acts by a `delegation`), who approved it (`decision`) and who issued it are kept apart.
    """

    LIVES = {"state": letter.LIFE}

    state = Choice(LetterState, default=LetterState.DRAFT)
    kind = Choice(LetterKind, default=LetterKind.REFERRAL)
    book = ForeignKeyField(LetterBook, null=True, backref="letters")
    number = CharField(max_length=60, null=True, unique=True)
    year = IntegerField(null=True)
    serial = IntegerField(null=True)
    date = DateField(null=True)
    code = CharField(max_length=12, default=letter_number.DEFAULT_CODE)
    secrecy = Choice(Secrecy, default=Secrecy.SECRET)
    urgency = Choice(Urgency, default=Urgency.ORDINARY)
    attachments = CharField(max_length=200, default="")
    regarding = CharField(max_length=200)
    addressee = CharField(max_length=200)
    addressee_place = TextField(default="")
    body = Json()
    copies = Json(default=list)
    wording = Json(default=dict)
    note = CharField(max_length=200, default="")
    official = ForeignKeyField(Official, null=True)
    delegation = ForeignKeyField(Delegation, null=True)
    mode = Choice(SigningMode, null=True)
    above = Json(default=list)
    below = Json(default=list)
    about = CharField(max_length=40)
    about_id = IntegerField()
    made_by = ForeignKeyField(User, null=True, backref="letters_made")
    made_at = DateTimeField(null=True)
    issued_by = ForeignKeyField(User, null=True)
    decision = ForeignKeyField(Decision, null=True)

    class Meta:
        indexes = ((("book", "year", "serial"), True), (("about", "about_id"), False))

    @classmethod
    def draft(cls, record, *, by, care_team, names=(), **text):
        """A letter about a record, still without number: the values of `text` are columns. `names`: whom its subject line must not name."""
        letter_kind.check_regarding(text["regarding"], names)
        return cls.begin(by=by, care_team=care_team, about=record._meta.table_name, about_id=record.id, made_by=by, made_at=clock.now(), **text)

    def issue(self, official, *, by, mode=None, through="", code=None, seen=None, **frozen):
        """Give the next number of its book and today's date, and freeze who signs; nothing of it is done twice.

        `official`: an Official, whose title says the `mode` when it is not given (`through` is the post between, for u.b.), or a Delegation.
        `frozen`: the values of other columns, of a text that was composed anew until now.
        """
        if self._clicked_twice(LetterStep.ISSUE, by, seen):
            return self
        db.lock()
        signed = signature(official, mode, through)
        place = self.free(LetterBook.of(self.kind).take(code or self.code, clock.today()))
        self.move(LetterStep.ISSUE, by=by, seen=seen, **frozen, **place, **signed._asdict(), issued_by=by)
        self.reindex()
        return self

    def reindex(self):
        """Keep the search words in step: its number and subject for whoever sees that it exists, whom it is to for those who see it whole."""
        SearchWord.index(self, self.regarding, codes=(self.number, self.serial))
        SearchWord.index(self, self.addressee, self.note, inside=True)
        return self

    @classmethod
    def whole_to(cls, user):
        """Those of the records that this person sees whole; what is written of no client, whoever may see that it exists reads."""
        return cls.visible_to(user).where(whole(user) | cls.about.in_([str(about) for about in OF_NOBODY]))

    def reach(self, user):
        """How far this person sees it; see `whole_to`."""
        found = super().reach(user)
        return Reach.FULL if found == Reach.OUTLINE and self.about in OF_NOBODY else found

    @classmethod
    def register(cls, user):
        """The book of outgoing letters, cancelled ones included, as far as they exist for this person."""
        return cls.visible_to(user).where(cls.number.is_null(False))

    @classmethod
    def years(cls, user):
        """The years of the book as far as it exists for this person, the latest first."""
        return [row.year for row in cls.register(user).select(cls.year).distinct().order_by(cls.year.desc())]

    @property
    def signer(self):
        """The name under the letter."""
        return self.below[0] if self.below else ""

    @property
    def signer_as(self):
        """The same with the post acted for, where it was signed by an order."""
        return f"{self.signer}, {self.delegation.capacity}" if self.delegation else self.signer

    @property
    def decided_by(self):
        """Who approved what it says, where a manager did; not who signs it."""
        return self.decision.decided_by if self.decision else None

    @property
    def subject_name(self):
        """What the classification code stands for."""
        return Classification.named(self.code)

    @property
    def shape(self):
        """Whether it is a letter to somebody or a paper with a title."""
        return letter_kind.shape(self.kind)

    @property
    def title(self):
        """What stands in the middle of a titled paper."""
        return letter_kind.TITLE.get(self.kind, "")
