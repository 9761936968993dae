"""A course's plan, to read and to change."""
