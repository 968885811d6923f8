"""All that one does on the map besides looking at it: tools, the panels at its right, the buttons above, keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from wall.ui.console.facts import Facts
from wall.ui.console.ports import FleetPort
from wall.ui.keys import Key
from wall.ui.map.camera_layer import cameras_of
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.panel import LayersPanel
from wall.ui.map.overlays.switches import Switches
from wall.ui.map.placing.mode import PlacingMode
from wall.ui.map.tools.bar import Deed, ToolBar
from wall.ui.map.tools.finder_desk import FinderDesk
from wall.ui.map.tools.measure import MeasureTool
from wall.ui.map.tools.paper_desk import PaperDesk
from wall.ui.map.tools.paper_panel import PaperPanel
from wall.ui.map.tools.ports import DeskPorts
from wall.ui.map.tools.side import Side
from wall.ui.map.tools.sight_desk import SightDesk
from wall.ui.map.tools.views_desk import ViewsDesk
from wall.ui.map.tools.views_panel import MOST_KEYS
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme

FIND, VIEWS, MEASURE, SIGHT, LAYERS, PLACE, PAPER = "find", "views", "measure", "sight", "layers", "place", "paper"


class MapDesk(QObject):
    """`bar` stands above the canvas, `side` at its right. A `MapPart` of its page.

    Of the panels one is seen at a time, of the tools one has the hand; a tool brings its panel, and goes with it.
    """

    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        facts: Facts,
        fleet: FleetPort,
        events: EventBridge,
        ports: DeskPorts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.switches = Switches(canvas, ports.cameras)
        self.placing = PlacingMode(theme, canvas, facts, fleet)
        self.sight = SightDesk(theme, canvas, facts, ports)
        self.finder = FinderDesk(theme, canvas, facts, fleet.find, ports)
        self.views = ViewsDesk(theme, canvas, self.switches, ports.views, ports.maps, events)
        self.measure = MeasureTool(theme, canvas.drag_by, self._show_on)
        self.layers = LayersPanel(theme, self.switches, canvas)
        self.layers.hide()
        self.paper = PaperDesk(
            theme, canvas, ports.attribution, ports.furniture, ports.now, ports.say, ports.complain, ports.ask_file
        )
        self.paper_panel = PaperPanel(canvas)
        self.paper_panel.hide()
        self.side: Side = Side(parent)
        self.bar: ToolBar = ToolBar(self._deeds(), parent)
        self._connect()

    # -- what the page asks

    def keys(self) -> tuple[Key, ...]:
        """What is done by key on the page of the map."""
        group = QCoreApplication.translate("MapDesk", "The map")
        made = [
            Key((deed.key,), deed.tip or deed.text, deed.does, action_id=f"map.{deed.name}", group=group)
            for deed in self._deeds()
        ]
        view = QCoreApplication.translate("MapDesk", "Kept view {0}")
        made += [
            Key(
                (f"Alt+{place}",),
                view.format(place),
                partial(self.views.show_nth, place),
                action_id=f"map.view_{place}",
                group=group,
            )
            for place in range(1, MOST_KEYS + 1)
        ]
        return tuple(made)

    def go_back(self) -> bool:
        """Esc, one thing at a time: what the tool has in hand, the tool, the panel. False where nothing is open."""
        if self.side.panel is self.finder.panel and self.finder.panel.go_back():
            return True
        if self.placing.go_back() or self.sight.go_back():
            return True
        if self._canvas.tool not in (None, self.measure):
            return False  # Another part's.
        if self._canvas.tool is self.measure:
            if not self.measure.put_back():
                self._canvas.tool = None
            return True
        return self.side.close_panel()

    def undo(self) -> None:
        """Take the last change of the inventory back."""
        self.placing.undo()

    def add_actions(self, found: object, menu: QMenu) -> None:
        """What is done here with cameras on the map."""
        cameras = cameras_of(found)
        if cameras and not self.placing.is_on:
            menu.addAction(self.tr("Move or turn on the map")).triggered.connect(partial(self._place, cameras))

    def look_for(self) -> None:
        """Put the hand where one types what to find."""
        self.side.open(self.finder.panel)
        self.finder.panel.begin()

    def end(self) -> None:
        """What was placed is kept; nothing asks or hears any more."""
        if self._canvas.tool in (self.measure, self.sight.tool) or self.placing.is_on:
            self._canvas.tool = None
        self.placing.end()
        self.switches.end()
        self.views.end()
        self.paper.end()
        self.ended.emit()

    # -- inside

    def _deeds(self) -> tuple[Deed, ...]:
        tr = self.tr
        return (
            Deed(FIND, tr("Find"), "F4", self._toggle_finder, tr("Find a place or a camera on the map")),
            Deed(VIEWS, tr("Kept views"), "Shift+F4", partial(self._toggle, self.views.panel, self.views.panel.begin)),
            Deed(MEASURE, tr("Measure"), "F7", self._toggle_measure, tr("Measure a distance on the map")),
            Deed(SIGHT, tr("Who sees this?"), "F8", self.sight.toggle, tr("Which cameras see a spot of the map")),
            Deed(LAYERS, tr("Layers"), "F9", partial(self._toggle, self.layers, self.layers.setFocus)),
            Deed(PLACE, tr("Place cameras"), "F6", self.placing.toggle, tr("Place and turn cameras on the map")),
            Deed(PAPER, tr("Save or print"), "Ctrl+P", partial(self._toggle, self.paper_panel, self.paper_panel.begin)),
        )

    def _connect(self) -> None:
        self.placing.toggled.connect(partial(self._follow, self.placing.panel))
        self.sight.toggled.connect(partial(self._follow, self.sight.panel))
        self._canvas.tool_changed.connect(lambda _tool: self._show_on())
        self.side.shown.connect(lambda _panel: self._show_on())
        self.side.left.connect(self._canvas.setFocus)
        self.paper_panel.save_requested.connect(self.paper.save)
        self.paper_panel.print_requested.connect(self.paper.print)
        for panel in (self.finder.panel, self.views.panel, self.layers, self.paper_panel):
            panel.done_requested.connect(partial(self.side.close_panel, panel))

    def _toggle(self, panel: QWidget, begin: Callable[[], object]) -> None:
        if not self.side.close_panel(panel):
            self.side.open(panel)
            begin()
        self._show_on()

    def _place(self, cameras: tuple[int, ...], _checked: bool = False) -> None:
        self.placing.toggle()
        self.placing.choose(cameras)

    def _toggle_finder(self) -> None:
        self._toggle(self.finder.panel, self.finder.panel.begin)

    def _toggle_measure(self) -> None:
        is_on = self._canvas.tool is self.measure
        self._canvas.tool = None if is_on else self.measure
        if not is_on:
            self._canvas.setFocus()
        self._show_on()

    def _follow(self, panel: QWidget, is_on: bool) -> None:
        """The panel of a tool comes and goes with it."""
        if is_on:
            self.side.open(panel)
        else:
            self.side.close_panel(panel)
        self._show_on()

    def _show_on(self) -> None:
        panel, tool = self.side.panel, self._canvas.tool
        panels = {
            FIND: self.finder.panel,
            VIEWS: self.views.panel,
            LAYERS: self.layers,
            PAPER: self.paper_panel,
        }
        on = {name for name, each in panels.items() if each is panel}
        on |= {
            name
            for name, is_on in (
                (MEASURE, tool is self.measure),
                (SIGHT, self.sight.is_on),
                (PLACE, self.placing.is_on),
            )
            if is_on
        }
        self.bar.show_on(frozenset(on))
