"""A picture that stands for a photo: drawn, so that nobody's face or house is in the demo."""

from io import BytesIO
from typing import Final

from font_roboto import RobotoBold

_WIDE, _HIGH, _WALL, _GROUND = 1_200, 900, (226, 214, 190), (150, 130, 100)
_SKY, _ROOF, _BOARD, _TABLE = (188, 214, 232), (160, 70, 50), (23, 97, 143), (120, 84, 50)
_GOODS: Final = ((224, 122, 0), (0, 158, 115), (122, 92, 0), (200, 60, 60))


def drawn_photo(name: str) -> bytes:
    """The drawn front of a small business with its name on the board, as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (_WIDE, _HIGH), _SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 700, _WIDE, _HIGH), fill=_GROUND)
    draw.rectangle((150, 320, 1_050, 760), fill=_WALL)
    draw.polygon([(100, 330), (600, 130), (1_100, 330)], fill=_ROOF)
    draw.rectangle((230, 350, 970, 450), fill=_BOARD)
    size = 60
    font = ImageFont.truetype(RobotoBold, size)
    while size > 20 and draw.textlength(name, font=font) > 700:
        size -= 4
        font = ImageFont.truetype(RobotoBold, size)
    draw.text((600, 400), name, fill="white", font=font, anchor="mm")
    draw.rectangle((250, 600, 950, 640), fill=_TABLE)
    for place in range(8):
        left = 270 + place * 84
        draw.ellipse((left, 530, left + 70, 600), fill=_GOODS[place % len(_GOODS)])
    draw.text((600, 850), "GAMBAR CONTOH", fill="white", font=ImageFont.truetype(RobotoBold, 34), anchor="mm")
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
