"""Commands of financien."""
