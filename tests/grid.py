"""Truth tables as they are written by hand: a head of columns, then rows of a name and its cells."""


def cells(text):
    """{(row, column): cell}; every row is full, and no row is told twice."""
    head, *lines = [line.split() for line in text.splitlines() if line.strip()]
    rows = {name: row for name, *row in lines}
    assert len(rows) == len(lines)
    return {(name, column): cell for name, row in rows.items() for column, cell in zip(head, row, strict=True)}
