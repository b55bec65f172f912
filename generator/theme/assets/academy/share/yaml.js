/* A record as the text of its file: text, lists and named fields, as the academy reads them. */
(function () {
  "use strict";

  // what needs no quotes: begins with a letter or digit, and holds nothing that YAML reads otherwise
  var PLAIN = /^[\p{L}\p{N}£(][^\n\r\t#:]*$/u;
  var SPECIAL = /^(null|true|false|yes|no|on|off)$/i;

  function scalar(text, indent) {
    if (/\n/.test(text)) return block(text, indent);
    if (PLAIN.test(text) && !/\s$/.test(text) && !SPECIAL.test(text)) return " " + text;
    return " " + JSON.stringify(text);
  }

  /* Text of several lines stands below its name, as it is. */
  function block(text, indent) {
    if (text !== text.trim() || /^[ \t]|[^\S\n]$|\t/m.test(text)) return " " + JSON.stringify(text);
    var lines = text.split("\n").map(function (line) {
      return line ? indent + "  " + line : "";
    });
    return " |-\n" + lines.join("\n");
  }

  function empty(value) {
    if (value === null || value === undefined || value === "") return true;
    if (Array.isArray(value)) return value.every(empty);
    if (typeof value === "object") return Object.keys(value).every(function (name) {
      return empty(value[name]);
    });
    return false;
  }

  function fields(record, indent) {
    return Object.keys(record)
      .filter(function (name) {
        return !empty(record[name]);
      })
      .map(function (name) {
        return indent + name + ":" + value(record[name], indent);
      })
      .join("\n");
  }

  function value(given, indent) {
    if (Array.isArray(given)) {
      return given
        .filter(function (one) {
          return !empty(one);
        })
        .map(function (one) {
          return "\n" + indent + "  -" + item(one, indent + "    ");
        })
        .join("");
    }
    if (typeof given === "object") return "\n" + fields(given, indent + "  ");
    return scalar(given, indent);
  }

  function item(given, indent) {
    if (typeof given !== "object") return scalar(given, indent);
    return " " + fields(given, indent).trimStart();
  }

  /* `record`: text, lists and objects. `suffix`: that of its file; `.md` has a story below. */
  function write(record, suffix) {
    var story = record.story;
    var rest = Object.assign({}, record);
    delete rest.story;
    var text = fields(rest, "") + "\n";
    if (suffix !== ".md") return text;
    return "---\n" + text + "---\n" + (empty(story) ? "" : "\n" + story.trim() + "\n");
  }

  window.academyShare = window.academyShare || {};
  Object.assign(window.academyShare, { write: write, empty: empty });
})();
