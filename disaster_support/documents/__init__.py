"""What a page is: plain data in millimetres."""
