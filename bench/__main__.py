"""`python -m bench` measures everything, one after the other; `python -m bench twins --seed 2` one thing, with its own options.

`python -m bench office` measures nothing: it writes an invented office.
"""
import sys

from bench import extracts, home, imports, office, recap, search, twins

MEASURED = {"twins": twins.main, "search": search.main, "imports": imports.main, "extracts": extracts.main, "home": home.main,
            "recap": recap.main}
WRITTEN = {"office": office.main}


def main():
    """Run the measurement that is named first, or all of them."""
    known = MEASURED | WRITTEN
    named = [sys.argv.pop(1)] if sys.argv[1:] and sys.argv[1] in known else list(MEASURED)
    for name in named:
        print(f"\n{name}", flush=True)
        known[name]()


if __name__ == "__main__":
    main()
