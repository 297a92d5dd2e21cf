"""The trail as a page in sentences, for the auditor."""
