"""What reception prints: cards to fill in, cards to carry, lists, the day's count, and the recovery key."""
