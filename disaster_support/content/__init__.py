"""What can be said: languages, entries, catalogues, search and checks."""
