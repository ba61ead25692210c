"""All actions of the window, each in a menu and with a shortcut."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from visavis.ui.help.shortcuts import set_shortcut
from visavis.ui.live.source_menu import SourceMenu
from visavis.ui.text.language import translate
from visavis.ui.widgets.buttons import set_usable

Shortcut = str | QKeySequence.StandardKey


class Actions:
    """The actions by name. Controllers connect them."""

    def __init__(self, window: QMainWindow, chooser: SourceMenu) -> None:
        self._window = window
        self._chooser = chooser
        bar = window.menuBar()
        file = bar.addMenu(translate("Actions", "&File"))
        file.addMenu(chooser.sources)
        file.addSeparator()
        file.addAction(chooser.file)
        file.addAction(chooser.folder)
        self.import_folder = self._add(file, translate("Actions", "&Import a folder …"), "Ctrl+I")
        self.import_pictures = self._add(file, translate("Actions", "Import &pictures of one person …"), "Ctrl+Shift+I")
        self.import_marked = self._add(file, translate("Actions", "Import &marked people …"), "Ctrl+Alt+I")
        explain(
            self.import_marked,
            translate("Actions", "By the names that other programs gave to faces in pictures (XMP)."),
        )
        self.enroll = self._add(file, translate("Actions", "&Enroll from a video …"), "Ctrl+Shift+N")
        self.review_video = self._add(file, translate("Actions", "&Review a video …"), "Ctrl+Alt+P")
        file.addSeparator()
        export = file.addMenu(translate("Actions", "E&xport"))
        self.export_people = self._add(export, translate("Actions", "&People as folders …"), "Ctrl+Shift+E")
        self.export_sightings = self._add(export, translate("Actions", "&Visits as CSV …"), "Ctrl+Alt+V")
        self.export_report = self._add(export, translate("Actions", "&Report as PDF …"), "Ctrl+Shift+D")
        self.back_up = self._add(file, translate("Actions", "&Back up …"), "Ctrl+Alt+B")
        self.restore_backup = self._add(file, translate("Actions", "Rest&ore a backup …"), "Ctrl+Alt+R")
        file.addSeparator()
        self.settings = self._add(file, translate("Actions", "Se&ttings …"), "Ctrl+,")
        self.quit = self._add(file, translate("Actions", "&Quit"), "Ctrl+Q")

        view = bar.addMenu(translate("Actions", "&View"))
        self.people = self._add(view, translate("Actions", "&People"), "Ctrl+1")
        self.capture = self._add(view, translate("Actions", "&Capture"), "Ctrl+2")
        self.train = self._add(view, translate("Actions", "&Train"), "Ctrl+3")
        self.review = self._add(view, translate("Actions", "&Review"), "Ctrl+4")
        self.history = self._add(view, translate("Actions", "&History"), "Ctrl+5")
        view.addSeparator()
        self.panel = self._add(view, translate("Actions", "Side p&anel"), "Ctrl+B", checkable=True)
        self.full = self._add(view, translate("Actions", "&Full screen"), "F11", checkable=True)

        picture = bar.addMenu(translate("Actions", "P&icture"))
        self.pause = self._add(picture, translate("Actions", "&Pause"), "Space", checkable=True)
        self.snapshot = self._add(picture, translate("Actions", "&Save the picture"), "Ctrl+S")
        self.record = self._add(picture, translate("Actions", "Recor&d"), "F9", checkable=True)
        explain(self.record, translate("Actions", "The video of everybody in view. Choose it again to stop."))
        self.recordings = self._add(picture, translate("Actions", "Recordi&ngs …"), "Shift+F9")
        self.mark = self._add(picture, translate("Actions", "Mark a &face"), "Ctrl+K")
        self.classify = self._add(picture, translate("Actions", "What is &this?"), "F4", checkable=True)
        explain(self.classify, translate("Actions", "Says what whole pictures show, without looking for faces."))
        self.pictures = self._add(picture, translate("Actions", "F&older for saved pictures …"), "Ctrl+Shift+S")
        picture.addSeparator()
        self.mirror = self._add(picture, translate("Actions", "&Mirror the camera"), "Ctrl+M", checkable=True)
        self.mini = self._add(picture, translate("Actions", "Mini &view"), "Ctrl+Shift+V", checkable=True)
        self.call = self._add(picture, translate("Actions", "&Camera for calls"), "Ctrl+Shift+C", checkable=True)
        self.hide_faces = self._add(
            picture, translate("Actions", "&Hide faces in calls"), "Ctrl+Shift+Y", checkable=True
        )
        picture.addSeparator()
        self.hud = self._add(picture, translate("Actions", "Pe&rformance"), "F2", checkable=True)

        people = bar.addMenu(translate("Actions", "&People"))
        self.new = self._add(people, translate("Actions", "&New person …"), "Ctrl+N")
        self.find = self._add(people, translate("Actions", "&Find a person"), "Ctrl+F")
        self.library = self._add(people, translate("Actions", "A&ll people"), "Ctrl+Shift+P")
        self.trash = self._add(people, translate("Actions", "&Trash"), "Ctrl+Shift+L")
        people.addSeparator()
        self.undo = self._add(people, translate("Actions", "&Undo"), "Ctrl+Z")
        people.addSeparator()
        self.open = self._add(people, translate("Actions", "O&pen page"), "Ctrl+E")
        self.more = self._add(people, translate("Actions", "T&ake more pictures"), "Ctrl+P")
        self.look = self._add(people, translate("Actions", "Add this loo&k"), "Ctrl+Shift+K")
        self.rename = self._add(people, translate("Actions", "&Rename …"), "Ctrl+R")
        self.merge = self._add(people, translate("Actions", "&Merge …"), "Ctrl+G")
        self.move = self._add(people, translate("Actions", "Mo&ve to …"), "Ctrl+J")
        self.reject = self._add(people, translate("Actions", "Not t&his person"), "Ctrl+Shift+X")
        self.use = self._add(people, translate("Actions", "Use any&way"), "Ctrl+Shift+U")
        self.set_aside = self._add(people, translate("Actions", "Set as&ide"), "Ctrl+Shift+J")
        self.delete = self._add(people, translate("Actions", "&Delete"), "Del")
        self.announce = self._add(people, translate("Actions", "Tell me when they &come"), "Ctrl+Shift+A")
        self.agreement = self._add(people, translate("Actions", "Agr&eement …"), "Ctrl+Alt+A")
        people.addSeparator()  # it cannot be undone
        self.forget = self._add(people, translate("Actions", "F&orget …"), "Ctrl+Del")
        explain(self.delete, translate("Actions", "To the trash, where it can be put back for a week."))
        explain(self.forget, translate("Actions", "Everywhere and for good, also from models. It cannot be undone."))
        people.addSeparator()
        self.restore = self._add(people, translate("Actions", "Put &back"), "Ctrl+Shift+Z")
        self.purge = self._add(people, translate("Actions", "Delete for &good …"), "Shift+Del")

        work = bar.addMenu(translate("Actions", "&Training"))
        self.start_capture = self._add(work, translate("Actions", "Start or stop ca&pturing"), "Ctrl+Return")
        work.addSeparator()
        self.start = self._add(work, translate("Actions", "&Start training"), "Ctrl+T")
        self.folders = self._add(work, translate("Actions", "Train on any &folders …"), "Ctrl+Alt+F")
        explain(self.folders, translate("Actions", "Learns whole pictures of anything, without looking for faces."))
        self.cancel = self._add(work, translate("Actions", "&Cancel training"), "Ctrl+.")
        work.addSeparator()
        self.models = self._add(work, translate("Actions", "&Models …"), "Ctrl+Shift+M")
        self.report = self._add(work, translate("Actions", "R&eport …"), "Ctrl+Shift+R")
        self.insight = self._add(work, translate("Actions", "What the &network sees …"), "Ctrl+Shift+W")
        self.threshold = self._add(work, translate("Actions", "T&hreshold …"), "Ctrl+Shift+T")

        help_ = bar.addMenu(translate("Actions", "&Help"))
        self.manual = self._add(help_, translate("Actions", "&Manual"), "F1")
        self.documentation = self._add(help_, translate("Actions", "&Documentation"), "Ctrl+Shift+F1")
        self.shortcuts = self._add(help_, translate("Actions", "&Keyboard shortcuts"), "Ctrl+F1")
        self.changes = self._add(help_, translate("Actions", "What is &new"), "Ctrl+Shift+H")
        self.update = self._add(help_, translate("Actions", "Look for a new &version …"), "Ctrl+Shift+F")
        help_.addSeparator()
        self.problem = self._add(help_, translate("Actions", "&Report a problem …"), "Ctrl+Shift+B")
        self.logs = self._add(help_, translate("Actions", "Open the &log folder"), "Ctrl+Shift+G")
        help_.addSeparator()
        self.about = self._add(help_, translate("Actions", "&About Visavis"), "Shift+F1")

        for menu in bar.findChildren(QMenu):
            menu.setToolTipsVisible(True)  # what is disabled says why

    def set_enabled(self, enabled: bool) -> None:
        """Disable everything except Quit and Help until the user has agreed to the welcome page."""
        chooser = self._chooser
        always = {
            self.quit,
            self.manual,
            self.documentation,
            self.shortcuts,
            self.changes,
            self.problem,
            self.logs,
            self.about,
        }
        actions = [action for action in vars(self).values() if isinstance(action, QAction)]
        sources = (chooser.file, chooser.folder, chooser.address, chooser.demo, chooser.sources.menuAction())
        chooser.offer_second(enabled)
        for action in (*actions, *sources):
            set_usable(
                action, enabled or action in always, translate("Actions", "Read the first page and agree to it.")
            )

    def _add(self, menu: QMenu, text: str, shortcut: Shortcut, *, checkable: bool = False) -> QAction:
        action = menu.addAction(text)
        set_shortcut(action, QKeySequence(shortcut))
        action.setCheckable(checkable)
        self._window.addAction(action)  # so that shortcuts work in full screen, where the menu is hidden
        action.setToolTip(f"{text.replace('&', '').removesuffix(' …')} ({action.shortcut().toString()})")
        return action


def explain(action: QAction, sentence: str) -> None:
    """Add to the tool tip what an action does."""
    action.setToolTip(f"{action.toolTip()}\n{sentence}")
