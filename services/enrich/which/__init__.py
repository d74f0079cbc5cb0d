"""Which coup a mention is of: by the countries, years, days and people that stand beside it."""
