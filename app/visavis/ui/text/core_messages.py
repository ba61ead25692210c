"""Messages of the core in the window's language: errors, progress, receipts.

Their templates are collected for translation where they are written (`tools/texts.py`), under the context "Core". A
template that is not translated stays English.
"""

from visavis.messages import Message
from visavis.ui.text.language import translate


def translate_message(message: Message) -> str:
    """A message in the window's language, its values and the messages in it filled in."""
    return message.render(_template)


def _template(message: Message) -> str:
    if message.count is None:
        return translate("Core", message.template)
    template = translate("Core", message.template, None, message.count)
    return message.one if template == message.template and message.count == 1 else template
