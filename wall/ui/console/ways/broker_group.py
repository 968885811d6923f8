"""An MQTT broker: one that is listened to, or one on which alarms are published."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.alarms.broker_settings import MQTT_PORT, MQTT_TLS_PORT, BrokerSettings
from wall.model.alarms.push import Tried
from wall.model.alarms.ways_out import is_topic_to_publish
from wall.model.stream import Credentials
from wall.ui.console.alarms.rules.fields import beside
from wall.ui.console.alarms.rules.typed import count_field, count_in
from wall.ui.console.parts import Check
from wall.ui.console.ways.group import Group
from wall.ui.console.ways.secret_fields import SecretFields
from wall.ui.theme import Theme

Try = Callable[[BrokerSettings, Credentials | None], "Future[Tried]"]


class BrokerGroup(Group):
    """With `publishes` it has one topic, without wildcards. `usual` are the topics that it begins with."""

    def __init__(
        self,
        title: str,
        on: str,
        credential: str,
        usual: tuple[str, ...],
        means: tuple[Try, Callable[[], str]],
        theme: Theme,
        parent: QWidget,
        *,
        publishes: bool = False,
    ) -> None:
        """`means` are what tries it, and what makes a name by which a broker knows us."""
        super().__init__(title, on, theme, parent)
        self._publishes = publishes
        self._usual = usual
        self._attempt, self._new_client_id = means
        self._kept: BrokerSettings | None = None
        self.host, self.topics, self.ca_file = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.port = count_field(self.tr("Port"))
        self.tls = Check("TLS", theme, self)
        self.login = SecretFields(credential, theme, self, has_user=True)
        self._lay_out()
        self.connect_fields()
        self.tls.clicked.connect(self._follow_tls)

    def show_settings(self, settings: BrokerSettings | None) -> None:
        """As they are kept."""
        self._kept = settings
        shown = settings or BrokerSettings("", "", topics=self._usual)
        self.host.setText(shown.host)
        self.port.setText(str(shown.port))
        self.tls.setChecked(shown.has_tls)
        self.ca_file.setText(shown.ca_file)
        self.topics.setText(", ".join(shown.topics))
        self.login.show_kept(shown.credential)
        self.on.setChecked(settings is not None)
        self.outcome.setText("")
        self.show_on()

    def settings(self) -> BrokerSettings | None:
        """As they are typed; None where it is off. ValueError, in words, where they make no sense."""
        if not self.on.isChecked():
            return None
        host, topics, port = self.host.text().strip(), _topics_in(self.topics.text()), count_in(self.port, 65_535)
        if not host or any(each.isspace() or each in "/@" for each in host):
            raise ValueError(self.tr("Type the broker's name or address, without mqtt:// in front."))
        if not port:
            raise ValueError(self.tr("A port is a number from 1 to 65535."))
        if self._publishes and (len(topics) != 1 or not is_topic_to_publish(topics[0])):
            raise ValueError(self.tr("Type one topic, without + and #."))
        if not topics:
            raise ValueError(self.tr("Type a topic at least."))
        base = self._kept or BrokerSettings("", self._new_client_id())
        return replace(
            base,
            host=host,
            port=port,
            topics=topics,
            has_tls=self.tls.isChecked(),
            ca_file=self.ca_file.text().strip(),
            credential=self.login.credential,
        )

    def attempt(self) -> Future[Tried]:
        login = self.login.typed()
        settings = self.settings()
        if settings is None:
            raise ValueError(self.tr("It is switched off."))
        return self._attempt(settings, login)

    def show_on(self) -> None:
        super().show_on()
        self.login.show_on(is_wanted=self.on.isChecked())

    # -- inside

    def _follow_tls(self, is_on: bool) -> None:
        """The usual port of the other kind gives way to the usual one of this kind."""
        usual, other = (MQTT_TLS_PORT, MQTT_PORT) if is_on else (MQTT_PORT, MQTT_TLS_PORT)
        if self.port.text() in ("", str(other)):
            self.port.setText(str(usual))

    def _lay_out(self) -> None:
        self.host.setPlaceholderText("mqtt.example.vn")
        self.ca_file.setPlaceholderText(self.tr("Whom this computer trusts; or a file.pem"))
        for line, name in (
            (self.host, self.tr("Broker")),
            (self.ca_file, self.tr("Certificates")),
            (self.topics, self.tr("Topic") if self._publishes else self.tr("Topics")),
        ):
            line.setAccessibleName(name)
        self.rows.add(self.tr("Broker"), self.host)
        self.rows.add(self.tr("Port"), self.port, self.tls, beside(""))
        self.rows.add(self.tr("Certificates"), self.ca_file)
        self.rows.add(self.tr("Login"), self.login)
        self.rows.add(self.topics.accessibleName(), self.topics)


def _topics_in(text: str) -> tuple[str, ...]:
    """What stands between commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
