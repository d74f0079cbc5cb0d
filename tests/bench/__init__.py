"""`make bench`: what Harmattan costs on this machine."""
