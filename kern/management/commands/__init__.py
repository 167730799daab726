"""Commands of kern."""
