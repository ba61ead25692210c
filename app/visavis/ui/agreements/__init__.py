"""The dialog of what a person agreed to.

Controllers import it; it may import `widgets` and `text`. What is stored is `visavis.people.consent`.
Start at `dialog`.
"""
