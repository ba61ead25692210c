"""The first page and About: what the program does with faces, in plain words.

The window imports it; it may import `widgets` and `text`.
Start at `welcome`, `dialog` and `texts`.
"""
