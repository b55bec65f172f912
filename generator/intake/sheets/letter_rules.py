"""Which letters and signs can stand where in an English text with names from other languages.

`is_possible` is generous: it refuses only what nobody writes. `is_english` is strict.
"""

from __future__ import annotations

import re

# signs that no answer has, such as a lone accent or a ligature; U+FFFD is an undefined byte
_NEVER = set("\ufffd\uf8ffƒ‚„‹›†‡ˆ˜˘˙˚˝˛ˇ¨¯´¸¡ªº¦¬¤∂∑∏π∫\u03a9\u2126≈∆√∞≠≤≥◊⁄ıﬁﬂÿŸ")
_OPENING, _CLOSING, _APOSTROPHE, _DASHES = "‘“«", "”»", "’", "–—"
_NEAR_DIGITS, _BESIDE_NUMBER = "€¥÷", "°²³¹‰"
_LONE_LETTERS = "àÀéèÉÓ"
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]*$"), re.compile(r"[^\W\d_]*")
_LONGEST_WORD, _LONGEST_QUOTE = 30, 200  # characters
# what follows an apostrophe inside a word of two letters or more: it's, ma'am, we'll
_ENDINGS = {"s", "t", "d", "m", "n", "ll", "re", "ve", "am", "er", "en", "all", "clock"}
_SUBJECTS = {
    "i", "you", "he", "she", "it", "we", "they", "that", "there", "here", "who", "what", "let",
}  # fmt: skip
_SHORTEST_OWNER = 4  # letters: “París” in Mac Roman looks like a possessive of “Par”


def is_possible(text: str, at: int) -> bool:
    """Return whether the character at `at`, beyond ASCII, can stand there in a text."""
    sign = text[at]
    if sign in _NEVER or "\x80" <= sign < "\xa0":
        return False
    if sign.isalpha():
        return _is_possible_letter(text, at)
    if sign == _APOSTROPHE:
        return _is_possible_apostrophe(text, at)
    return sign in _DASHES or _is_possible_sign(text, at)


def is_english(text: str, at: int) -> bool:
    """Return whether the sign at `at` is punctuation as English has it.

    For example the apostrophe in “it's” and “carers'”, and a quotation mark before a word.
    """
    sign = text[at]
    before, after = _neighbours(text, at)
    if sign in _OPENING:
        return not before.isalnum() and after.isalnum()
    if sign in _CLOSING:
        return bool(before.strip()) and not after.isalnum()
    return sign == _APOSTROPHE and _is_english_apostrophe(*_word_around(text, at), text, at)


def _is_english_apostrophe(owner: str, ending: str, text: str, at: int) -> bool:
    if ending == "s" or (not ending and owner.endswith("s")):
        return len(owner) >= _SHORTEST_OWNER or owner.lower() in _SUBJECTS
    if ending == "t":
        return owner.endswith("n")
    if not ending:
        return bool(owner) and "‘" in text[max(at - _LONGEST_QUOTE, 0) : at]
    return owner.lower() in _SUBJECTS and ending in _ENDINGS


def _is_possible_sign(text: str, at: int) -> bool:
    before, after = _neighbours(text, at)
    if before.isalpha() and after.isalpha():
        return False
    if text[at] in _NEAR_DIGITS:
        return any(near.isdigit() for near in text[max(at - 2, 0) : at + 3])
    return text[at] not in _BESIDE_NUMBER or before.isalnum() or bool(after.strip())


def _neighbours(text: str, at: int) -> tuple[str, str]:
    return text[at - 1 : at] if at else "", text[at + 1 : at + 2]


def _is_possible_letter(text: str, at: int) -> bool:
    """Return whether a letter beyond ASCII can stand beside its neighbours."""
    before, after = _neighbours(text, at)
    if before.isdigit() or after.isdigit():
        return False
    if not before.isalpha() and not after.isalpha():
        return text[at] in _LONE_LETTERS
    if not text[at].isupper():
        return not after.isupper()
    # MÜNCHEN and Éire, but not “cafÈ”, “MÙn” or “ÒHello”
    mixed = before.isupper() and after.islower()
    opens = after.isupper() and text[at + 2 : at + 3].islower()
    return not before.islower() and not mixed and not opens


def _is_possible_apostrophe(text: str, at: int) -> bool:
    start, end = _word_around(text, at)
    return len(start) < 2 or not end or end[0].isupper() or end in _ENDINGS


def _word_around(text: str, at: int) -> tuple[str, str]:
    """Return the letters directly before and after a sign."""
    start = _LETTERS_BEFORE.search(text[max(at - _LONGEST_WORD, 0) : at])
    end = _LETTERS_AFTER.match(text, at + 1)
    return start.group() if start else "", end.group() if end else ""
