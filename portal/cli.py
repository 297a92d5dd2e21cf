"""Commands for the office's own machine; they call the same verbs as the views."""
import click
from flask.cli import with_appcontext

from portal import audit, db
from portal.accounts.models import User
from portal.files.models import File
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


commands = [check, verify, reindex]
