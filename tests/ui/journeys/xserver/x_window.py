"""Opens the window as the command does, saves a picture of it once a face is boxed, and says what was painted where.

    python x_window.py DATA PICTURE.png

On stdout, one JSON object: the platform, and each mark's text and rectangle (left, top, width, height) in the window.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer

from visavis.settings import Settings
from visavis.storage.paths import DataFolders
from visavis.ui import application
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.live.face_painter import label_text
from visavis.ui.program import Program


def main() -> None:
    app = application.create_application()
    data = Path(sys.argv[1])
    folders = DataFolders(data, data)
    store = SettingsStore(Settings(cascade="plain", welcomed=True), folders.settings)
    program = Program(application.build_dependencies(folders, store), store)
    video = program.window.video

    def look() -> None:
        fit, marks = video.fit(), video.marks
        if fit is None or not marks:
            return
        timer.stop()
        program.live.session.frame_ready.disconnect(video.show_frame)  # so that what is saved is what is said
        program.live.session.analyzed.disconnect(video.show_analysis)
        program.window.grab().save(sys.argv[2])
        corner = video.mapTo(program.window, QPoint(0, 0))
        placed = [(label_text(mark), fit.to_view(mark.box)) for mark in marks]
        told = [(label, at.left + corner.x(), at.top + corner.y(), at.width, at.height) for label, at in placed]
        sys.stdout.write(json.dumps({"platform": app.platformName(), "marks": told}))
        program.window.close()

    timer = QTimer(interval=50)
    timer.timeout.connect(look)
    timer.start()
    program.begin("demo")
    app.exec()
    sys.exit(0 if program.all_ended else 1)


main()
