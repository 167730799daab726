"""Commands of uitwisseling."""
