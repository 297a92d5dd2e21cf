"""x."""
STORIES = ()
