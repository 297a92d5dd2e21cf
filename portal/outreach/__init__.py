"""Outreach trips: where a team goes and whom it looks for, its duty letter, and what it found."""
