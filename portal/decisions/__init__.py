"""Proposals that wait for a manager, and how they were decided."""
