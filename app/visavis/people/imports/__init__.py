"""Importing folders of pictures: what is in them, whose they are, and what became of each picture.

Start at `importer.Importer`; `import_plan` finds the pictures, `import_outcomes` says what happened.
"""
