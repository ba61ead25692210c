"""Enrolled people on disk: samples, rejections, import and export, the trash, edits that can be undone.

Rooms from `models` upward may import it; it knows nothing of networks.
Start at `store.PeopleStore`, `person.Person` and `samples.Sample`.
"""
