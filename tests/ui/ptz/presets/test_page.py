"""The page of domes under a hand: presets with their pictures, duty views, patrols."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.services.ptz.paper_domes import PRESETS
from tests.ui.ptz.presets.conftest import DomeHand
from wall.model.errors import UnreachableError
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.settings import DomeSettings
from wall.model.ptz.standing import Duty


def press(hand: DomeHand, widget: QWidget, text: str) -> None:
    """Click the button that says so, once there is one."""

    def found() -> list[QPushButton]:
        every = widget.findChildren(QPushButton)
        return [each for each in every if each.text() == text and each.isVisible() and each.isEnabled()]

    hand.until(found)
    (one,) = found()
    one.click()


def rows(hand: DomeHand) -> list[tuple[str, str]]:
    return [(each.name, each.detail) for each in hand.page.list.list.rows.rows]


def test_every_dome_is_listed_and_the_one_in_hand_is_connected(hand: DomeHand) -> None:
    assert [name for name, _ in rows(hand)] == ["12  Ngã Sáu – cột 3", "14  Cổng chợ Nhớn"]
    assert hand.port.opened == [7]
    hand.page.show_camera(8)
    assert hand.port.opened == [8] and hand.page.selected_cameras() == (8,)
    hand.page.show_camera(9)
    assert hand.page.selected_cameras() == (8,), "it does not move"
    hand.window.hide()
    assert hand.port.opened == []


def test_a_place_is_kept_under_a_name_with_its_picture(hand: DomeHand) -> None:
    pane = hand.page.sheet.presets
    hand.port.turn(7, PRESETS["2"])
    QTest.keyClicks(pane.name, "Cho Nhon")
    QTest.keyClick(pane.name, Qt.Key.Key_Return)
    hand.until(lambda: len(pane.presets) == 4)
    hand.until(lambda: pane.list.presets.rows[3].picture is not None)
    (made,) = [each for each in pane.presets if each.name == "Cho Nhon"]
    pane.list.choose("1")
    press(hand, pane, "Go there")
    assert hand.port.sent[-1][:2] == (7, "1") and made.token in hand.port.kept[7]


def test_a_preset_is_renamed_and_removed_only_when_it_was_meant(hand: DomeHand) -> None:
    pane = hand.page.sheet.presets
    hand.belongs("1")
    pane.list.choose("1")
    QTest.keyClicks(pane.name, "Cong")
    press(hand, pane, "Rename")
    hand.until(lambda: hand.port.kept[7]["1"] == "Cong" and pane.presets[0].name == "Cong")
    hand.until(lambda: hand.duty.room.views[7].name == "Cong")
    press(hand, pane, "Remove")
    assert "1" in hand.port.kept[7]
    press(hand, pane, "Really? Click again")
    hand.until(lambda: len(pane.presets) == 2 and not hand.duty.room.views)


def test_a_camera_that_is_away_says_so_and_the_rest_goes_on(hand: DomeHand) -> None:
    hand.port.is_away = True
    pane = hand.page.sheet.presets
    QTest.keyClicks(pane.name, "Cho")
    press(hand, pane, "Keep the place")
    hand.until(lambda: "it is away" in pane.notice.text)
    pane.renew()
    hand.page.show_camera(8)
    hand.until(lambda: "it is away" in pane.notice.text)


def test_the_duty_view_is_chosen_and_the_countdown_counts(hand: DomeHand) -> None:
    pane, duty = hand.page.sheet.presets, hand.page.sheet.duty
    assert "belongs nowhere yet" in duty.belongs.text()
    pane.list.choose("5")
    press(hand, pane, "It belongs here")
    hand.until(lambda: hand.duty.room.views)
    hand.wait(8)
    hand.until(lambda: "looks where it belongs" in duty.belongs.text())
    hand.until(lambda: pane.list.presets.rows[2].is_duty and duty.daily.isChecked())
    duty.after.setText("30")
    duty.after.editingFinished.emit()
    duty.hour.setText("7:30")
    duty.hour.editingFinished.emit()
    hand.until(lambda: hand.duty.room.views[7].picture_minute == 450)
    assert hand.duty.room.views[7].return_after_s == 30.0
    hand.port.turn(7, PRESETS["2"])
    hand.wait(8)
    hand.until(lambda: "turned away by an  ·  goes back in 0:2" in duty.belongs.text())
    assert rows(hand)[0] == ("12  Ngã Sáu – cột 3", duty.belongs.text().partition("  ·  ")[2])
    press(hand, duty, "Go back now")
    hand.wait(8)
    hand.until(lambda: "looks where it belongs" in duty.belongs.text())
    duty.after.setText("5")
    duty.after.editingFinished.emit()
    assert "10" in duty.notice.text and hand.duty.room.views[7].return_after_s == 30.0
    press(hand, duty, "It belongs nowhere")
    hand.until(lambda: not hand.duty.room.views and "belongs nowhere yet" in duty.belongs.text())


def test_who_may_not_send_it_back_is_told_why(hand: DomeHand) -> None:
    hand.belongs()
    hand.port.turn(7, PRESETS["2"])
    hand.wait(8)
    hand.port.domes[7].fault = UnreachableError("it is away")
    press(hand, hand.page.sheet.duty, "Go back now")
    hand.until(lambda: "it is away" in hand.page.sheet.duty.notice.text)
    hand.wait(1)
    assert hand.port.standing(7).duty is Duty.AWAY


def test_a_patrol_is_made_run_changed_taken_away_and_brought_back(hand: DomeHand) -> None:
    pane = hand.page.sheet.patrols
    press(hand, pane, "New patrol…")
    form = pane.form
    assert len(form.stops.stops) == 3 and form.kind.count() == 2
    press(hand, form, "Save patrol")
    assert "name" in form.notice.text
    QTest.keyClicks(form.name, "Vong cho")
    form.stops.item(0).setSelected(True)
    form.dwell.setText("4")
    form.dwell.editingFinished.emit()
    form.speed.setCurrentIndex(2)
    form.speed.activated.emit(2)
    form.stops.move_selected(1)
    press(hand, form, "Save patrol")
    hand.until(lambda: hand.duty.room.patrols and not form.isVisible())
    (made,) = hand.duty.room.patrols
    assert [(each.token, each.dwell_s, each.speed) for each in made.stops] == [
        ("2", 15.0, 1.0),
        ("1", 4.0, 0.5),
        ("5", 15.0, 1.0),
    ]
    hand.until(lambda: pane.list.rows.rows)
    pane.list.setCurrentIndex(pane.list.rows.index(0))
    press(hand, pane, "Send on patrol")
    hand.until(lambda: hand.duty.room.patrols[0].is_on)
    hand.wait(1)
    hand.until(lambda: rows(hand)[0][1] == "patrol: Vong cho" or rows(hand)[1][1] == "patrol: Vong cho")
    press(hand, pane, "Call it back")
    hand.until(lambda: not hand.duty.room.patrols[0].is_on)
    press(hand, pane, "Remove")
    hand.until(lambda: not hand.duty.room.patrols)
    hand.until(lambda: any(each.text().startswith("Bring back") for each in pane.findChildren(QPushButton)))
    pane.bring_back()
    hand.until(lambda: hand.duty.room.patrols == (made,))


def test_the_camera_s_own_tour_can_be_the_patrol(hand: DomeHand) -> None:
    pane = hand.page.sheet.patrols
    hand.until(lambda: pane._tours)
    press(hand, pane, "New patrol…")
    form = pane.form
    QTest.keyClicks(form.name, "Tour")
    form.kind.setCurrentIndex(1)
    assert not form.stops.isVisible()
    press(hand, form, "Save patrol")
    hand.until(lambda: hand.duty.room.patrols)
    assert hand.duty.room.patrols == (Patrol(7, "Tour", tour="T1", patrol_id=1),)


def test_esc_closes_the_form_and_then_the_days(hand: DomeHand) -> None:
    press(hand, hand.page.sheet.patrols, "New patrol…")
    assert hand.page.go_back() and not hand.page.sheet.patrols.form.isVisible()
    hand.belongs()
    press(hand, hand.page.sheet.duty, "Compare days…")
    assert hand.page.compare.isVisible()
    assert hand.page.go_back() and not hand.page.compare.isVisible()
    assert not hand.page.go_back()
    assert hand.port.standing(7).duty is Duty.THERE


def test_what_a_dome_does_not_tell_rightly_is_settled(hand: DomeHand) -> None:
    pane = hand.page.sheet.settings
    pane.pan.click()
    QTest.keyClicks(pane.low, "170,5")
    QTest.keyClick(pane.low, Qt.Key.Key_Return)
    assert "720" in pane.notice.text and 7 in hand.port.settled
    QTest.keyClicks(pane.high, "-170")
    QTest.keyClick(pane.high, Qt.Key.Key_Return)
    assert hand.port.settled == {7: DomeSettings(inverts_pan=True, pan_degrees=(170.5, -170.0))}
    assert not pane.notice.text
    hand.page.show_camera(8)
    assert not pane.pan.isChecked() and pane.low.text() == ""
    hand.page.show_camera(7)
    assert pane.pan.isChecked() and (pane.low.text(), pane.high.text()) == ("170.5", "-170")
