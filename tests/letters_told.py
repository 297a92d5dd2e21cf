"""Prints the first fault of the trail in the office's folder, or None. Run by test_letter_races."""
from portal import audit, create_app

if __name__ == "__main__":
    with create_app({"TESTING": True}).app_context():
        print(audit.verify())
