"""Lists that others send: from files to rows of text, from names of countries and languages to codes."""
