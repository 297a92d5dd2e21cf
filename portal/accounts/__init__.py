"""People who sign in, their roles, their sessions, and the care teams that need-to-know hangs on."""
