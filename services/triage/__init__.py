"""What the desk does about alerts: when they reach a channel, and who acknowledged, snoozed or resolved them.

The command line, the desk, the API and the alert service use it; it knows none of them.
"""
