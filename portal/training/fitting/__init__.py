"""Who fits which course, the proposal to a manager, and what turning eighteen changes."""
