"""What became of them: results, visits after the course, and the outcomes counted from both."""
