"""Assessments: what is known of a client, scored openly for a child and told in words for others, and special considerations."""
