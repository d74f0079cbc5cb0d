"""Workers killed at random moments, and whether each alert is there once afterwards."""
