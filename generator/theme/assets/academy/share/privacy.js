/* Personal data in a text, as generator/privacy finds it; a test holds that both agree.
   scan(text) gives [{sort, start, end, shown}]. Each part has the name of its Python module. */
(function () {
  "use strict";

  /* letters.py */
  var HIDDEN =
    "\\x00-\\x08\\x0e-\\x1f\\r\\x7f-\\x84\\x86-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5" +
    "\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0" +
    "\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}";
  var MATHS = "\\u{1d400}-\\u{1d7ff}";
  var LIKE = {};
  var TWINS = ["АВЕКМНОРСТУХЅІЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXSIJaeopcyxisjABEZHIKMNOPTYX"];
  [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6].forEach(function (nought) {
    for (var n = 0; n < 10; n++) LIKE[String.fromCharCode(nought + n)] = String(n);
  });
  alike(TWINS[0], TWINS[1]);
  alike("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d", "-");
  alike("\u2024\u3002\uff61\uff0e\ufe52", ".");
  alike(
    "\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    " ");
  alike("\x85\u2028\u2029", "\n");
  alike("\u2019", "'");

  function alike(many, to) {
    for (var n = 0; n < many.length; n++) LIKE[many[n]] = to[n] || to;
  }

  function usual(text) {
    return text.replace(/[\x0b\x0c\x80-\uffff]/g, function (one) {
      if (Object.prototype.hasOwnProperty.call(LIKE, one)) return LIKE[one];
      if (!/[\ufe50-\ufe6b\uff01-\uff5e]/.test(one)) return one;
      var form = one.normalize("NFKC");
      return form.length === 1 ? form : one;
    });
  }

  /* plain.py */
  var ODD = new RegExp(
    "[" + HIDDEN + "]+|(?<maths>[" + MATHS + "])" +
      "|&(?:amp;){0,3}(?<entity>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});" +
      "|%(?<percent>2[0BDEbde]|40)" +
      "|\\\\u(?<four>[0-9a-fA-F]{4})|\\\\x(?<two>[0-9a-fA-F]{2})" +
      "|\\\\(?<blank>[nrt])|\\\\(?<sign>[@._+()\\-])" +
      "|<\\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|small|span|strong|sub|sup|tt|u|wbr)" +
      '(?: class="[A-Za-z _\\-]{0,40}")? ?\\/?>|<!-- ?[a-z]{0,12} ?-->', "gu");
  var UNSEEN = new RegExp("[" + HIDDEN + "]", "gu");

  function plain(text) {
    var read = { text: "", starts: [], ends: [] };
    var same = usual(text);
    var parts = [];
    var done = 0;
    function keep(words, start, end) {
      parts.push(words);
      for (var n = 0; n < words.length; n++) {
        read.starts.push(end === undefined ? start + n : start);
        read.ends.push(end === undefined ? start + n + 1 : end);
      }
    }
    Array.from(same.matchAll(ODD)).forEach(function (odd) {
      keep(same.slice(done, odd.index), done);
      done = odd.index + odd[0].length;
      keep(meant(odd.groups), odd.index, done);
    });
    keep(same.slice(done), done);
    read.text = parts.join("");
    return read;
  }

  function meant(of) {
    if (of.blank) return of.blank === "n" ? "\n" : " ";
    if (of.sign) return of.sign;
    if (of.maths) return seen(of.maths.normalize("NFKC"));
    if (of.entity) return seen(decoded("&" + of.entity + ";"));
    var code = of.percent || of.four || of.two;
    return code ? seen(String.fromCharCode(parseInt(code, 16))) : "";
  }

  function seen(text) {
    return usual(text).replace(UNSEEN, "");
  }

  var decoder = null;
  var known = new Map();

  function decoded(entity) {
    if (!known.has(entity)) {
      decoder = decoder || document.createElement("textarea");
      decoder.innerHTML = "x" + entity; // one entity, in an element that runs nothing
      known.set(entity, decoder.value.slice(1));
    }
    return known.get(entity);
  }

  /* context.py */
  var GAP = "(?: ?[.\\-] ?|  ?| ?\\n[ \\t]{0,16})";
  var ADDRESS =
    /(?<![A-Za-z0-9])(?:(?:https?:\/\/|www\.|doi:)[^\s"'<>|]+|10\.[0-9]{4,9}\/[^\s"'<>|]+)/gi;
  var SAYS_TELEPHONE =
    /(?<![a-z])(?:telephone|phone|tel|mobile|mob|fax|call|ring|text|whatsapp|sms|wa\.me|t)(?: ?(?:number|no|us))?[^0-9a-z]{0,6}$/i;

  function Context(text) {
    this.text = text;
    this.addresses = Array.from(text.matchAll(ADDRESS)).map(function (found) {
      return [found.index, found.index + found[0].length];
    });
  }

  Context.prototype.before = function (at) {
    return this.text.slice(Math.max(at - 28, 0), at);
  };

  Context.prototype.after = function (at) {
    return this.text.slice(at, at + 16);
  };

  Context.prototype.inAddress = function (at) {
    var number = firstFrom(this.addresses, at + 1) - 1;
    return number >= 0 && at < this.addresses[number][1];
  };

  Context.prototype.called = function (at, names) {
    return names.test(this.before(at));
  };

  Context.prototype.each = function (pattern, tell) {
    for (var found of this.text.matchAll(pattern)) tell(found, found.index, found.index + found[0].length);
  };

  /* The number of the first span that begins at a place or after it. */
  function firstFrom(spans, at) {
    var low = 0;
    var high = spans.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (spans[middle][0] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function digits(text) {
    return text.replace(/[^0-9]/g, "");
  }

  /* mail.py */
  var L = "0-9A-Za-z_\\u00c0-\\u024f\\u0370-\\u052f\\u1e00-\\u1eff";
  var ENDS = "(?:com|org|net|uk|eu|info|gov|edu|scot|wales|nhs|health|coop)(?![0-9A-Za-z])";
  var START = "(?<![" + L + ".+'\\-])([.+'\\-]*)";
  var LABEL = "[" + L + "][" + L + "\\-]*";
  var END = "[A-Za-z\\u00c0-\\u024f]{2,24}(?![A-Za-z\\u00c0-\\u024f])";
  var AT = " {0,3}[\\[({<] ?(?:at|@) ?[\\])}>] {0,3}";
  var DOT = "(?:\\.| {0,3}[\\[({<] ?(?:dot|\\.) ?[\\])}>] {0,3})";
  var MAIL = [
    new RegExp(START + "([" + L + "][" + L + ".+'\\-]*)@(" + LABEL + "(?:\\." + LABEL + ")*\\." + END + ")", "gi"),
    new RegExp(
      START + "([" + L + "]+[.+_\\-][" + L + ".+_\\-]*) ?@ ?(" + LABEL + "(?: ?\\. ?" + LABEL +
        "){0,4} ?\\. ?" + ENDS + ")", "g"),
    new RegExp(
      START + "([" + L + "][" + L + ".+'\\-]*(?:" + DOT + "[" + L + "]+){0,3})" + AT +
        "(" + LABEL + "(?:" + DOT + LABEL + "){0,5}" + DOT + END + ")", "gi"),
  ];
  var SIGN = /[\[({<] ?(?:at|@) ?[\])}>]/i;
  var NO_DOMAIN = /^(?:[1-4](?:\.[0-9])?x\.|[0-9]+\.[0-9])/i;

  function mail(context, yields) {
    var text = context.text;
    var plainly = text.indexOf("@") >= 0;
    [plainly, plainly, SIGN.test(text)].forEach(function (may, number) {
      if (!may) return;
      context.each(MAIL[number], function (found, start, end) {
        var remote = found[2] === "git" && text[end] === ":";
        if (!remote && !NO_DOMAIN.test(found[3])) yields("e-mail", start + found[1].length, end);
      });
    });
  }

  /* telephone.py */
  var WIDE_GAP = "(?:[ .()\\/\\-]{1,3}| ?\\n[ \\t]{0,16})";
  var ALONE = "(?<![0-9A-Za-z])(?<![0-9]\\.)(?:(?<![0-9A-Za-z]-)|(?<=tel-)|(?<=phone-))";
  var OVER = "(?![0-9A-WYZa-wyz%])(?!\\.[0-9])";
  var ABROAD = new RegExp(
    "(?<![0-9A-Za-z])(?:\\(?\\+|\\(?00)" + WIDE_GAP + "?44[ .()\\-]{0,3}(?:0[ .()\\-]{0,3})?([1-9](?:" +
      WIDE_GAP + "?[0-9]){8,9})" + OVER, "g");
  var NO_PLUS = new RegExp(
    "(?<![0-9A-Za-z.,£$€])44[ \\-]?(7[0-9]{3}[ \\-]?[0-9]{3}[ \\-]?[0-9]{3})" + OVER, "g");
  var NAMED_TELEPHONE = new RegExp(
    "(?<![A-Za-z])((?:telephone|phone|tel|mobile|mob|fax|call|ring)(?: ?(?:number|no))?" +
      "[^0-9A-Za-z\\n]{0,6})((?:0|[127])(?:" + WIDE_GAP + "?[0-9]){9,10})" + OVER, "gi");
  var HOME = new RegExp(
    ALONE + "\\(?((?:0[1-35789][0-9]|07 [0-9](?=[0-9][0-9] ))(?:" + WIDE_GAP +
      "?[0-9]){7,8}(?<=[0-9][0-9]))" + OVER, "g");
  var SHORT = new RegExp(ALONE + "(?:0800[ \\-]?1111|0845[ \\-]?46[ \\-]?4[0-9])" + OVER, "g");
  var RANGE = /^(?:1[1-9]|2[03489]|3[0347]|5[056]|7|8[047]|9[018])/;
  var NOT_TELEPHONE = /isbn[^0-9A-Za-z]{0,5}(?:1[03][^0-9A-Za-z]{1,3})?$/i;

  function telephone(context, yields) {
    context.each(ABROAD, function (found, start, end) {
      if (inUse(digits(found[1]))) yields("telephone", opened(found[0], start), end);
    });
    context.each(NO_PLUS, function (found, start, end) {
      yields("telephone", start, end);
    });
    context.each(NAMED_TELEPHONE, function (found, start, end) {
      var number = digits(found[2]);
      if (!inUse(number.replace(/^0/, "")) || (number[0] !== "0" && real(number))) return;
      yields("telephone", start + found[1].length, end);
    });
  }

  function atHome(context, yields) {
    context.each(HOME, function (found, start, end) {
      if (context.called(start, NOT_TELEPHONE)) return;
      var number = digits(found[1]);
      var sure = number.length === 11 || found[0].length > 10;
      var page = context.inAddress(start) && !context.called(start, SAYS_TELEPHONE);
      if (sure && inUse(number.slice(1)) && !page) yields("telephone", opened(found[0], start), end);
    });
    context.each(SHORT, function (found, start, end) {
      yields("telephone", start, end);
    });
  }

  function opened(number, start) {
    return start + (number[0] === "(" && !/^\([^()]*\)/.test(number) ? 1 : 0);
  }

  function inUse(number) {
    var full = number.length === 10 || (number.length === 9 && /^(?:1|800|500)/.test(number));
    return full && RANGE.test(number);
  }

  /* patient.py */
  var NUMBER_OVER = "(?![0-9A-Za-z_])(?!\\.[0-9]|-[0-9])";
  var NUMBER_ALONE = "(?<![0-9A-Za-z])(?<![0-9][.\\-])(?<![A-Za-z][_\\-])(?<![+£$€])";
  var NAMED_PATIENT = new RegExp(
    "(?<![A-Za-z])((?:nhs|chi|patient|hospital)[ _\\-]?(?:number|num|no|nr|id|ref)?[^0-9A-Za-z]{0,12}" +
      "(?:(?:is|was|of)[^0-9A-Za-z]{1,3})?)([0-9](?:" + GAP + "?[0-9]){9})" + NUMBER_OVER, "gi");
  var GROUPED = new RegExp(
    NUMBER_ALONE + "(?<!\\+[0-9] )[0-9]{3}" + GAP + "[0-9]{3}" + GAP + "[0-9]{4}" + NUMBER_OVER, "g");
  var WHOLE = new RegExp(NUMBER_ALONE + "[0-9]{10}" + NUMBER_OVER, "g");
  var ENDING = "(?:[ _\\-]?(?:10|number|num|no|id|code|ref|reference|at|time))?[^0-9A-Za-z\\n]{0,5}$";
  var NOT_GROUPED = new RegExp("(?<![A-Za-z])(?:isbn|utr|account|invoice)" + ENDING, "i");
  var NOT_WHOLE = new RegExp(
    "(?<![A-Za-z])(?:isbn|issn|doi|pmid|utr|uprn|gtin|ean|upc|sku|barcode|serial|invoice|order|" +
      "account|charity|company|grant|tracking|session|build|timestamp|epoch|unix|created|updated|" +
      "modified|time|ts|gbp)" + ENDING, "i");
  var COUNTED =
    /^ ?(?:%|pounds|gbp|eur|usd|dollars|bytes|seconds|milliseconds|ms|people|rows|records|units)/i;
  var HOUR = /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])$/;

  function patient(context, yields) {
    context.each(NAMED_PATIENT, function (found, start, end) {
      if (real(digits(found[2]))) yields("nhs-number", start + found[1].length, end);
    });
    context.each(GROUPED, function (found, start, end) {
      var other = context.called(start, NOT_GROUPED) || context.inAddress(start);
      if (real(digits(found[0])) && !other) yields("nhs-number", start, end);
    });
    context.each(WHOLE, function (found, start, end) {
      if (real(found[0]) && !somethingElse(context, found[0], start, end)) yields("nhs-number", start, end);
    });
  }

  /* https://www.datadictionary.nhs.uk/attributes/nhs_number.html: modulus 11 */
  function real(number) {
    var sum = 0;
    for (var n = 0; n < 10; n++) sum += Number(number[n]) * (10 - n);
    return sum % 11 === 0 && new Set(number).size > 1;
  }

  function somethingElse(context, number, start, end) {
    var day = Number(number.slice(0, 2));
    var month = Number(number.slice(2, 4));
    var moment = day >= 15 && day <= 18 && !(month >= 1 && month <= 12);
    var named = context.called(start, NOT_WHOLE) || COUNTED.test(context.after(end));
    return named || HOUR.test(number) || moment || context.inAddress(start);
  }

  /* insurance.py */
  var PREFIX = "([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])";
  var NEVER = new Set(["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]);
  var INSURANCE = new RegExp(
    "(?<![A-Za-z0-9])" + PREFIX + GAP + "?(?:(?:[0-9]{2}" + GAP + "?){3}|[0-9]{3}" + GAP + "[0-9]{3}" +
      GAP + "?)([A-D])(?![A-Za-z0-9])", "gi");
  var NAMED_INSURANCE = new RegExp(
    "(?<![A-Za-z])((?:national insurance|nino|ni|n\\.i\\.)[ _\\-]?(?:number|no)?[^0-9A-Za-z]{0,8})" +
      PREFIX + "(?:" + GAP + "?[0-9]){6}(?:" + GAP + "?[A-D])?(?![A-Za-z0-9])", "gi");

  function insurance(context, yields) {
    context.each(NAMED_INSURANCE, function (found, start, end) {
      if (!NEVER.has(found[2].toUpperCase())) yields("national-insurance", start + found[1].length, end);
    });
    context.each(INSURANCE, function (found, start, end) {
      var number = found[0];
      var last = number[number.length - 1];
      var apart = !/[0-9]/.test(number[number.length - 2]);
      var one = !apart || /[A-Z]/.test(number[0]) === /[A-Z]/.test(last);
      if (!NEVER.has(found[1].toUpperCase()) && one) yields("national-insurance", start, end);
    });
  }

  /* birth.py */
  var MONTH =
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" +
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])\\.?";
  var DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  var YEAR = "(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})";
  var DATE = new RegExp(
    "(?<![0-9A-Za-z])(?:" + DAY + "(?: ?[\\/.\\-] ?| )" + DAY + "(?: ?[\\/.\\-] ?| )" + YEAR +
      "|(?:18|19|20)[0-9]{2}[\\/.\\-](?:0?[1-9]|1[0-2])[\\/.\\-](?:0?[1-9]|[12][0-9]|3[01])" +
      "|" + DAY + "(?:st|nd|rd|th)?(?: of)?[ \\n.\\-]{0,3}" + MONTH + ",?[ \\n\\-]{0,3}" + YEAR +
      "|" + MONTH + " {0,2}" + DAY + "(?:st|nd|rd|th)?,? {1,2}" + YEAR +
      "|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])", "gi");
  var BORN = new RegExp(
    "(?<form>date[ _\\-]{0,2}of[ _\\-]{0,2}birth|birth[ _\\-]?(?:date|day)|birth(?= ?[:=|])|" +
      "(?<![a-z])d[.\\/ ]? ?o[.\\/ ]? ?b(?![a-z])\\.?)" +
      "|(?<![a-z\\-])born(?![a-z])|(?<![a-z.])b\\.(?= ?[0-9])", "gi");
  var FARTHEST = 60;
  var BREAK = /[.!?]\s+[A-Z]|\n[ \t]*\n|[.!?]\s*$/;
  var LIMIT = /\b(?:before|after|between|since|until|till|from|by|prior|earlier|later|up to)\b/i;
  var ON = /\bon\b|\bin\b|\bas of\b/i;
  var OPEN = /^(?:,? or (?:later|earlier|before|after)|,? onwards)/i;
  var BACK = /^(?:[ )("',;:=\[\-]{0,4}(?:(?:is|was|as) ?(?:(?:her|his|their|the|my) ?)?)?)$/i;
  var WHO_BACK =
    /^(?:,? (?:he|she|they|i|(?:the|a) (?:patient|baby|child|boy|girl|resident)) (?:was|were) )$/i;

  function birth(context, yields) {
    var dates = [];
    context.each(DATE, function (found, start, end) {
      dates.push([start, end]);
    });
    context.each(BORN, function (label, start, end) {
      var number = firstFrom(dates, end);
      var form = Boolean(label.groups.form);
      if (number < dates.length && follows(context, form, end, dates[number]))
        yields("date-of-birth", dates[number][0], dates[number][1]);
      else if (number && precedes(context, form, start, dates[number - 1]))
        yields("date-of-birth", dates[number - 1][0], dates[number - 1][1]);
    });
  }

  function follows(context, form, end, date) {
    if (date[0] - end > FARTHEST) return false;
    var gap = context.text.slice(end, date[0]);
    if (BREAK.test(gap) || LIMIT.test(gap) || (form && ON.test(gap))) return false;
    var clear = !/^[0-9]+$/.test(context.text.slice(date[0], date[1])) || gap.length <= 16;
    return clear && !OPEN.test(context.after(date[1]));
  }

  function precedes(context, form, start, date) {
    if (start < date[1] || start - date[1] > FARTHEST / 2) return false;
    return (form ? BACK : WHO_BACK).test(context.text.slice(date[1], start));
  }

  /* postcode.py */
  var AREAS = new Set((
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC " +
    "EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS " +
    "LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR " +
    "SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").split(" "));
  var LETTERED = new Set("E EC N NW SE SW W WC".split(" "));
  var POSTCODE =
    /(?<![A-Za-z0-9])([A-Z]{1,2})([1-9][0-9]|[0-9][A-HJKMNPR-Y]|[0-9])( {0,3}| ?[+-] ?| ?\n[ \t]{0,16})([0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/gi;
  var NAMED_POSTCODE = /post ?_?-?code[^0-9a-z\n]{0,6}$/i;
  var MEASURES = new Set("st nd rd th ft yr lb pt px hr gb tb xl".split(" "));
  var MEMORY = /^ ?(?:ram|memory|storage|ssd|disk|chip)/i;

  function postcode(context, yields) {
    context.each(POSTCODE, function (found, start, end) {
      var area = found[1].toUpperCase();
      var gap = found[3];
      var unit = found[4].slice(1);
      var here = AREAS.has(area) && (/^[0-9]+$/.test(found[2]) || LETTERED.has(area));
      var memory = unit === "GB" && MEMORY.test(context.after(end));
      var measure = memory || (gap && MEASURES.has(unit));
      if (here && !measure && !part(context, found[0], start, end, gap)) yields("postcode", start, end);
    });
  }

  function part(context, code, start, end, gap) {
    var before = context.before(start);
    var after = context.after(end);
    if ((gap && !gap.trim()) || NAMED_POSTCODE.test(before)) return false;
    if (gap === "" && (context.inAddress(start) || before.endsWith("#"))) return true;
    var hyphens = /[A-Za-z0-9]-$/.test(before) || /^-[A-Za-z0-9]/.test(after);
    if (code === code.toUpperCase()) return hyphens;
    var joined = /[./_@]$/.test(before) || /^[./_@][A-Za-z0-9]/.test(after);
    return hyphens || joined || gap.indexOf("-") >= 0;
  }

  /* hits.py */
  function masked(found) {
    var line = found.split(/\s+/).filter(Boolean).join(" ");
    var first = line.search(/[\p{L}\p{N}]/u) + 1;
    return (line.slice(0, first) + line.slice(first).replace(/[\p{L}\p{N}]/gu, "*")).slice(0, 40);
  }

  /* scan.py: the surer one first; what one has taken, a later one does not take again */
  var FINDERS = [telephone, patient, insurance, birth, atHome, mail, postcode];

  function scan(text) {
    var read = plain(String(text));
    var context = new Context(read.text);
    var taken = new Uint8Array(read.text.length);
    var hits = [];
    FINDERS.forEach(function (finder) {
      finder(context, function (sort, start, end) {
        if (taken.subarray(start, end).includes(1)) return;
        taken.fill(1, start, end);
        hits.push({
          sort: sort, start: read.starts[start], end: read.ends[end - 1],
          shown: masked(read.text.slice(start, end)),
        });
      });
    });
    return hits.sort(function (a, b) {
      return a.start - b.start || a.end - b.end;
    });
  }

  /* names.py: with hyphens read as spaces only what no waiver lets in is looked for */
  function scanName(name) {
    var found = scan(name);
    if (found.length) return found;
    return scan(name.replace(/[-_]/g, " ")).filter(function (hit) {
      return /^(nhs-number|national-insurance|date-of-birth)$/.test(hit.sort);
    });
  }

  window.academyPrivacy = { scan: scan, scanName: scanName };
})();
