"""What holds for every file, in and out: pure functions."""
