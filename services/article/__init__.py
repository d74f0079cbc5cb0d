"""What an article is: bytes to a clean, identified, dated article. Pure; ingest, collect and the command line use it."""
