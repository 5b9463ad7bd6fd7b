"""Findings, answers and accounts to ordered steps; pure."""
