"""A picture as an office might bring it for its letterhead."""

from io import BytesIO

from PIL import Image


def a_png(colour="green", size=(400, 300)):
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, "PNG")
    return written.getvalue()
