"""Commands of huisvesting."""
