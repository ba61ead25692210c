"""All parsers of what others may have written, each with right files to begin from."""
