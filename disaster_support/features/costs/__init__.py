"""Costs of courses and drills, and the yearly list for the finance section."""
