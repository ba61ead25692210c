"""Clips and logs of faces, made up."""
