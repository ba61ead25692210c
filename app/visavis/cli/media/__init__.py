"""Commands that read pictures and videos: `recognize`, `tag` and `frames`. Only `cli.arguments` imports them."""
