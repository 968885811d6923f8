"""How makes put XML down: prefixes, declarations, headers, and elements that they leave out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wall.simulator.onvif.habits.default_namespaces import DECLARED as QNAMES_DECLARED
from wall.simulator.onvif.habits.default_namespaces import without_prefixes
from wall.simulator.onvif.namespaces import NAMESPACES, WSSE, WSU

_OTHERS = (
    *("analytics/humanface", "analytics/humanbody", "analytics/radiometry", "analytics/wsdl"),
    *("accesscontrol/wsdl", "accessrules/wsdl", "actionengine/wsdl", "advancedsecurity/wsdl"),
    *("appmgmt/wsdl", "authenticationbehavior/wsdl", "credential/wsdl", "deviceIO/wsdl", "display/wsdl"),
    *("doorcontrol/wsdl", "federatedsearch/wsdl", "media/signing", "network/wsdl", "provisioning/wsdl"),
    *("receiver/wsdl", "recording/wsdl", "replay/wsdl", "schedule/wsdl", "search/wsdl", "thermal/wsdl"),
    *("uplink/wsdl", "pacs", "plus/schema", "cloud/wsdl"),
)


def declared(namespaces: Mapping[str, str]) -> str:
    """Attributes that bind prefixes to namespaces."""
    return "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())


ALL = declared(NAMESPACES)
HUNDREDS = (
    ALL
    + declared({f"ns{n}": f"http://www.onvif.org/ver10/{name}" for n, name in enumerate(_OTHERS, 1)})
    + declared({"wsse": WSSE, "wsu": WSU, "xop": "http://www.w3.org/2004/08/xop/include"})
)
"""What a code generator declares in every answer: 2.5 KB, hardly any of it used."""
WITHOUT_SCHEMA = declared({prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "tt"})
"""The prefix tt stands everywhere in the answers, and nowhere is it declared."""
ANOTHER_SCHEMA = declared({**NAMESPACES, "tt": "http://www.onvif.org/ver20/schema"})
"""A namespace that does not exist, in place of ver10."""


@dataclass(frozen=True, slots=True)
class Writing:
    """`soap` is the prefix of SOAP's own elements ("": they stand in a default namespace, as everything then does).

    `declarations` stand on the envelope. `empty_header`: there is a header even where it says nothing.
    `echoes_login`: the request's security header comes back. `omits` are the local names of elements, with nothing but
    text in them, that are left out although they must not be.
    """

    soap: str = "s"
    declarations: str = ALL
    empty_header: bool = False
    echoes_login: bool = False
    omits: tuple[str, ...] = ()

    def envelope(self, body: str, header: str = "") -> str:
        """The whole document."""
        if self.omits:
            body = re.sub(rf"<([\w-]+:(?:{'|'.join(self.omits)}))(?: [^<>]*)?>[^<]*</\1>", "", body)
        if not self.soap:
            return self._unprefixed(body, header)
        whole = "".join(
            (
                f"<s:Envelope{self.declarations}>",
                f"<s:Header>{header}</s:Header>" if header or self.empty_header else "",
                f"<s:Body>{body}</s:Body></s:Envelope>",
            )
        )
        return whole if self.soap == "s" else _renamed(whole, self.soap)

    def _unprefixed(self, body: str, header: str) -> str:
        head = f"<Header>{without_prefixes(header)}</Header>" if header else ""
        start = f'<Envelope xmlns="{NAMESPACES["s"]}"{QNAMES_DECLARED}>'
        return f"{start}{head}<Body>{without_prefixes(body)}</Body></Envelope>"


def _renamed(whole: str, prefix: str) -> str:
    """SOAP's prefix is another one, in names, in the codes of faults, and where it is declared."""
    for before in ("<", "</", ">", " xmlns:"):
        after = "=" if before == " xmlns:" else ":"
        whole = whole.replace(f"{before}s{after}", f"{before}{prefix}{after}")
    return whole
