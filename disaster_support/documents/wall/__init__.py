"""Sheets for walls, whatever they say: pictogram and Japanese above, below it the languages as large as fits."""
