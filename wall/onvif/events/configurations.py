"""GetVideoSourceConfigurations (ONVIF Media, section 5.3.5): rules name these, and not the source behind them."""

from __future__ import annotations

from wall.onvif.reading.tokens import each_of, token_of, usable_token
from wall.onvif.xml import Element, text

_MOST = 1024


def read_configurations(body: Element) -> dict[str, str]:
    """The token of the video source by the token of its configuration, of those that tell both."""
    found = each_of(body, "Configurations", "Configuration", _MOST)
    told = {token_of(each): usable_token(text(each, "SourceToken")) for each in found}
    return {configuration: source for configuration, source in told.items() if configuration and source}
