"""After the drill: talk, feedback, ratings, findings."""
