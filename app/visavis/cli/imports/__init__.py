"""`visavis import`: pictures into the people store. Only `cli.arguments` imports it."""
