"""What a course prints: each module builds one kind of paper."""
