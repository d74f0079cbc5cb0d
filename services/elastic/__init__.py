"""Elasticsearch for whoever writes to it: the port, bulk requests that wait, the indexes and their mapping."""
