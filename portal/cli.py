"""Commands for the office's own machine; they call the same verbs as the views."""
import json

import click
from flask.cli import AppGroup, with_appcontext

from portal import audit, db
from portal.accounts.models import User
from portal.assessments import versions
from portal.assessments.instruments import Instrument
from portal.files.models import File
from portal.labels import sentence
from portal.rules import instrument_versions
from portal.rules.refused import Refused
from portal.search import rewriting


@click.command("check")
@with_appcontext
def check():
    """Examine this installation: one sentence per fault, exit code 1 when there is any."""
    faults = db.settings_faults()
    broken = audit.verify()
    faults += [broken] if broken else []
    faults += [f"Isi {count} berkas hilang atau rusak: pulihkan folder files dari cadangan." for count in [File.damaged()] if count]
    if not User.admins().exists():
        faults.append("Belum ada admin: buka tautan pemasangan.")
    for fault in faults:
        click.echo(fault)
    if not faults:
        click.echo("Semua baik.")
    raise SystemExit(1 if faults else 0)


@click.command("verify")
@with_appcontext
def verify():
    """Read the whole trail and say whether any row was changed, removed, inserted or cut off."""
    broken = audit.verify()
    click.echo(broken or f"Jejak audit utuh: {audit.Entry.select().count()} baris.")
    raise SystemExit(1 if broken else 0)


@click.command("reindex")
@with_appcontext
def reindex():
    """Write the search words of every record anew."""
    click.echo(f"{rewriting.rewrite()} catatan ditulis ulang kata pencariannya.")


instrument = AppGroup("instrument", help="The assessment instrument: check a new version, see what it changes, publish it.")


@instrument.command("list")
def list_instruments():
    """Every published version, with the day from which it counts."""
    for one, _, standing, used in versions.listed():
        click.echo(f"{one.edition}  berlaku sejak {one.since}  {standing}  {used} asesmen")


@instrument.command("check")
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
def check_instrument(path):
    """Examine the definition in a file and say what it changes; nothing is published."""
    click.echo("\n".join(_compared(_read(path))))


@instrument.command("publish")
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="do not ask")
def publish_instrument(path, yes):
    """Publish the definition in a file; it counts from its own day (valid_from) and can never be changed again."""
    definition = _read(path)
    click.echo("\n".join(_compared(definition)))
    if not yes:
        click.confirm("Terbitkan versi ini? Sesudahnya tidak dapat diubah", abort=True)
    with db.db.unit():
        published = Instrument.publish(definition, by=None)
    click.echo(f"Versi {published.edition} diterbitkan, berlaku sejak {published.since}.")


def _read(path):
    """The definition in a file, examined; a fault ends the command with its sentence."""
    try:
        with open(path, encoding="utf-8") as file:
            definition = json.load(file)
        Instrument.examine(definition)
    except (ValueError, UnicodeDecodeError) as fault:
        raise click.ClickException(f"Berkas ini bukan JSON yang dapat dibaca: {fault}") from fault
    except Refused as refused:
        raise click.ClickException(sentence(refused)) from refused
    return definition


def _compared(definition):
    """What the definition is and what it changes, line by line."""
    content, latest = Instrument.examine(definition), Instrument.every().first()
    lines = versions.told(instrument_versions.changes(latest.content, content)) if latest else []
    yield f"{content.name}, versi {content.version}, berlaku sejak {content.since}: {len(content.items)} butir, {content.max_points} poin."
    yield from versions.warnings(content)
    if latest:
        yield f"Dibandingkan dengan versi {latest.edition}: {len(lines)} perbedaan."
    yield from (f"- {f'{aspect} {where}'.strip()}: {before or '(tidak ada)'} -> {after or '(tidak ada)'}" for aspect, where, before, after in lines)


commands = [check, verify, reindex, instrument]
