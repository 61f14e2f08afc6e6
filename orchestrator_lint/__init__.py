"""Policies in, findings and governance documents out."""

__version__ = "0.1.0"
