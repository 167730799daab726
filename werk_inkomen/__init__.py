"""Work and income."""
