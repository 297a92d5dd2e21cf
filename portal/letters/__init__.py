"""Outgoing letters: frozen text, one number each, and the book they stand in."""
