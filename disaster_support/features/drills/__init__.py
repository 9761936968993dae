"""Drills: templates, running one, who took part, and the after-action report."""
