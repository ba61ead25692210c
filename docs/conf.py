"""How Sphinx builds the documentation: `make docs`, or `sphinx-build docs OUT`.

The reference of commands, settings and Python calls is written from the code (`tools/site/reference.py`). Pages load
nothing from other sites.
"""

import sys
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_ROOT / "app"), str(_ROOT / "tools" / "site")]

_project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "Visavis"
author = _project["authors"][0]["name"]
project_copyright = author
version = release = _project["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "reference"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
#: `--count` stays two hyphens.
smartquotes = False

myst_enable_extensions = ["colon_fence", "deflist"]
#: Headings down to this level can be linked to, as on GitHub.
myst_heading_anchors = 4

#: Every link to a page, a heading or an object must lead somewhere.
nitpicky = True
#: A page that no contents list yet is built all the same, and found by the search.
suppress_warnings = ["toc.not_included"]
#: Types of other packages, and those of ours that a caller never creates.
nitpick_ignore_regex = [("py:.*", r"(?!visavis\.(FaceStore|open_store|errors)\b).*")]

napoleon_google_docstring = False
autodoc_typehints = "none"  # the docstrings have the types
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"  # values are returned, and not created by a caller
default_role = "code"  # in docstrings, `a name` is code

html_theme = "furo"
html_title = f"Visavis {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "../app/visavis/ui/widgets/resources/application.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
#: Decisions come after the pages for users in the results of a search.
html_search_scorer = str(_ROOT / "docs" / "scorer.js")
#: A summary of each page that is found would be fetched, which browsers refuse for files.
html_show_search_summary = False
#: Style of code in the dark scheme.
pygments_dark_style = "github-dark"

linkcheck_timeout = 20
linkcheck_retries = 2
linkcheck_anchors = False
