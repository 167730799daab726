"""A domain that the product does not know: it proves that a new one is an app and a line of settings."""
