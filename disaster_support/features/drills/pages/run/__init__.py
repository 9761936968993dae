"""The drill as it runs: checklist, injects, notes, and what was written on paper."""
