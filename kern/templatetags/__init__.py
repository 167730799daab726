"""The components of the screens as template tags; each is drawn by one template in templates/onderdelen."""
