"""Trained models on disk: cards, templates, and which one is in use.

Rooms from `recognition` upward may import it.
Start at `store.ModelStore` and `card.ModelCard`.
"""
