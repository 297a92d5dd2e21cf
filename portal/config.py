"""Every setting, from the environment or the instance folder; no secret has a default."""
import os
import secrets
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEGABYTE = 1024 * 1024
LOOPBACK = ["127.0.0.1", "localhost", "::1", "[::1]"]


def settings(environ=os.environ):
    """The settings of this installation as a dict for Flask; makes the instance folder and its keys on first use."""
    instance = instance_folder(environ)
    instance.mkdir(parents=True, exist_ok=True)
    host = environ.get("SIGAP_HOST", "127.0.0.1")
    return {
        "INSTANCE": instance,
        "DATABASE": str(instance / "sigap.sqlite3"),
        "SECRET_KEY": key_file(instance / "secret.key"),
        "TRAIL_KEY": key_file(instance / "trail.key"),
        "DEMO": environ.get("SIGAP_DEMO") == "1",
        "BACKGROUND": True,
        "HOST": host,
        "UNSAFE_HTTP": host not in LOOPBACK,
        "PORT": int(environ.get("PORT", "8000")),
        "ALLOW_HTTP": environ.get("SIGAP_ALLOW_HTTP") == "1",
        "TRUSTED_HOSTS": trusted_hosts(environ),
        "MAX_CONTENT_LENGTH": 13 * MEGABYTE,  # a file of 12 MB and the form around it
        "MAX_FORM_MEMORY_SIZE": MEGABYTE // 4,
        "MAX_FORM_PARTS": 500,
        "SESSION_COOKIE_NAME": "sid",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "BABEL_DEFAULT_LOCALE": "id",
        "IDLE_MINUTES": 15,
        "ABSOLUTE_HOURS": 10,
    }


def instance_folder(environ=os.environ):
    """Where this installation keeps its data; a demo that was told no folder has one of its own for each port."""
    own = ROOT / "instance" / f"demo-{environ.get('PORT', '8000')}" if environ.get("SIGAP_DEMO") == "1" else ROOT / "instance"
    return Path(environ.get("SIGAP_INSTANCE") or own).resolve()


def trusted_hosts(environ):
    """The names under which browsers may call this server: its own loopback names, or what SIGAP_TRUSTED_HOSTS lists."""
    listed = environ.get("SIGAP_TRUSTED_HOSTS", "").split()
    return listed or (LOOPBACK if environ.get("SIGAP_HOST", "127.0.0.1") in LOOPBACK else None)


def key_file(path):
    """A 32-byte secret as hex, made once and readable by its owner only."""
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()
