"""What stands before and around every page: how long a session lasts, known devices, headers, limits."""
