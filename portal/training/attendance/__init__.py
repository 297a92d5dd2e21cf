"""Who was there: the days of a course, one page a day, and what three absences in a row ask for."""
