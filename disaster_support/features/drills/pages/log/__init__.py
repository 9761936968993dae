"""Who took part: tally, scans, lists, tools."""
