"""What is counted: one module a kind of record, each of which declares its Source."""
