"""What this version of the tables adds."""
from peewee import *

def up(migrator, db):
    class CareTeam(Model):
        version = IntegerField(default=1)
        restricted = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'care_team'
    db.create_tables([CareTeam])

    class Client(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam, field=CareTeam.id)
        number = CharField(unique=True, max_length=20)
        name = CharField(max_length=200, default='')
        alias = CharField(max_length=200, default='')
        sex = CharField(null=True, max_length=40)
        birth_date = DateField(null=True)
        birth_precision = CharField(null=True, max_length=40)
        age_estimate = IntegerField(null=True)
        age_estimate_on = DateField(null=True)
        birth_place = CharField(max_length=120, default='')
        nik = CharField(index=True, null=True, max_length=16)
        no_nik_reason = CharField(null=True, max_length=40)
        family_card = CharField(max_length=16, default='')
        jkn_card = CharField(max_length=13, default='')
        birth_certificate = BooleanField(null=True)
        phone = CharField(max_length=20, default='')
        address = CharField(max_length=200, default='')
        district = CharField(max_length=13, default='')
        village = CharField(max_length=13, default='')
        usual_place = CharField(max_length=200, default='')
        origin = CharField(max_length=120, default='')
        marks = TextField(default='')
        religion = CharField(max_length=40, default='')
        education = CharField(null=True, max_length=40)
        in_school = BooleanField(null=True)
        school = CharField(max_length=120, default='')
        work = CharField(max_length=120, default='')
        married = BooleanField(null=True)
        state = CharField(max_length=40, default='active')
        merged_into = ForeignKeyField('self', null=True)
        class Meta:
            database = db
            table_name = 'client'
    db.create_tables([Client])

    class Alias(Model):
        version = IntegerField(default=1)
        client = ForeignKeyField(Client)
        name = CharField(max_length=200)
        class Meta:
            database = db
            table_name = 'alias'
    db.create_tables([Alias])

    class Case(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam, field=CareTeam.id)
        number = CharField(unique=True, max_length=20)
        client = ForeignKeyField(Client)
        stage = CharField(max_length=40, default='outreach')
        level = CharField(max_length=40)
        category = CharField(max_length=40)
        additional = TextField(default=list)
        sub_type = CharField(null=True, max_length=40)
        spm_type = CharField(null=True, max_length=40)
        t0 = DateTimeField(index=True)
        opened_at = DateTimeField()
        found_at = DateTimeField(null=True)
        met_at = DateTimeField(null=True)
        assessed_at = DateTimeField(null=True)
        served_at = DateTimeField(null=True)
        finished_at = DateTimeField(null=True)
        closing_reason = CharField(null=True, max_length=40)
        closing_from = CharField(null=True, max_length=40)
        class Meta:
            database = db
            table_name = 'case'
    db.create_tables([Case])

    class Instrument(Model):
        version = IntegerField(default=1)
        edition = CharField(unique=True, max_length=20)
        definition = TextField()
        published_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'instrument'
    db.create_tables([Instrument])

    class User(Model):
        version = IntegerField(default=1)
        username = CharField(unique=True, max_length=40)
        name = CharField(max_length=120)
        title = CharField(max_length=120, default='')
        nip = CharField(max_length=18, default='')
        phone = CharField(max_length=20, default='')
        password = CharField(max_length=120)
        must_change_password = BooleanField(default=True)
        password_until = DateTimeField(null=True)
        active = BooleanField(default=True)
        language = CharField(max_length=2, default='id')
        size = CharField(max_length=6, default='sedang')
        class Meta:
            database = db
            table_name = 'user'
    db.create_tables([User])

    class Assessment(Model):
        version = IntegerField(default=1)
        with_family = BooleanField(null=True)
        places_and_hours = TextField(default='')
        daily_income = IntegerField(null=True)
        income_goes_to = CharField(max_length=200, default='')
        street_reasons = TextField(default=list)
        earlier_raids = TextField(default='')
        language = CharField(max_length=200, default='')
        parents = TextField(default='')
        siblings = TextField(default='')
        strengths = TextField(default='')
        skill_interests = TextField(default='')
        child_wishes = TextField(default='')
        accompanied_by = CharField(max_length=200, default='')
        safe_place = BooleanField(null=True)
        case = ForeignKeyField(Case)
        n = IntegerField()
        kind = CharField(max_length=40)
        instrument = ForeignKeyField(Instrument, null=True)
        state = CharField(max_length=40, default='draft')
        made_by = ForeignKeyField(User)
        age_on = DateField()
        narrative = TextField(default='')
        sub_type = CharField(null=True, max_length=40)
        analysis = TextField(default='')
        recommendation = TextField(default='')
        needs = TextField(default=dict)
        proposed_level = CharField(null=True, max_length=40)
        level_reason = TextField(default='')
        level_before = CharField(null=True, max_length=40)
        sub_type_before = CharField(null=True, max_length=40)
        result = TextField(null=True)
        submitted_at = DateTimeField(null=True)
        accepted_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'assessment'
            indexes = ((('case', 'n'), True),)
    db.create_tables([Assessment])

    class Answer(Model):
        version = IntegerField(default=1)
        assessment = ForeignKeyField(Assessment)
        item = CharField(max_length=10)
        value = IntegerField(null=True)
        class Meta:
            database = db
            table_name = 'answer'
            indexes = ((('assessment', 'item'), True),)
    db.create_tables([Answer])

    class Programme(Model):
        version = IntegerField(default=1)
        trade = CharField(max_length=40)
        name = CharField(max_length=120)
        provider = CharField(max_length=120)
        provider_kind = CharField(max_length=40)
        place = CharField(max_length=200, default='')
        min_age = IntegerField(null=True)
        max_age = IntegerField(null=True)
        sex = CharField(null=True, max_length=40)
        education = CharField(null=True, max_length=40)
        marital = CharField(max_length=40, default='any')
        boarding = BooleanField(default=False)
        health_letter = BooleanField(default=False)
        risky = BooleanField(default=False)
        work_practice = BooleanField(default=False)
        talent_only = BooleanField(default=False)
        admits_adults = BooleanField(default=False)
        hours_per_day = IntegerField(default=0)
        funding = CharField(null=True, max_length=40)
        allowance = IntegerField(null=True)
        active = BooleanField(default=True)
        class Meta:
            database = db
            table_name = 'programme'
    db.create_tables([Programme])

    class Batch(Model):
        version = IntegerField(default=1)
        number = CharField(unique=True, max_length=20)
        programme = ForeignKeyField(Programme)
        seats = IntegerField()
        starts = DateField(index=True)
        ends = DateField()
        place = CharField(max_length=200, default='')
        state = CharField(max_length=40, default='open')
        class Meta:
            database = db
            table_name = 'batch'
    db.create_tables([Batch])

    class Meeting(Model):
        version = IntegerField(default=1)
        batch = ForeignKeyField(Batch)
        on = DateField()
        topic = CharField(max_length=200, default='')
        saved = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'meeting'
            indexes = ((('batch', 'on'), True),)
    db.create_tables([Meeting])

    class Placement(Model):
        version = IntegerField(default=1)
        batch = ForeignKeyField(Batch)
        case = ForeignKeyField(Case)
        state = CharField(max_length=40, default='proposed')
        queue_no = IntegerField(null=True)
        findings = TextField(default=list)
        override = TextField(default='')
        consent = CharField(null=True, max_length=40)
        consent_by = CharField(max_length=200, default='')
        assent = BooleanField(default=False)
        care = TextField(default=list)
        proposed_by = ForeignKeyField(User)
        proposed_at = DateTimeField()
        seated_on = DateField(null=True)
        ended_on = DateField(index=True, null=True)
        leave_reason = CharField(null=True, max_length=40)
        certificate = CharField(max_length=80, default='')
        toolkit = CharField(max_length=200, default='')
        allowance = IntegerField(null=True)
        class Meta:
            database = db
            table_name = 'placement'
    db.create_tables([Placement])

    class Attendance(Model):
        version = IntegerField(default=1)
        meeting = ForeignKeyField(Meeting)
        placement = ForeignKeyField(Placement)
        mark = CharField(max_length=40, default='present')
        note = CharField(max_length=200, default='')
        class Meta:
            database = db
            table_name = 'attendance'
            indexes = ((('meeting', 'placement'), True),)
    db.create_tables([Attendance])

    class CaseCategory(Model):
        version = IntegerField(default=1)
        category = CharField(max_length=40)
        additional = TextField(default=list)
        sub_type = CharField(null=True, max_length=40)
        since = DateField()
        by = ForeignKeyField(User)
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'case_category'
    db.create_tables([CaseCategory])

    class Report(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam, field=CareTeam.id)
        number = CharField(unique=True, max_length=20)
        channel = CharField(max_length=40)
        ticket = CharField(unique=True, null=True, max_length=40)
        received_at = DateTimeField(index=True)
        happened = CharField(max_length=120, default='')
        reporter_name = CharField(max_length=200, default='')
        reporter_relation = CharField(null=True, max_length=40)
        reporter_phone = CharField(max_length=20, default='')
        reporter_secret = BooleanField(default=True)
        district = CharField(index=True, max_length=13)
        village = CharField(max_length=13, default='')
        place = CharField(max_length=200, default='')
        narrative = TextField()
        danger = CharField(max_length=40)
        alone_at_night = BooleanField(default=False)
        flags = TextField(default=dict)
        information_only = BooleanField(default=False)
        triaged_at = DateTimeField(null=True)
        level = CharField(max_length=40)
        level_reason = CharField(max_length=40)
        state = CharField(max_length=40, default='received')
        received_by = ForeignKeyField(User)
        merged_into = ForeignKeyField('self', null=True)
        handed_to = CharField(max_length=200, default='')
        reply = TextField(default='')
        replied_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'report'
    db.create_tables([Report])

    class CaseReport(Model):
        version = IntegerField(default=1)
        report = ForeignKeyField(Report)
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'case_report'
            indexes = ((('case', 'report'), True),)
    db.create_tables([CaseReport])

    class Consent(Model):
        version = IntegerField(default=1)
        client = ForeignKeyField(Client)
        kind = CharField(max_length=40)
        basis = CharField(max_length=40)
        given_by = CharField(max_length=200, default='')
        given_on = DateField()
        explained_by = ForeignKeyField(User, null=True)
        witness = CharField(max_length=200, default='')
        note = TextField(default='')
        withdrawn_on = DateField(null=True)
        class Meta:
            database = db
            table_name = 'consent'
    db.create_tables([Consent])

    class Consideration(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        programme = CharField(null=True, max_length=40)
        reason = CharField(max_length=40)
        text = TextField(default='')
        state = CharField(max_length=40, default='requested')
        made_by = ForeignKeyField(User)
        coordination = CharField(null=True, max_length=40)
        institution = CharField(max_length=200, default='')
        contact = CharField(max_length=200, default='')
        coordinated_on = DateField(null=True)
        answer = TextField(default='')
        answered_on = DateField(null=True)
        class Meta:
            database = db
            table_name = 'consideration'
    db.create_tables([Consideration])

    class Counter(Model):
        book = CharField(max_length=20)
        year = IntegerField()
        last = IntegerField(default=0)
        class Meta:
            database = db
            table_name = 'counter'
            indexes = ((('book', 'year'), True),)
    db.create_tables([Counter])

    class Decision(Model):
        version = IntegerField(default=1)
        kind = CharField(max_length=40)
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        care_team = ForeignKeyField(CareTeam)
        number = CharField(max_length=20, default='')
        heading = CharField(max_length=160, default='')
        snapshot = TextField()
        asked = TextField(default=dict)
        note = TextField(default='')
        urgent = IntegerField(default=0)
        state = CharField(max_length=40, default='open')
        open_key = CharField(unique=True, null=True, max_length=80)
        asked_by = ForeignKeyField(User)
        asked_at = DateTimeField()
        decided_by = ForeignKeyField(User, null=True)
        decided_at = DateTimeField(null=True)
        reason = TextField(default='')
        class Meta:
            database = db
            table_name = 'decision'
            indexes = ((('subject', 'subject_id'), False), (('state', 'asked_at'), False))
    db.create_tables([Decision])

    class DtsenCheck(Model):
        version = IntegerField(default=1)
        client = ForeignKeyField(Client)
        status = CharField(max_length=40)
        decile = IntegerField(null=True)
        checked_on = DateField()
        source = CharField(max_length=80, default='')
        family_card = CharField(max_length=16, default='')
        checked_by = ForeignKeyField(User)
        class Meta:
            database = db
            table_name = 'dtsen_check'
    db.create_tables([DtsenCheck])

    class Entry(Model):
        at = DateTimeField()
        by = IntegerField(index=True, null=True)
        session = CharField(max_length=8, default='')
        address = CharField(max_length=45, default='')
        action = CharField(max_length=40)
        subject = CharField(max_length=40, default='')
        subject_id = IntegerField(null=True)
        detail = TextField()
        prev = CharField(max_length=64)
        hash = CharField(max_length=64)
        class Meta:
            database = db
            table_name = 'audit_entry'
            indexes = ((('subject', 'subject_id'), False),)
    db.create_tables([Entry])

    class File(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam, field=CareTeam.id)
        sha256 = CharField(max_length=64)
        name = CharField(unique=True, max_length=40)
        title = CharField(max_length=200)
        kind = CharField(max_length=40)
        size = IntegerField()
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        state = CharField(max_length=40, default='kept')
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'file'
            indexes = ((('subject', 'subject_id'), False),)
    db.create_tables([File])

    class FollowUp(Model):
        version = IntegerField(default=1)
        placement = ForeignKeyField(Placement)
        months = IntegerField()
        visited_on = DateField()
        status = CharField(max_length=40)
        income = IntegerField(null=True)
        place = CharField(max_length=200, default='')
        uses_skill = BooleanField(null=True)
        note = TextField(default='')
        made_by = ForeignKeyField(User)
        class Meta:
            database = db
            table_name = 'follow_up'
            indexes = ((('placement', 'months'), True),)
    db.create_tables([FollowUp])

    class FormToken(Model):
        key = CharField(unique=True, max_length=43)
        user = IntegerField(index=True)
        path = TextField()
        opened_at = DateTimeField()
        draft = TextField(null=True)
        drafted_at = DateTimeField(null=True)
        result = TextField(null=True)
        class Meta:
            database = db
            table_name = 'form_token'
    db.create_tables([FormToken])

    class Institution(Model):
        version = IntegerField(default=1)
        kind = CharField(max_length=40)
        name = CharField(max_length=200)
        head = CharField(max_length=200, default='')
        address = CharField(max_length=200, default='')
        place = CharField(max_length=200, default='')
        contact = CharField(max_length=200, default='')
        phone = CharField(max_length=200, default='')
        accepts = TextField(default='')
        papers = TextField(default='')
        ministry = BooleanField(default=False)
        active = BooleanField(default=True)
        class Meta:
            database = db
            table_name = 'institution'
    db.create_tables([Institution])

    class Official(Model):
        version = IntegerField(default=1)
        name = CharField(max_length=120)
        title = CharField(max_length=120)
        rank = CharField(max_length=80, default='')
        nip = CharField(max_length=18, default='')
        user = ForeignKeyField(User, null=True)
        since = DateField()
        until = DateField(null=True)
        class Meta:
            database = db
            table_name = 'official'
    db.create_tables([Official])

    class Letter(Model):
        version = IntegerField(default=1)
        care_team = ForeignKeyField(CareTeam, field=CareTeam.id)
        state = CharField(max_length=40, default='draft')
        number = CharField(unique=True, null=True, max_length=60)
        year = IntegerField(null=True)
        serial = IntegerField(null=True)
        date = DateField(null=True)
        code = CharField(max_length=12, default='400.9.2.2')
        secrecy = CharField(max_length=40, default='secret')
        urgency = CharField(max_length=40, default='ordinary')
        attachments = CharField(max_length=200, default='')
        regarding = CharField(max_length=200)
        addressee = CharField(max_length=200)
        addressee_place = TextField(default='')
        body = TextField()
        copies = TextField(default=list)
        official = ForeignKeyField(Official, null=True)
        mode = CharField(null=True, max_length=40)
        above = TextField(default=list)
        below = TextField(default=list)
        about = CharField(max_length=40)
        about_id = IntegerField()
        issued_by = ForeignKeyField(User, null=True)
        class Meta:
            database = db
            table_name = 'letter'
            indexes = ((('year', 'serial'), True), (('about', 'about_id'), False))
    db.create_tables([Letter])

    class LevelChange(Model):
        version = IntegerField(default=1)
        level = CharField(max_length=40)
        at = DateTimeField()
        by = ForeignKeyField(User)
        source = CharField(max_length=20)
        reason = TextField(default='')
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'level_change'
    db.create_tables([LevelChange])

    class LoginTry(Model):
        username = CharField(index=True, max_length=40)
        address = CharField(max_length=45, default='')
        at = DateTimeField(index=True)
        succeeded = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'login_try'
    db.create_tables([LoginTry])

    class Member(Model):
        team = ForeignKeyField(CareTeam)
        user = ForeignKeyField(User)
        lead = BooleanField(default=False)
        since = DateTimeField()
        until = DateTimeField(null=True)
        break_glass_reason = TextField(default='')
        class Meta:
            database = db
            table_name = 'member'
    db.create_tables([Member])

    class Note(Model):
        version = IntegerField(default=1)
        kind = CharField(max_length=40)
        at = DateTimeField()
        text = TextField()
        participants = TextField(default='')
        made_by = ForeignKeyField(User)
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'note'
    db.create_tables([Note])

    class Office(Model):
        version = IntegerField(default=1)
        government = CharField(max_length=120)
        name = CharField(max_length=120, default='Dinas Sosial')
        address = CharField(max_length=200, default='')
        phone = CharField(max_length=60, default='')
        email = CharField(max_length=120, default='')
        place = CharField(max_length=80, default='')
        region = CharField(max_length=5)
        zone = CharField(max_length=40)
        paper = CharField(max_length=40, default='f4')
        unit = CharField(max_length=20, default='DINSOS')
        open_to_officers = BooleanField(default=False)
        demo = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'office'
    db.create_tables([Office])

    class Pause(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        reason = CharField(max_length=40)
        note = TextField(default='')
        asked_at = DateTimeField()
        asked_from = DateTimeField(null=True)
        review_on = DateField(null=True)
        began_at = DateTimeField(null=True)
        ended_at = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'pause'
    db.create_tables([Pause])

    class Print(Model):
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        kind = CharField(max_length=40)
        copy = IntegerField()
        paper = CharField(max_length=4)
        reveal = BooleanField(default=False)
        by = IntegerField()
        at = DateTimeField()
        class Meta:
            database = db
            table_name = 'print'
            indexes = ((('subject', 'subject_id', 'kind', 'copy'), True),)
    db.create_tables([Print])

    class Recent(Model):
        user = ForeignKeyField(User)
        case = ForeignKeyField(Case)
        at = DateTimeField()
        class Meta:
            database = db
            table_name = 'recent'
            indexes = ((('user', 'case'), True),)
    db.create_tables([Recent])

    class Referral(Model):
        version = IntegerField(default=1)
        number = CharField(unique=True, max_length=20)
        case = ForeignKeyField(Case)
        institution = ForeignKeyField(Institution)
        kind = CharField(max_length=40)
        reason = TextField()
        service = TextField()
        urgent = BooleanField(default=False)
        shared = TextField(default=list)
        summary = TextField()
        consent = CharField(null=True, max_length=40)
        consent_note = CharField(max_length=200, default='')
        escort = CharField(max_length=200, default='')
        journey = CharField(max_length=200, default='')
        attachments = TextField(default='')
        copies = TextField(default='')
        secrecy = CharField(max_length=40, default='secret')
        answer_by = DateField(null=True)
        paper_state = CharField(max_length=40, default='draft')
        answer_state = CharField(max_length=40, default='not_sent')
        letter = ForeignKeyField(Letter, null=True)
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()
        sent_way = CharField(max_length=200, default='')
        handed_at = DateTimeField(null=True)
        handed_by = CharField(max_length=200, default='')
        receiver = CharField(max_length=200, default='')
        receiver_title = CharField(max_length=200, default='')
        handed_place = CharField(max_length=200, default='')
        witness = CharField(max_length=200, default='')
        items = TextField(default='')
        class Meta:
            database = db
            table_name = 'referral'
    db.create_tables([Referral])

    class Region(Model):
        code = CharField(unique=True, max_length=13)
        name = CharField(max_length=80)
        level = CharField(max_length=10)
        parent = CharField(index=True, max_length=13)
        class Meta:
            database = db
            table_name = 'region'
    db.create_tables([Region])

    class Relation(Model):
        version = IntegerField(default=1)
        client = ForeignKeyField(Client)
        other = ForeignKeyField(Client, null=True)
        name = CharField(max_length=200, default='')
        kind = CharField(max_length=40)
        phone = CharField(max_length=20, default='')
        address = CharField(max_length=200, default='')
        guardian = BooleanField(default=False)
        exploiter = BooleanField(default=False)
        class Meta:
            database = db
            table_name = 'relation'
    db.create_tables([Relation])

    class ReportPerson(Model):
        version = IntegerField(default=1)
        report = ForeignKeyField(Report)
        position = IntegerField(default=1)
        name = CharField(max_length=200, default='')
        sex = CharField(null=True, max_length=40)
        birth_date = DateField(null=True)
        birth_precision = CharField(null=True, max_length=40)
        age_estimate = IntegerField(null=True)
        age_estimate_on = DateField(null=True)
        nik = CharField(null=True, max_length=16)
        marks = TextField(default='')
        client = ForeignKeyField(Client, null=True)
        outcome = CharField(max_length=40, default='pending')
        class Meta:
            database = db
            table_name = 'report_person'
    db.create_tables([ReportPerson])

    class Revision(Model):
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        version = IntegerField()
        values = TextField()
        by = IntegerField()
        at = DateTimeField()
        class Meta:
            database = db
            table_name = 'revision'
            indexes = ((('subject', 'subject_id', 'version'), True),)
    db.create_tables([Revision])

    class Round(Model):
        version = IntegerField(default=1)
        level = CharField(max_length=40)
        t0 = DateTimeField()
        found_at = DateTimeField(null=True)
        met_at = DateTimeField(null=True)
        assessed_at = DateTimeField(null=True)
        served_at = DateTimeField(null=True)
        finished_at = DateTimeField(null=True)
        closing_reason = CharField(null=True, max_length=40)
        closing_from = CharField(null=True, max_length=40)
        taken_back = BooleanField(default=False)
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'round'
    db.create_tables([Round])

    class SearchQuery(Model):
        token = CharField(unique=True, max_length=16)
        user = IntegerField()
        text = TextField()
        at = DateTimeField()
        class Meta:
            database = db
            table_name = 'search_query'
    db.create_tables([SearchQuery])

    class SearchWord(Model):
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        word = CharField(max_length=60)
        class Meta:
            database = db
            table_name = 'search_word'
            indexes = ((('subject', 'word'), False), (('subject', 'subject_id'), False))
    db.create_tables([SearchWord])

    class Section(Model):
        version = IntegerField(default=1)
        assessment = ForeignKeyField(Assessment)
        page = IntegerField()
        note = TextField(default='')
        sources = TextField(default=dict)
        class Meta:
            database = db
            table_name = 'section'
            indexes = ((('assessment', 'page'), True),)
    db.create_tables([Section])

    class Service(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        assessment = ForeignKeyField(Assessment, null=True)
        spm = CharField(null=True, max_length=40)
        programme = CharField(null=True, max_length=40)
        what = CharField(max_length=200, default='')
        goal = CharField(max_length=200, default='')
        state = CharField(max_length=40, default='needed')
        quantity = IntegerField(null=True)
        unit = CharField(null=True, max_length=40)
        rupiah = IntegerField(null=True)
        fund = CharField(null=True, max_length=40)
        by_when = DateField(null=True)
        owner = ForeignKeyField(User, null=True)
        delivered_at = DateTimeField(null=True)
        delivered_by = ForeignKeyField(User, null=True)
        evidence = TextField(default='')
        closing_reason = TextField(default='')
        made_by = ForeignKeyField(User)
        class Meta:
            database = db
            table_name = 'service'
    db.create_tables([Service])

    class Session(Model):
        hash = CharField(unique=True, max_length=64)
        user = ForeignKeyField(User)
        began_at = DateTimeField()
        seen_at = DateTimeField()
        ended_at = DateTimeField(null=True)
        address = CharField(max_length=45, default='')
        class Meta:
            database = db
            table_name = 'session'
    db.create_tables([Session])

    class Transition(Model):
        subject = CharField(max_length=40)
        subject_id = IntegerField()
        step = CharField(max_length=40)
        before = CharField(max_length=40, default='')
        after = CharField(max_length=40)
        reason = TextField(default='')
        by = IntegerField()
        occurred_at = DateTimeField()
        recorded_at = DateTimeField()
        class Meta:
            database = db
            table_name = 'transition'
            indexes = ((('subject', 'subject_id'), False),)
    db.create_tables([Transition])

    class Try(Model):
        version = IntegerField(default=1)
        outcome = CharField(max_length=40)
        at = DateTimeField()
        place = CharField(max_length=200, default='')
        text = TextField(default='')
        made_by = ForeignKeyField(User)
        case = ForeignKeyField(Case)
        class Meta:
            database = db
            table_name = 'try'
    db.create_tables([Try])

    class UserRole(Model):
        user = ForeignKeyField(User)
        role = CharField(max_length=40)
        granted_by = ForeignKeyField(User, null=True)
        since = DateTimeField()
        until = DateTimeField(null=True)
        class Meta:
            database = db
            table_name = 'user_role'
    db.create_tables([UserRole])

    class WorkHours(Model):
        weekday = IntegerField(unique=True)
        opens = CharField(max_length=5)
        closes = CharField(max_length=5)
        class Meta:
            database = db
            table_name = 'work_hours'
    db.create_tables([WorkHours])


def down(migrator, db):
    migrator.migrate(migrator.drop_table('work_hours'))
    migrator.migrate(migrator.drop_table('user_role'))
    migrator.migrate(migrator.drop_table('try'))
    migrator.migrate(migrator.drop_table('transition'))
    migrator.migrate(migrator.drop_table('session'))
    migrator.migrate(migrator.drop_table('service'))
    migrator.migrate(migrator.drop_table('section'))
    migrator.migrate(migrator.drop_table('search_word'))
    migrator.migrate(migrator.drop_table('search_query'))
    migrator.migrate(migrator.drop_table('round'))
    migrator.migrate(migrator.drop_table('revision'))
    migrator.migrate(migrator.drop_table('report_person'))
    migrator.migrate(migrator.drop_table('relation'))
    migrator.migrate(migrator.drop_table('region'))
    migrator.migrate(migrator.drop_table('referral'))
    migrator.migrate(migrator.drop_table('recent'))
    migrator.migrate(migrator.drop_table('print'))
    migrator.migrate(migrator.drop_table('pause'))
    migrator.migrate(migrator.drop_table('office'))
    migrator.migrate(migrator.drop_table('note'))
    migrator.migrate(migrator.drop_table('member'))
    migrator.migrate(migrator.drop_table('login_try'))
    migrator.migrate(migrator.drop_table('level_change'))
    migrator.migrate(migrator.drop_table('letter'))
    migrator.migrate(migrator.drop_table('official'))
    migrator.migrate(migrator.drop_table('institution'))
    migrator.migrate(migrator.drop_table('form_token'))
    migrator.migrate(migrator.drop_table('follow_up'))
    migrator.migrate(migrator.drop_table('file'))
    migrator.migrate(migrator.drop_table('audit_entry'))
    migrator.migrate(migrator.drop_table('dtsen_check'))
    migrator.migrate(migrator.drop_table('decision'))
    migrator.migrate(migrator.drop_table('counter'))
    migrator.migrate(migrator.drop_table('consideration'))
    migrator.migrate(migrator.drop_table('consent'))
    migrator.migrate(migrator.drop_table('case_report'))
    migrator.migrate(migrator.drop_table('report'))
    migrator.migrate(migrator.drop_table('case_category'))
    migrator.migrate(migrator.drop_table('attendance'))
    migrator.migrate(migrator.drop_table('placement'))
    migrator.migrate(migrator.drop_table('meeting'))
    migrator.migrate(migrator.drop_table('batch'))
    migrator.migrate(migrator.drop_table('programme'))
    migrator.migrate(migrator.drop_table('answer'))
    migrator.migrate(migrator.drop_table('assessment'))
    migrator.migrate(migrator.drop_table('user'))
    migrator.migrate(migrator.drop_table('instrument'))
    migrator.migrate(migrator.drop_table('case'))
    migrator.migrate(migrator.drop_table('alias'))
    migrator.migrate(migrator.drop_table('client'))
    migrator.migrate(migrator.drop_table('care_team'))
