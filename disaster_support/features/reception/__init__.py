"""Reception: everyone who arrives, with the language they need."""
