"""One box that finds any record by number, name, NIK or telephone."""
