/* Questions as fields: each knows how to show an answer, to give it back, and what is wrong. */
(function () {
  "use strict";

  var share = window.academyShare;
  var SETTLE = 200;
  var FEW_QUESTIONS = 4;
  var number = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function button(text, act, className) {
    var element = make("button", className || "la-button", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function nextId() {
    return "la-field-" + ++number;
  }

  /* A question with its help; `input` is what is filled in. Its fault shows below the help. */
  function Field(question, input, label) {
    this.question = question;
    this.input = input;
    this.element = make("div", "la-field");
    this.fault = make("p", "la-field__fault");
    input.id = nextId();
    this.fault.id = input.id + "-fault";
    this.fault.hidden = true;
    var name = make("label", "la-field__label", label || question.label);
    name.htmlFor = input.id;
    if (!question.required && !label) name.append(" ", make("span", "la-field__may", "(optional)"));
    this.element.append(name);
    this.help(question);
    this.element.append(this.fault, input);
    var field = this;
    input.addEventListener("change", function () {
      // a fault moves what stands below it: the click that left the field must land first
      setTimeout(function () {
        field.check();
      }, SETTLE);
    });
  }

  Field.prototype.help = function (question) {
    var text = question.told ? "" : question.help; // the list of answers says it above
    if (question.example && text) text += " For example: " + question.example + ".";
    if (!text) return;
    var help = make("p", "la-field__help", text);
    help.id = this.input.id + "-help";
    this.input.setAttribute("aria-describedby", help.id + " " + this.fault.id);
    this.element.append(help);
  };

  Field.prototype.get = function () {
    return this.input.value.trim();
  };

  Field.prototype.set = function (value) {
    this.input.value = value === undefined || value === null ? "" : String(value);
  };

  Field.prototype.wrong = function () {
    return share.fault(this.question, this.input.value, share.longest);
  };

  /* Shows what is wrong; gives it with the field, so that a summary can lead there. */
  Field.prototype.check = function () {
    var text = share.personal(share.scan(this.input.value)) || this.wrong();
    this.fault.textContent = text;
    this.fault.hidden = !text;
    if (text) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
    this.element.classList.toggle("la-field--wrong", Boolean(text));
    return text ? [{ text: text, input: this.input }] : [];
  };

  /* --------------------------------------------------------------- single answers */

  function line(question, label) {
    var input = make("input", "la-field__input");
    input.type = "text";
    if (/^(date|number|whole)$/.test(question.shape)) input.classList.add("la-field__input--short");
    if (/^(number|whole)$/.test(question.shape)) input.inputMode = "decimal";
    return new Field(question, input, label);
  }

  function text(question, label) {
    var input = make("textarea", "la-field__input");
    input.rows = question.shape === "story" ? 14 : 3;
    return new Field(question, input, label);
  }

  function choice(question, label) {
    var input = make("select", "la-field__input la-field__input--short");
    [["", "Not stated"]].concat(question.words || [["yes", "Yes"], ["no", "No"]]).forEach(function (word) {
      var option = make("option", "", word[1]);
      option.value = word[0];
      input.append(option);
    });
    var field = new Field(question, input, label);
    field.set = function (value) {
      input.value = { true: "yes", false: "no" }[value] || value || "";
    };
    return field;
  }

  /* A record is picked by its title; its id is what is kept. */
  function record(question, label) {
    var field = line(question, label);
    var any = (question.kinds || []).indexOf("*") >= 0;
    var kinds = any ? Object.keys(share.names.kinds) : question.kinds;
    field.input.setAttribute("list", share.listOf(kinds));
    field.input.autocomplete = "off";
    field.get = function () {
      var typed = field.input.value.trim();
      return share.idOf(kinds, typed) || typed;
    };
    field.set = function (value) {
      field.input.value = value ? share.titleOf(kinds, value) : "";
    };
    field.wrong = function () {
      var typed = field.input.value.trim();
      if (!typed) return share.fault(question, "", share.longest);
      if (share.idOf(kinds, typed)) return "";
      var what = any ? "record" : kinds.map(share.labelOf).join(" or ").toLowerCase();
      return "There is no " + what + " called “" + typed + "”. Choose from the list, or add it as new.";
    };
    if (!any) addBeside(field, kinds);
    return field;
  }

  /* A way to write down what is not in the list, once it turns out not to be. */
  function addBeside(field, kinds) {
    var text = beside(kinds);
    var check = field.check;
    text.hidden = true;
    field.element.append(text);
    field.check = function () {
      var found = check.call(field);
      text.hidden = !found.length || !field.input.value.trim();
      return found;
    };
  }

  function beside(kinds) {
    var text = make("p", "la-field__beside", "Not listed? Add it first: ");
    kinds
      .filter(function (kind) {
        return share.kinds[kind];
      })
      .forEach(function (kind, n) {
        var link = make("a", "", share.labelOf(kind).toLowerCase());
        link.href = share.root + "share/" + kind.replace(/_/g, "-") + ".html";
        link.target = "_blank";
        link.rel = "noopener";
        text.append(n ? ", " : "", link);
      });
    text.append(" (opens in a new tab).");
    return text;
  }

  /* ---------------------------------------------------------------- several answers */

  function Several(question) {
    this.question = question;
    this.rows = [];
    this.element = make("fieldset", "la-several");
    this.element.append(make("legend", "la-field__label", question.label));
    if (question.help) this.element.append(make("p", "la-field__help", question.help));
    this.list = make("div", "la-several__rows");
    this.adder = button("Add", this.add.bind(this, true));
    this.adder.setAttribute("aria-label", "Add to: " + question.label);
    this.element.append(this.list, this.adder);
    if (question.required) this.add(false);
  }

  Several.prototype.add = function (focus) {
    var several = this;
    var one = Object.assign({}, this.question, { many: false, told: true });
    var place = this.rows.length + 1;
    var field = field_for(one, this.question.label + " " + place);
    var row = make("div", "la-several__row");
    var remove = button("Remove", function () {
      several.rows = several.rows.filter(function (kept) {
        return kept.field !== field;
      });
      row.remove();
      several.adder.focus();
      several.element.dispatchEvent(new Event("change", { bubbles: true }));
    }, "la-button la-button--small");
    remove.setAttribute("aria-label", "Remove " + this.question.label + " " + place);
    row.append(field.element, remove);
    this.list.append(row);
    this.rows.push({ field: field });
    if (focus === true) {
      var first = row.querySelector("input, textarea, select");
      if (first) first.focus();
    }
    return field;
  };

  Several.prototype.get = function () {
    return this.rows
      .map(function (row) {
        return row.field.get();
      })
      .filter(function (value) {
        return !share.empty(value);
      });
  };

  Several.prototype.set = function (values) {
    var several = this;
    this.rows = [];
    this.list.replaceChildren();
    (Array.isArray(values) ? values : []).forEach(function (value) {
      several.add(false).set(value);
    });
    if (!this.rows.length && this.question.required) this.add(false);
  };

  Several.prototype.check = function () {
    var required = this.question.required && !this.get().length;
    return this.rows.reduce(function (found, row, n) {
      if (share.empty(row.field.get()) && !(required && n === 0)) return found;
      return found.concat(row.field.check());
    }, []);
  };

  /* ------------------------------------------------------------------------ groups */

  function Group(question, label) {
    this.question = question;
    this.element = make("fieldset", "la-group");
    this.element.append(make("legend", "la-field__label", label || question.label));
    if (question.help && !question.told) {
      this.element.append(make("p", "la-field__help", question.help));
    }
    this.fields = fields(question.inside, this.element);
  }

  Group.prototype.get = function () {
    return gather(this.fields);
  };

  Group.prototype.set = function (values) {
    scatter(this.fields, values || {});
  };

  Group.prototype.check = function () {
    return share.empty(this.get()) ? [] : faults(this.fields);
  };

  /* Questions one below the other; what is rarely needed is folded. */
  function fields(questions, parent) {
    var found = {};
    var main = questions.length > FEW_QUESTIONS + 2 ? leading(questions) : questions;
    var rest = questions.filter(function (one) {
      return main.indexOf(one) < 0;
    });
    var more = make("details", "la-fold la-more");
    more.append(make("summary", "", "More details"));
    questions.forEach(function (question) {
      found[question.name] = field_for(question);
      (rest.indexOf(question) < 0 ? parent : more).append(found[question.name].element);
    });
    if (rest.length) parent.append(more);
    return found;
  }

  function leading(questions) {
    return questions.filter(function (one, n) {
      return one.required || n < FEW_QUESTIONS;
    });
  }

  function gather(all) {
    var out = {};
    Object.keys(all).forEach(function (name) {
      var value = all[name].get();
      if (!share.empty(value)) out[name] = value;
    });
    return out;
  }

  function scatter(all, values) {
    Object.keys(all).forEach(function (name) {
      all[name].set(values[name]);
    });
  }

  function faults(all) {
    return Object.keys(all).reduce(function (found, name) {
      return found.concat(all[name].check());
    }, []);
  }

  function field_for(question, label) {
    if (question.many) return new Several(question);
    if (question.shape === "group") return new Group(question, label);
    if (question.shape === "record") return record(question, label);
    if (question.words || question.shape === "yes-no") return choice(question, label);
    return /^(text|story)$/.test(question.shape) ? text(question, label) : line(question, label);
  }

  Object.assign(share, {
    make: make, button: button, fieldFor: field_for, gather: gather, scatter: scatter, faults: faults,
  });
})();
