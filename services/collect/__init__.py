"""The collect service: sources are polled politely, what is new in them is fed. app.py is the shell of pure cores."""
