"""Referrals to other institutions: the paper inside the office, and the answer outside it."""
