"""Reads what left Sigap as a table of people: the lines above it, and the table without the number that stands in each row."""
import csv
import io

from openpyxl import load_workbook

LEAVING = {"recipient": "province", "recipient_name": "Bidang Rehabilitasi Sosial", "promise": "y"}


def lines_of(answer, kind="csv"):
    """Every line of the file, as lists of cells."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    return [list(row) for row in load_workbook(io.BytesIO(answer.data)).active.iter_rows(values_only=True)]


def marked(answer, kind="csv"):
    """(the lines above, [heads, *rows]); each row carries the number that the lines above tell."""
    lines = lines_of(answer, kind)
    start = next(place for place, line in enumerate(lines) if line and line[0] == "Ekspor")
    above = [line[0] for line in lines[:start] if line and line[0]]
    assert above[0] == "DATA ANAK: DILARANG DISEBARLUASKAN"
    assert all(line[0].startswith("EK-") and line[0] in above[1] for line in lines[start + 1:])
    return above, [line[1:] for line in lines[start:]]


def table(answer, kind="csv"):
    """[heads, *rows]."""
    return marked(answer, kind)[1]
