"""`python -m bench` measures everything, one after the other; `python -m bench twins --seed 2` one thing, with its own options."""
import sys

from bench import extracts, imports, search, twins

MEASURED = {"twins": twins.main, "search": search.main, "imports": imports.main, "extracts": extracts.main}


def main():
    """Run the measurement that is named first, or all of them."""
    named = [sys.argv.pop(1)] if sys.argv[1:] and sys.argv[1] in MEASURED else list(MEASURED)
    for name in named:
        print(f"\n{name}", flush=True)
        MEASURED[name]()


if __name__ == "__main__":
    main()
