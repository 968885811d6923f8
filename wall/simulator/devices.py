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
)
