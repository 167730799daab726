"""Commands of termijnen."""
