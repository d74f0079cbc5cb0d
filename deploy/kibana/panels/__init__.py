"""Panels of a dashboard, one file per kind."""
