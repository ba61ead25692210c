"""Screens of the video reviewer."""

import threading

import numpy as np

from support.media_files import encode_with_pillow
from support.screens.screen import shows
from support.tagging.reviewed_clip import TRACKS, tagged_clip, write_numbered_clip
from support.tagging.xmp import mwg, packet
from visavis.tagging.folder import OutputFolder
from visavis.ui.review.face_card import FaceCard
from visavis.ui.reviewer.export_dialog import VideoExportDialog
from visavis.ui.widgets.question_dialog import QuestionDialog


class ReviewerScreens:
    """The screens of the video reviewer, of what `Screens` makes."""

    def _review(self, tag_video=None, tracks=TRACKS):
        path = write_numbered_clip(self.folders.data.parent / "An evening with friends.mp4")
        program = self.program(tag_video=tag_video or (lambda path, report: tagged_clip(path, *tracks)))
        program.reviewer.open(path)
        self.until(lambda: program.window.reviewer.video.frame is not None)
        return program

    def reviewer_empty(self):
        window = self.program().window
        window.show_reviewer()
        return window

    def reviewer_tagging(self):
        wait = threading.Event()

        def tag_video(path, report):
            report(0.4)
            while report(0.4) and not wait.wait(0.05):
                pass

        program = self._review(tag_video)
        self.until(lambda: program.window.reviewer.bar.value() == 400)
        return program.window

    def reviewer(self):
        program = self._review()
        self.until(lambda: len(program.window.reviewer.lanes.people) == 3)
        program.window.reviewer.sought.emit(2.5)
        self.until(lambda: len(program.window.reviewer.video.marks) == 2)
        return program.window

    def reviewer_nobody(self):
        tracks = (("Ada", 0, 0),)  # too brief to count
        program = self._review(lambda path, report: tagged_clip(path, *tracks))
        self.until(lambda: program.window.reviewer.tagged is not None)
        return program.window

    def reviewer_taken_over(self):
        path = write_numbered_clip(self.folders.data.parent / "An evening with friends.mp4")
        OutputFolder(path.with_name("results")).write(tagged_clip(path))
        program = self.program()
        program.reviewer.open(path)
        self.until(lambda: len(program.window.reviewer.lanes.people) == 3)
        return program.window

    @shows(QuestionDialog)
    def dropped_video(self):
        program = self.program()
        program.imports.open_files([write_numbered_clip(self.folders.data.parent / "An evening.mp4", frames=5)])
        return self._asked_by(program)

    @shows(QuestionDialog)
    def dropped_library(self):
        path = self.folders.data.parent / "library" / "2024" / "a.jpg"
        path.parent.mkdir(parents=True)
        xmp = packet(mwg(("Wilhelmine Friederike", (0.5, 0.5, 0.2, 0.2)), ("Maximilian", (0.2, 0.2, 0.1, 0.1))))
        path.write_bytes(encode_with_pillow(np.full((300, 400, 3), 90, np.uint8), "JPEG", xmp=xmp))
        program = self.program()
        program.imports.open_files([path.parent])
        return self._asked_by(program)

    def _asked_by(self, program):
        self.until(lambda: bool(program.window.findChildren(QuestionDialog)))
        return program.window.findChild(QuestionDialog)

    def reviewer_face(self):
        window = self.reviewer()
        window.reviewer.who.click()
        self.until(lambda: window.reviewer.findChild(FaceCard) is not None)
        return window

    @shows(VideoExportDialog)
    def reviewer_export(self):
        window = self.reviewer()
        window.reviewer.export.click()
        self.until(lambda: window.findChild(VideoExportDialog) is not None)
        return window.findChild(VideoExportDialog)
