"""The compose file and our image on a real engine, with stand-ins where no registry can be reached."""
