"""What sort of device asks, by the name that it gives itself; the name is not kept."""

import re

from comunicados.enums import Device

# Messengers and mail programs fetch an address to show its title in the conversation. Cubot makes telephones.
ROBOT = re.compile(
    r"(?<!cu)bot\b|crawler|spider|facebookexternalhit|whatsapp/|skypeuripreview|slack-imgproxy|viber|embedly"
    r"|^(curl|wget|python|okhttp|go-http-client|java|axios|node|ruby|php|libwww)",
    re.IGNORECASE,
)
TABLET = re.compile(r"ipad|tablet|android(?!.*mobile)", re.IGNORECASE)
PHONE = re.compile(r"iphone|ipod|mobile", re.IGNORECASE)
COMPUTER = re.compile(r"windows nt|macintosh|x11|cros ", re.IGNORECASE)

IN_THIS_ORDER = ((ROBOT, Device.ROBOT), (TABLET, Device.TABLET), (PHONE, Device.PHONE), (COMPUTER, Device.COMPUTER))


def device_of(user_agent: str) -> Device:
    return next((device for pattern, device in IN_THIS_ORDER if pattern.search(user_agent)), Device.UNKNOWN)
