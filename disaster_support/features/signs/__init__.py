"""Signs: labelling sheets for a wall, in Japanese and up to sixteen other languages."""
