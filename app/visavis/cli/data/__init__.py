"""Commands about the data as a whole, and about what people agreed to: backup, restore, export, audit, consent."""
