"""Who may come in, what they may see."""
