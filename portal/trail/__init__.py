"""The trail as a page, for the auditor."""
