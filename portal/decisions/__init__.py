"""One inbox for every proposal that waits for a manager."""
