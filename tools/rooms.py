"""Draws docs/rooms.svg: the rooms of the program and who imports whom, read from the imports themselves.

    tools/rooms.py            draw
    tools/rooms.py --check    change nothing; fail if the drawing is not that of the code

Each panel shows one package. A box is a room or a loose module, with its number of modules. A room stands one row above
the highest room that it imports. Arrows lead from the importing room to the imported one; an arrow that follows from
two others is left out.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "docs" / "rooms.svg"

#: Source root and package of each panel, and what is drawn as one box inside it.
PANELS = (
    ("app", "visavis", "The core: app/visavis"),
    ("app", "visavis.ui", "The window: app/visavis/ui"),
    ("training", "visavis_training", "Training: training/visavis_training"),
)
#: Size of a box, in pixels of the drawing.
BOX_WIDTH, BOX_HEIGHT = 150, 40
#: Gap between boxes of one row.
COLUMN_GAP = 22
#: Gap between rows.
ROW_GAP = 46
#: Margin around a panel, and height of its title.
MARGIN, TITLE_HEIGHT = 24, 44

Edges = Mapping[str, set[str]]


@dataclass(frozen=True)
class Panel:
    """One package: its rooms, how many modules each has, and which rooms each imports."""

    title: str
    modules: Mapping[str, int]
    imports: Edges


def read_panel(source: str, package: str, title: str) -> Panel:
    """Read a panel from the code."""
    folder = ROOT / source / package.replace(".", "/")
    modules: dict[str, int] = {}
    imports: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        room = path.relative_to(folder).parts[0].removesuffix(".py")
        if room.startswith("__"):
            continue
        modules[room] = modules.get(room, 0) + (path.name != "__init__.py")
        imports.setdefault(room, set()).update(find_rooms(path, package) - {room})
    return Panel(title, modules, {room: found & modules.keys() for room, found in imports.items()})


def find_rooms(path: Path, package: str) -> set[str]:
    """The rooms of the package that a module imports, anywhere in it."""
    rooms = set()
    for name in find_imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.startswith(f"{package}."):
            rooms.add(name[len(package) + 1 :].split(".")[0])
    return rooms


def find_imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names that a module imports; of ``from a import b`` it is ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def compute_rows(imports: Edges) -> dict[str, int]:
    """The row of each room, 0 at the bottom.

    Raises
    ------
    ValueError
        If rooms import each other in a circle.
    """
    rows: dict[str, int] = {}
    while len(rows) < len(imports):
        ready = [room for room in imports if room not in rows and imports[room] <= rows.keys()]
        if not ready:
            raise ValueError(f"a circle among {', '.join(sorted(imports.keys() - rows.keys()))}")
        rows |= {room: max((rows[each] + 1 for each in imports[room]), default=0) for room in ready}
    return rows


def reduce_edges(imports: Edges) -> list[tuple[str, str]]:
    """The edges that do not follow from two others (the transitive reduction)."""

    def reachable(room: str) -> set[str]:
        return imports[room].union(*(reachable(each) for each in imports[room]))

    return [
        (room, target)
        for room in imports
        for target in sorted(imports[room])
        if not any(target in reachable(other) for other in imports[room] - {target})
    ]


def place_boxes(panel: Panel, width: int) -> tuple[dict[str, tuple[float, float]], int]:
    """The upper left corner of each box, and the panel's height; each row is centered."""
    rows = compute_rows(panel.imports)
    top = max(rows.values())
    places = {}
    for number in range(top + 1):
        row = sorted(room for room in rows if rows[room] == number)
        left = (width - len(row) * BOX_WIDTH - (len(row) - 1) * COLUMN_GAP) / 2
        y = TITLE_HEIGHT + (top - number) * (BOX_HEIGHT + ROW_GAP)
        places |= {room: (left + index * (BOX_WIDTH + COLUMN_GAP), y) for index, room in enumerate(row)}
    return places, TITLE_HEIGHT + (top + 1) * BOX_HEIGHT + top * ROW_GAP + MARGIN


def draw_panel(panel: Panel, width: int, top: int) -> tuple[list[str], int]:
    """The panel's SVG elements, shifted down by `top`, and its height."""
    places, height = place_boxes(panel, width)
    parts = [f'<g transform="translate(0 {top})">', f'<text class="title" x="{MARGIN}" y="28">{panel.title}</text>']
    for source, target in reduce_edges(panel.imports):
        (x1, y1), (x2, y2) = places[source], places[target]
        x1, x2, y1 = x1 + BOX_WIDTH / 2, x2 + BOX_WIDTH / 2, y1 + BOX_HEIGHT
        middle = (y1 + y2) / 2
        curve = f"M{x1:.0f} {y1:.0f}C{x1:.0f} {middle:.0f} {x2:.0f} {middle:.0f} {x2:.0f} {y2 - 5:.0f}"
        parts.append(f'<path class="arrow" d="{curve}" marker-end="url(#tip)"/>')
    for room, (x, y) in places.items():
        count = panel.modules[room]
        label = room if count <= 1 and not is_room(panel, room) else f"{room}/"
        note = f'<tspan class="count"> {count}</tspan>' if label.endswith("/") else ""
        parts.append(f'<rect x="{x:.0f}" y="{y:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"/>')
        text = f'<text class="name" x="{x + BOX_WIDTH / 2:.0f}" y="{y + 25:.0f}">{escape(label)}{note}</text>'
        parts.append(text)
    return [*parts, "</g>"], height


def is_room(panel: Panel, name: str) -> bool:
    """Whether that is a folder; a folder may hold one module."""
    folder = ROOT / panel.title.split(": ")[1] / name
    return folder.is_dir()


def draw() -> str:
    """The whole drawing, as SVG."""
    panels = [read_panel(*each) for each in PANELS]
    widest = max(max(list(compute_rows(p.imports).values()).count(n) for n in range(len(p.imports))) for p in panels)
    width = 2 * MARGIN + widest * BOX_WIDTH + (widest - 1) * COLUMN_GAP
    body: list[str] = []
    height = 0
    for panel in panels:
        parts, used = draw_panel(panel, width, height)
        body += parts
        height += used
    style = (
        "rect{fill:#f5f7fa;stroke:#5b6b80}text{font-family:sans-serif;fill:#1d2733}.title{font-size:17px;"
        "font-weight:bold}.name{font-size:13px;text-anchor:middle}.count{fill:#5b6b80;font-size:11px}"
        ".arrow{fill:none;stroke:#8a99ad;stroke-width:1.2}"
    )
    tip = '<marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    head = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        "<title>The rooms of Visavis and who imports whom</title>",
        f'<style>{style}</style><defs>{tip}<path d="M0 0L8 4L0 8z" fill="#8a99ad"/></marker></defs>',
        f'<rect width="{width}" height="{height}" style="fill:#fff;stroke:none"/>',
    ]
    return "\n".join([*head, *body, "</svg>", ""])


def main(arguments: list[str]) -> int:
    """Draw, or check the drawing; 1 if it is not that of the code."""
    drawing = draw()
    if "--check" not in arguments:
        DRAWING.write_text(drawing, encoding="utf-8")
        return 0
    if not DRAWING.exists() or DRAWING.read_text(encoding="utf-8") != drawing:
        print("docs/rooms.svg is not drawn from the imports as they are: make rooms", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
