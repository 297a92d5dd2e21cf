"""Training: programmes, batches with seats, placements with their eligibility, attendance, results and follow-up."""
