"""The currencies of the world by their codes in ISO 4217, and how an academy writes its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.model.fields.vocabulary_terms import TermDefinition, VocabularyTerm

USUAL_CURRENCY = "GBP"
# those that are legal tender somewhere; a test compares them with the library Babel
_CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
ISO_4217 = frozenset(_CODES.split())
_COUNTRY_LETTERS = re.compile(r"^[A-Z]+(?=\W)")


@dataclass(frozen=True, slots=True)
class CurrencySigns:
    """The currency that each sign means, and each currency in words: “pounds per person”."""

    currency: Mapping[str, str]
    words: Mapping[str, str]


@cache
def iso_currency(code: str) -> VocabularyTerm | None:
    """Return the currency of a code that no vocabulary explains; None for any other text."""
    if code not in ISO_4217:
        return None
    return VocabularyTerm(TermDefinition("currencies", code, code, code, schema_org=code))


def short_sign(sign: str) -> str:
    """Return a sign without the letters of its country: “$” for “NZ$”."""
    return _COUNTRY_LETTERS.sub("", sign)
