"""Pictures come out small, upright and without anything but their pixels."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.media.jpeg_layout import PictureLayoutError
from generator.media.metadata import without_metadata
from generator.media.picture_refusals import damaged_picture
from generator.media.pictures import (
    CARD_SIZE,
    LONGEST_SIDE,
    encode_picture,
    read_picture,
)
from generator.media.refusal import MediaRefusedError
from tests.examples import examples
from tests.media.samples import CAMERA, SAMPLES, busy, private, saved, scene

NAMES = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}
PLENTY = 1_000_000
TRAILER = b"<script>alert(1)</script>"


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", NAMES)
def test_nothing_of_the_place_and_the_camera_remains(form: str) -> None:
    content = private(form, orientation=6)
    assert CAMERA.encode() in content
    made = encode_picture(NAMES[form], content, PLENTY).content
    assert CAMERA.encode() not in made
    picture = opened(made)
    assert (dict(picture.getexif()), set(picture.info) & {"exif", "xmp", "icc_profile"}) == (
        {},
        set(),
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_upright(orientation: int) -> None:
    content = private(orientation=orientation)
    facts, made = read_picture("a.jpg", content), encode_picture("a.jpg", content, PLENTY)
    assert (made.width, made.height) == (facts.width, facts.height)
    assert (facts.width > facts.height) is (orientation < 5)
    red = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    right, bottom = red[orientation]
    shown = opened(made.content).convert("RGB")
    at = shown.getpixel(((shown.width - 3) * right + 1, (shown.height - 3) * bottom + 1))
    assert isinstance(at, tuple)
    assert (at[0] > 180, at[2] < 90) == (True, True), at


def test_a_large_picture_becomes_small_in_pixels_and_bytes() -> None:
    content = saved(busy(2400, 1200), "JPEG", quality=90)
    made = encode_picture("a.jpg", content, PLENTY)
    assert (made.width, made.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    light = encode_picture("a.jpg", content, 20_000)
    assert len(light.content) <= 20_000
    assert light.width == pytest.approx(light.height * 2, abs=2)
    card = encode_picture("a.jpg", content, 1_900, card=True)
    assert len(card.content) <= 1_900
    assert card.width <= CARD_SIZE[0]


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = SAMPLES["jpeg"]()
    first, second = (encode_picture("a.jpg", content, PLENTY) for _ in range(2))
    assert first == second


def test_a_drawing_keeps_each_colour() -> None:
    drawing = Image.new("RGB", (300, 200), (12, 34, 56))
    drawing.paste((250, 240, 10), (10, 10, 90, 90))
    made = encode_picture("a.png", saved(drawing, "PNG"), PLENTY)
    assert opened(made.content).convert("RGB").tobytes() == drawing.tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_sort_of_colours_is_shown(mode: str) -> None:
    image = Image.new("I;16", (20, 10), 40_000) if mode == "I;16" else scene().convert(mode)
    form = "JPEG" if mode == "CMYK" else "PNG"
    made = encode_picture(NAMES[form], saved(image, form), PLENTY)
    assert (made.width, made.height) == image.size


@pytest.mark.parametrize("form", NAMES)
def test_a_picture_without_metadata_has_the_same_pixels_and_nothing_behind_them(form: str) -> None:
    content = private(form, orientation=6) + (b"" if form == "WEBP" else TRAILER)
    plain = without_metadata(content, 6)
    assert CAMERA.encode() not in plain
    assert TRAILER not in plain
    assert opened(plain).convert("RGB").tobytes() == opened(content).convert("RGB").tobytes()
    assert without_metadata(plain, 6) == plain
    assert read_picture(NAMES[form], plain) == read_picture(NAMES[form], content)


def test_a_picture_of_several_scans_keeps_them_all() -> None:
    content = saved(busy(80, 60), "JPEG", progressive=True, comment=b"by me")
    plain = without_metadata(content, 1)
    assert b"by me" not in plain
    assert opened(plain).tobytes() == opened(content).tobytes()


@examples(300)
@given(
    st.sampled_from(["png", "jpeg", "webp", "private jpeg"]),
    st.integers(0, 400),
    st.binary(max_size=4),
    st.booleans(),
)
def test_a_broken_picture_is_read_or_refused_in_words(
    sample: str, at: int, new: bytes, cut: bool
) -> None:
    content = SAMPLES[sample]()
    content = content[:at] + new + (b"" if cut else content[at + len(new) :])
    name = {"png": "a.png", "webp": "a.webp"}.get(sample, "a.jpg")
    try:
        facts = read_picture(name, content)
        without_metadata(content, facts.orientation)
    except MediaRefusedError as refused:
        refusal = refused.refusal
    except PictureLayoutError:
        refusal = damaged_picture()
    else:
        assert facts.width * facts.height <= 40_000_000
        return
    assert (refusal.message[-1], refusal.hint[-1]) == (".", ".")


def _is_decoded_whole(content: bytes) -> bool:
    try:
        with opened(content) as image:
            image.load()
    except Exception:  # whatever Pillow says of a broken file
        return False
    return True


def _is_read(content: bytes) -> bool:
    try:
        read_picture("a.jpg", content)
    except MediaRefusedError:
        return False
    return True


@examples(300)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=4), st.booleans())
def test_a_photograph_that_cannot_be_decoded_to_its_end_is_refused(
    at: int, new: bytes, cut: bool
) -> None:
    content = saved(busy(320, 240), "JPEG", quality=90)
    at %= len(content)
    content = content[:at] + new + (b"" if cut else content[at + len(new) :])
    assert _is_decoded_whole(content) or not _is_read(content)


def test_a_second_picture_behind_a_photograph_does_not_matter() -> None:
    content = saved(scene(), "MPO", save_all=True, append_images=[scene()])
    facts = read_picture("a.jpg", content)
    assert (facts.width, facts.height) == scene().size
