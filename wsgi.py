"""The application for `flask --app wsgi`, and `python wsgi.py [--demo]`, which prepares everything and serves it."""
import ctypes
import os
import subprocess
import sys
from contextlib import suppress

MALLOPT = {-8: 2, -3: 1024 * 1024}  # M_ARENA_MAX and M_MMAP_THRESHOLD of glibc's malloc.h


def __getattr__(name):
    """Make the application only for who asks: the process that watches over the server has no need of it."""
    if name not in ("app", "application"):
        raise AttributeError(name)
    from portal import create_app
    globals()["app"] = globals()["application"] = create_app()
    return globals()[name]


def main(arguments):
    """Prepare in a process of its own, then serve."""
    if "--demo" in arguments:
        os.environ["SIGAP_DEMO"] = "1"
    os.umask(0o077)
    done = subprocess.run([sys.executable, "-m", "portal.prepare"], text=True, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        return done.returncode
    print(done.stdout, end="", flush=True)
    serve(os.environ.get("SIGAP_HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000")))
    return 0


def serve(host, port):
    """One worker, eight threads; granian guards against slow and idle connections."""
    from granian import Granian
    give_back_memory()
    Granian("wsgi:app", address=host, port=port, interface="wsgi", workers=1, blocking_threads=8, log_enabled=True,
            log_level="error", websockets=False).serve()


def give_back_memory():
    """On Linux, two heaps for all threads and large blocks on their own, or what signing in once took would stay taken."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            for option, value in MALLOPT.items():
                ctypes.CDLL(None).mallopt(option, value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
