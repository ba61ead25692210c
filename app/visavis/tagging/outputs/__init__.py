"""What tags are written as: tables, subtitles, edit lists, timelines and pages. Each module makes the text of one file.

`tagging.folder` calls them.
"""
