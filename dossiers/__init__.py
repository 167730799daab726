"""The shared case: families and persons."""
