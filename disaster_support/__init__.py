"""Boards, signs and training for shelters where people share no language."""

__version__ = "0.1.0"
