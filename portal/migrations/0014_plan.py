"""What a social report tells of the people around a client; care away from the parents, which a manager agrees to."""
from peewee import *


def up(migrator, db):
    class Case(Model):
        class Meta:
            database = db
            table_name = 'case'

    class Service(Model):
        class Meta:
            database = db
            table_name = 'service'

    class User(Model):
        class Meta:
            database = db
            table_name = 'user'

    migrator.migrate(
        migrator.add_column('relation', 'birth_year', IntegerField(null=True)),
        migrator.add_column('relation', 'work', CharField(max_length=120, default='')),
        migrator.add_column('relation', 'education', CharField(null=True, max_length=40)),
        migrator.add_column('relation', 'lives_with', BooleanField(null=True)),
        migrator.add_column('relation', 'condition', CharField(max_length=200, default='')),
        migrator.add_column('relation', 'whereabouts', CharField(null=True, max_length=40)),
        migrator.add_column('service', 'care', CharField(null=True, max_length=40)))

    class OutsideCare(Model):
        version = IntegerField(default=1)
        case = ForeignKeyField(Case)
        service = ForeignKeyField(Service, unique=True)
        state = CharField(max_length=40, default='free')
        impossible = TextField(default='')
        kin_tried = TextField(default='')
        child_view = TextField(default='')
        review_on = DateField()
        made_by = ForeignKeyField(User)

        class Meta:
            database = db
            table_name = 'outside_care'

    db.create_tables([OutsideCare])


def down(migrator, db):
    migrator.migrate(
        migrator.drop_table('outside_care'),
        migrator.drop_column('service', 'care', legacy=True),
        migrator.drop_column('relation', 'whereabouts', legacy=True),
        migrator.drop_column('relation', 'condition', legacy=True),
        migrator.drop_column('relation', 'lives_with', legacy=True),
        migrator.drop_column('relation', 'education', legacy=True),
        migrator.drop_column('relation', 'work', legacy=True),
        migrator.drop_column('relation', 'birth_year', legacy=True))
