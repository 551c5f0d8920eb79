"""What sort of device a user agent names."""

import pytest

from comunicados.preview.devices import device_of

SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) {SAFARI}", "phone"),
        (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36", "phone"),
        (f"Mozilla/5.0 (Linux; Android 9; CUBOT X18 Plus) {CHROME} Mobile Safari/537.36", "phone"),
        (f"Mozilla/5.0 (Linux; Android 13; SM-X200) {CHROME} Safari/537.36", "tablet"),
        (f"Mozilla/5.0 (iPad; CPU OS 12_2 like Mac OS X) {SAFARI}", "tablet"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36", "computer"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0", "computer"),
        ("WhatsApp/2.23.20.0", "robot"),
        ("TelegramBot (like TwitterBot)", "robot"),
        ("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "robot"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1"
            " Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",  # iMessage
            "robot",
        ),
        ("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "robot"),
        ("Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com", "robot"),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "robot"),
        ("curl/8.5.0", "robot"),
        ("python-requests/2.31.0", "robot"),
        ("", "unknown"),
        ("Lynx/2.9.0", "unknown"),
    ],
)
def test_device_by_the_name_that_it_gives_itself(user_agent, device):
    assert device_of(user_agent) == device
