"""The office itself: its name and letterhead, its regency and places, its officials and opening hours."""
