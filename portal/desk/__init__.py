"""What each person finds when they come in: their work, their drafts, the answers to their proposals."""
