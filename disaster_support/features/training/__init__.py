"""Training: courses from templates, what they print, and the people at a course."""
