"""Finding people, and the record of each: looked at, changed, told in full, and parted from its doubles."""
