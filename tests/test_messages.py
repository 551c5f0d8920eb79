import shutil

import pytest

from tests import messages


def test_every_message_has_its_spanish():
    assert messages.lacking() == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed; .ci/run installs it")
def test_catalogue_knows_every_message_of_the_sources():
    assert messages.lacking_after_makemessages() == []
