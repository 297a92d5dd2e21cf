"""What happens before Sigap serves: every reason not to start is a sentence, and the last line says where to open it."""
import os
import shutil
import socket
import sys

from peewee import DatabaseError
from playhouse.migrations import MigrationError

from portal import config, create_app, db
from portal.accounts.models import User
from portal.exports import Export
from portal.extracts.models import Extract
from portal.files import store
from portal.office import founding
from portal.office.models import Office
from portal.search import rewriting

DEMO_NAMES = "petugas, petugas2, manajer, manajer2, admin, auditor"


class Unready(Exception):
    """Sigap must not start; the message says why and what to do."""


def main(environ=os.environ):
    """Prepare and tell; 0 when the server may start, 1 when it may not."""
    try:
        for line in prepared(environ):
            print(line)
    except Unready as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


def prepared(environ):
    """Check the address, open or make the database, and return the lines that say where to go."""
    demo, host = environ.get("SIGAP_DEMO") == "1", environ.get("SIGAP_HOST", "127.0.0.1")
    check_host(host, demo=demo, allowed=environ.get("SIGAP_ALLOW_HTTP") == "1")
    port = check_port(host, environ.get("PORT", "8000"))
    if demo and not environ.get("SIGAP_INSTANCE"):
        shutil.rmtree(config.instance_folder(environ), ignore_errors=True)
    app = built(environ)
    with app.app_context():
        check_database(demo)
        store.tidy()
        Extract.tidy()
        Export.tidy()
        if rewriting.is_due():
            rewriting.rewrite()
        return lines(address(host, port), demo)


def check_host(host, *, demo, allowed):
    """Beyond this machine only when told explicitly: without TLS everything, passwords too, could be read on the way."""
    if host in config.LOOPBACK:
        return
    if demo:
        raise Unready("Contoh hanya berjalan di komputer ini sendiri. Hapus SIGAP_HOST, lalu ulangi.")
    if not allowed:
        raise Unready(f"Sigap belum memakai TLS, sehingga sandi dan data anak bisa terbaca di jaringan. Karena itu Sigap menolak dibuka di {host}. "
                      "Bila Anda memahami akibatnya dan jaringannya tertutup, jalankan lagi dengan SIGAP_ALLOW_HTTP=1.")


def check_port(host, text):
    """The port as a number, free to listen on."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise Unready(f"PORT harus angka dari 1 sampai 65535, bukan {text!r}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(text)))
        except OSError as fault:
            raise Unready(f"Alamat {host} porta {text} tidak bisa dipakai ({fault.strerror}). Mungkin Sigap sudah berjalan; "
                          "tutup yang lama, atau pilih porta lain, misalnya PORT=8001.") from fault
    return int(text)


def built(environ):
    """The application, its instance folder closed to other people and its tables up to date."""
    folder = config.instance_folder(environ)
    try:
        os.umask(0o077)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        return create_app()
    except OSError as fault:
        raise Unready(f"Folder {folder} tidak bisa ditulisi ({fault.strerror}). Periksa pemilik dan isi cakramnya.") from fault
    except (DatabaseError, MigrationError) as fault:
        raise Unready(f"Basis data di {folder} tidak bisa dibuka: {fault}. Jangan hapus berkasnya; pulihkan dari cadangan.") from fault


def check_database(demo):
    """The settings that keep records safe are read back; a demo and an office never share a database."""
    faults = db.settings_faults()
    if faults:
        raise Unready("Basis data tidak seaman yang diminta:\n" + "\n".join(faults))
    office = Office.current()
    if demo and (not office.demo if office else User.everyone().exists()):
        raise Unready("Basis data ini milik kantor, bukan contoh. Pilih folder lain dengan SIGAP_INSTANCE.")
    if office and office.demo and not demo:
        raise Unready("Basis data ini berisi contoh. Jalankan dengan `make demo`, atau pilih folder lain dengan SIGAP_INSTANCE.")
    if demo and not office:
        from portal.demo import play
        play()


def address(host, port):
    """Where a browser finds this server."""
    name = socket.gethostname() if host in ("0.0.0.0", "::") else host
    return f"http://[{name}]:{port}" if ":" in name.strip("[]") else f"http://{name}:{port}"


def lines(root, demo):
    """What the person who started Sigap needs to know."""
    told = [f"Sigap: {root}/"]
    if demo:
        return [*told, f"Akun contoh: {DEMO_NAMES}. Sandi semuanya: sigap-demo",
                "Data rekaan; tanpa SIGAP_INSTANCE semuanya dibuat baru setiap kali contoh dijalankan."]
    if not User.admins().exists():
        told.append(f"Belum ada admin. Buka tautan ini sekali untuk memasang: {root}{founding.link()}")
    return told


if __name__ == "__main__":
    sys.exit(main())
