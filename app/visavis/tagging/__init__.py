"""Tagging: who is in a video or a picture, and when.

The command line may import it, and the window. Start at `tagger.Tagger`: a file becomes a `face_log.FaceLog` (what was
seen), and that becomes `file_tags.FileTags` (who was there). The modules in `outputs` write these in other formats.
"""
