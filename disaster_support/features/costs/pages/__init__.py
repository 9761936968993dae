"""Costs on the screen: the list of a fiscal year, its sums, and the form of an expense."""
