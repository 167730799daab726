"""Each public action of every app, to be done once on a small invented world."""
