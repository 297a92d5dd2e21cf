"""What is printed of a course, and its table as a file."""
