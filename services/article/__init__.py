"""What an article is: bytes to a clean, identified, dated article. Pure; for ingest, collect and the commands."""
