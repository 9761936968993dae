"""The parts of the notices page."""
