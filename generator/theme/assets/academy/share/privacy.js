/* Personal data in a text, as generator/privacy finds it; a test holds that both agree. */
(function () {
  "use strict";

  var AT = "(?:@|\\s{0,2}[\\[({]\\s?at\\s?[\\])}]\\s{0,2})";
  var DOT = "(?:\\.|\\s{0,2}[\\[({]\\s?dot\\s?[\\])}]\\s{0,2})";
  var W = "\\p{L}\\p{N}\\p{M}_";
  var EMAIL = new RegExp(
    "(?<![" + W + ".%+-])[" + W + ".%+-]{1,64}" + AT + "[" + W + "][" + W + "-]{0,62}(?:" + DOT +
      "[" + W + "-]{1,63}){0,5}" + DOT + "[a-z]{2,24}(?![" + W + "@-])", "giu");
  var TELEPHONE = new RegExp(
    "(?<![" + W + ".,£$€/#-])(?:(?:\\+|00)\\s?\\(?44\\)?[\\s.-]{0,2}(?:\\(0\\)[\\s.-]{0,2})?\\(?[0-9]{2,5}|" +
      "\\(?0[0-9]{2,5})\\)?(?:[\\s.-]{0,2}[0-9]){3,9}(?![" + W + "£%]|[.,:/-][0-9])", "gu");
  var NHS = new RegExp(
    "(?<![" + W + ".,£$€/+-])[0-9]{3}[\\s-]?[0-9]{3}[\\s-]?[0-9]{4}(?![" + W + "%]|[.,/-][0-9])", "gu");
  var INSURANCE =
    /(?<![A-Za-z0-9])([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?:[\s-]?[0-9]{2}){3}[\s-]?[A-D](?![A-Za-z0-9])/gi;
  var POSTCODE =
    /(?<![A-Za-z0-9.])([A-Z]{1,2})([0-9][A-Z0-9]?)(\s{0,2})([0-9])([ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/gi;
  var MONTHS =
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" +
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  var DATE =
    "(?:[0-9]{1,2}\\s?[/.-]\\s?[0-9]{1,2}\\s?[/.-]\\s?(?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}|" +
    "[0-9]{1,2}(?:st|nd|rd|th)?(?:\\sof)?[\\s-]" + MONTHS + ",?[\\s-][0-9]{2,4}|" +
    MONTHS + "\\s[0-9]{1,2}(?:st|nd|rd|th)?,?\\s[0-9]{4})";
  var BORN = new RegExp(
    "(?<![" + W + "])(?:born|d\\.?\\s?o\\.?\\s?b(?![" + W + "])\\.?|date[\\s_-]of[\\s_-]birth|" +
      "birth[\\s_-]?dat(?:e|um)|birthday)[^" + W + "\\n]{0,4}(?:(?:on|was|is|the|of|her|his|their|:)\\s){0,3}" +
      "[^" + W + "\\n]{0,3}(" + DATE + ")(?![" + W + "])", "dgiu");
  var AREAS = new Set((
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E " +
    "EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL " +
    "LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM " +
    "SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").split(" "));
  var ORDINALS = new Set(["ST", "ND", "RD", "TH"]);
  var NO_INSURANCE = new Set(["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"]);
  var LABEL = 24;

  /* Odd letters made usual, letters that nobody sees left out; and where each stands in the text. */
  function plain(text) {
    var out = { text: "", starts: [], ends: [] };
    var decoder = document.createElement("textarea");
    for (var at = 0; at < text.length; ) {
      var entity = /^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});/.exec(text.slice(at, at + 12));
      var piece = entity ? entity[0] : String.fromCodePoint(text.codePointAt(at));
      var end = at + piece.length;
      if (entity) {
        decoder.innerHTML = piece; // an entity and nothing else, in an element that never runs
        piece = decoder.value;
      }
      var usual = piece.replace(/[‐‑‒–—−－]/g, "-").normalize("NFKC").replace(/\p{Zs}/gu, " ").replace(/\p{Cf}/gu, "");
      for (var n = 0; n < usual.length; n++) {
        out.starts.push(at);
        out.ends.push(end);
      }
      out.text += usual;
      at = end;
    }
    return out;
  }

  function digits(text) {
    return text.replace(/[^0-9]/g, "");
  }

  function label(text, start) {
    return text.slice(Math.max(start - LABEL, 0), start).toLowerCase();
  }

  function telephone(text, before) {
    if (before.indexOf("isbn") >= 0) return false;
    var number = digits(text);
    if (/^\(*00/.test(text)) number = number.replace(/^00/, "");
    if (number.startsWith("44") && (!text.startsWith("0") || text.startsWith("00"))) number = number.slice(2);
    var national = number.replace(/^0/, "");
    var short = /^[18]/.test(national) && national.length === 9;
    return /^[123578]/.test(national) && (national.length === 10 || short);
  }

  /* https://www.datadictionary.nhs.uk/attributes/nhs_number.html: modulus 11 */
  function checked(number) {
    var sum = 0;
    for (var n = 0; n < 9; n++) sum += Number(number[n]) * (10 - n);
    var check = (11 - (sum % 11)) % 11;
    return check !== 10 && check === Number(number[9]);
  }

  function nhs(text, before) {
    var number = digits(text);
    if (before.indexOf("isbn") >= 0 || !Number(number) || !checked(number)) return false;
    var named = number !== text || /nhs|chi|patient/.test(before);
    var first = Number(number.slice(0, 3));
    return named || /^[467]/.test(number) || (first >= 320 && first <= 399) || first === 999;
  }

  function postcode(match) {
    var whole = match[1] + match[2] + match[5];
    if (!AREAS.has(match[1].toUpperCase())) return false;
    if (whole === whole.toUpperCase()) return true;
    return Boolean(match[3]) && whole === whole.toLowerCase() && !ORDINALS.has(match[5].toUpperCase());
  }

  function scan(text) {
    var read = plain(text);
    var found = [];
    function look(sort, pattern, real) {
      Array.from(read.text.matchAll(pattern)).forEach(function (match) {
        if (real && !real(match)) return;
        var start = match.index;
        var end = start + match[0].length;
        if (sort === "date-of-birth") {
          start = match.indices[1][0];
          end = match.indices[1][1];
        }
        found.push({ sort: sort, start: start, end: end });
      });
    }
    look("e-mail", EMAIL);
    look("nhs-number", NHS, function (match) {
      return nhs(match[0], label(read.text, match.index));
    });
    look("telephone", TELEPHONE, function (match) {
      return telephone(match[0], label(read.text, match.index));
    });
    look("national-insurance", INSURANCE, function (match) {
      return !NO_INSURANCE.has(match[1].toUpperCase());
    });
    look("postcode", POSTCODE, postcode);
    look("date-of-birth", BORN);
    found.sort(function (a, b) {
      return a.start - b.start || b.end - a.end;
    });
    var end = -1;
    return found
      .filter(function (one) {
        if (one.start < end) return false;
        end = one.end;
        return true;
      })
      .map(function (one) {
        return { sort: one.sort, start: read.starts[one.start], end: read.ends[one.end - 1] };
      });
  }

  window.academyPrivacy = { scan: scan };
})();
