"""Notices: templates whose slots staff fill in, said in every language at once and printed as wall sheets."""
