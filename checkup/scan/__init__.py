"""Runs checks, yields events as they end, and stops when asked."""
