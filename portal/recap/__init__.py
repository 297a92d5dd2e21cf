"""The figures that the office must report: counted from the records, each with the list behind it."""
