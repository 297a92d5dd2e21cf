"""What is measured rather than tested: run by hand, each with its seed printed."""
