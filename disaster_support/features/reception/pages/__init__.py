"""The pages of reception: a module for each tab, and what they share."""
