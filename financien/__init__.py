"""The budget of the plan."""
