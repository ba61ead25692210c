"""People in the window: overview, library, a person's page, trash, dialogs.

The window, controllers and the panels above import it; it may import `widgets` and `text`.
Start at `overview.Roster` (the data), `panel` and `library`.
"""
