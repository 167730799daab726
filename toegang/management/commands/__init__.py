"""Commands of toegang."""
