"""What a drill prints: plan, checklist, injects, evaluation, participation, feedback, and the report."""
