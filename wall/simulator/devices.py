"""What the simulated makers sell: invented makes, their models and firmware, by kind of device."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Make:
    """One invented maker with its model for each kind of device."""

    maker: str
    camera: str
    dome: str
    recorder: str
    firmware: str

    def model(self, kind: str, channels: int) -> str:
        """The model name of a device of that kind ("camera", "dome" or "recorder")."""
        if kind == "recorder":
            return f"{self.recorder}-{channels:02d}"
        return self.dome if kind == "dome" else self.camera


MAKES = (
    Make("Dong Son Vision", "DS-B22", "DS-P25X", "DS-N", "3.4.2 build 210811"),
    Make("Lotus Optics", "LO-2132", "LO-5420Z", "LO-NVR", "2.800.0000000.18.R"),
    Make("Axiom Nord", "AN P1375", "AN Q6075", "AN S2", "10.12.104"),
    Make("Song Cau", "SC-FIX2", "SC-PTZ30", "SC-REC", "1.0.7"),
    Make("Meridian", "MIC-5000", "MIC-7000i", "MIC-DIVAR", "7.86.0028"),
    Make("Reoview", "RV-811A", "RV-823", "RV-RLN", "v3.1.0.956_22041503"),
    Make("Kinh Bac", "KB-IPC40", "KB-SD50", "KB-XVR", "4.001.00AB001"),
    Make("Thang Long", "TL-C200", "TL-S300", "TL-R", "V5.02.R02.000"),
)


def make_called(name: str) -> Make:
    """The make of that name, however it is written; ValueError lists the names there are."""
    wanted = _plain(name)
    found = next((make for make in MAKES if _plain(make.maker) == wanted), None)
    if found is None:
        raise ValueError(f"no make is called {name!r}; there are: {', '.join(make.maker for make in MAKES)}")
    return found


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
