"""Controllers: what the window does, one module for each of its concerns.

Only `program`, `application` and `benchmark` import them; they may import every panel and the window.
Start at `live` (what is seen), `people.library` and `training`.
"""
