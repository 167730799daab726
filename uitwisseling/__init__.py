"""Spreadsheets and files in and out."""
