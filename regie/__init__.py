"""For the coordinator."""
