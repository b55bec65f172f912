/* What is wrong with an answer, in the words of `academy check`. */
(function () {
  "use strict";

  var ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  var LONGEST_ID = 80;
  var DATE_HINT = "Write a year (2020), a month (2020-01) or a day (2020-01-31).";
  var NUMBER_HINT =
    "Write digits only: 24, 3.5 or -4. The unit has a field of its own; no commas, no £.";

  function missing(question) {
    var verb = question.shape === "choice" || question.shape === "yes-no" ? "Select" : "Enter";
    return verb + " “" + question.label + "”. " + question.help;
  }

  function clip(text) {
    return text.length > 60 ? text.slice(0, 59) + "…" : text;
  }

  function date(text) {
    var parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
    if (!parts) return "“" + clip(text) + "” is not a date. " + DATE_HINT;
    var year = Number(parts[1]);
    var month = parts[2] === undefined ? 1 : Number(parts[2]);
    var day = parts[3] === undefined ? 1 : Number(parts[3]);
    var last = month >= 1 && month <= 12 ? new Date(Date.UTC(2000, 0, 1)) : null;
    if (last) {
      last.setUTCFullYear(year, month, 0);
      if (year && day >= 1 && day <= last.getUTCDate()) return "";
    }
    return "“" + clip(text) + "” is not a day that exists. " + DATE_HINT;
  }

  function number(text) {
    var plain = text.replace("−", "-");
    return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain)
      ? "" : "“" + clip(text) + "” is not a number. " + NUMBER_HINT;
  }

  function whole(text) {
    return /^[0-9]{1,9}$/.test(text)
      ? "" : "“" + clip(text) + "” is not a whole number. Write digits only, such as 25.";
  }

  function web(text) {
    var good = /^https?:\/\/[^\s<>"'`\\{}|^@/]+(\/[^\s<>"'`\\{}|^]*)?$/i.test(text);
    return good && text.length <= 2000 ? "" : "“" + clip(text) + "” is not a web address. " +
      "Copy the whole address from the browser, starting with https://.";
  }

  function id(text) {
    if (text.length > LONGEST_ID) return "The id is longer than 80 characters. Use fewer words.";
    if (ID.test(text)) return "";
    return "“" + clip(text) + "” is not an id: small letters, digits and single hyphens only.";
  }

  function long(text, most) {
    if (text.length <= most) return "";
    var length = most > 400 ? text.length.toLocaleString("en-GB") : text.length;
    var limit = most > 400 ? most.toLocaleString("en-GB") : most;
    return "The text has " + length + " characters; the most here is " + limit + ".";
  }

  var BY_SHAPE = { date: date, number: number, whole: whole, web: web, id: id };

  /* The fault of one answer to a question; empty when it is right. */
  function fault(question, text, longest) {
    var trimmed = text.trim();
    if (!trimmed) return question.required ? missing(question) : "";
    if (BY_SHAPE[question.shape]) return BY_SHAPE[question.shape](trimmed);
    var most = longest[question.shape];
    return most ? long(question.shape === "line" ? trimmed.replace(/\s+/g, " ") : trimmed, most) : "";
  }

  /* The id that a title suggests, as `academy new` makes it. */
  function idFor(title) {
    var plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/'/g, "");
    return (plain.match(/[a-z0-9]+/g) || []).join("-").slice(0, 80).replace(/^-|-$/g, "");
  }

  window.academyShare = window.academyShare || {};
  Object.assign(window.academyShare, { fault: fault, idFor: idFor });
})();
