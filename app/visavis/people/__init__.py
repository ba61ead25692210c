"""Who is enrolled, on disk: people, samples, rejections, imports, the trash, undo.

Rooms from `models` upward may import it; it knows nothing of networks.
Start at `store.PeopleStore`, `person.Person` and `samples.Sample`.
"""
