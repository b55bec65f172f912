/* Stands in a page before anything of it runs. `academyTold` takes down what ran, asked or left. */
(function () {
  "use strict";

  var made = Object.create(null);

  function tell(what, more) {
    var text = what + " " + String(more === undefined ? "" : more).slice(0, 160);
    if (made[text]) return; // once is enough
    made[text] = true;
    var at = "elsewhere";
    try {
      at = window.top.location.href;
    } catch (error) {
      /* a frame from elsewhere */
    }
    window.academyTold(JSON.stringify([at, text]));
  }

  function replace(holder, name, result) {
    if (!holder) return;
    try {
      Object.defineProperty(holder, name, {
        configurable: true, writable: true,
        value: function () {
          tell("ran " + name, arguments[0]);
          return result;
        },
      });
    } catch (error) {
      tell("unhooked " + name);
    }
  }

  ["alert", "confirm", "prompt", "print", "open", "fetch", "postMessage"].forEach(function (name) {
    replace(window, name, null);
  });
  ["write", "writeln"].forEach(function (name) {
    replace(Document.prototype, name);
  });
  replace(Navigator.prototype, "sendBeacon", true);
  replace(XMLHttpRequest.prototype, "open");

  ["WebSocket", "EventSource", "Worker", "SharedWorker", "RTCPeerConnection"].forEach(function (name) {
    replace(window, name);
  });

  /* These go on to do what they do, so that what an attack does next is seen too. */
  ["eval", "Function"].forEach(function (name) {
    var real = window[name];
    function take(self, words) {
      tell("ran " + name, words[words.length - 1]);
    }
    window[name] = new Proxy(real, {
      apply: function (target, self, words) {
        take(self, words);
        return Reflect.apply(target, self, words);
      },
      construct: function (target, words) {
        take(null, words);
        return Reflect.construct(target, words);
      },
    });
  });
  ["setTimeout", "setInterval"].forEach(function (name) {
    var real = window[name];
    window[name] = function (what) {
      if (typeof what !== "function") tell("ran " + name, what);
      return real.apply(window, arguments);
    };
  });
  ["appendChild", "insertBefore"].forEach(function (name) {
    var real = Node.prototype[name];
    Node.prototype[name] = function (node) {
      if (node && node.nodeName === "SCRIPT" && !node.src) tell("ran inline script", node.text);
      return real.apply(this, arguments);
    };
  });
  ["vulnerable", "xss", "XSS"].forEach(function (name) {
    [window, document].forEach(function (holder) {
      Object.defineProperty(holder, name, {
        configurable: true,
        set: function (value) {
          tell("ran " + name, value);
        },
      });
    });
  });
  document.addEventListener("securitypolicyviolation", function (event) {
    tell("policy", event.violatedDirective + " " + event.blockedURI);
  });

  /* ------------------------------------------------------------------ what a reader may do */

  var EVENTS = ["mouseover", "focus", "error", "load", "toggle", "begin"];

  function stay(event) {
    var link = event.target.closest && event.target.closest("a");
    var form = event.type === "submit";
    if (form || (link && SCHEMES.test(scheme(link)))) event.preventDefault();
  }

  function scheme(link) {
    try {
      return new URL(typeof link.href === "string" ? link.href : link.href.baseVal, document.baseURI).protocol;
    } catch (error) {
      return "https:"; // an address that leads nowhere
    }
  }

  /* Everything is opened, pointed at, focused and pressed. Links that are plain are not followed. */
  window.academyTry = function () {
    document.querySelectorAll("details").forEach(function (one) {
      one.open = true;
    });
    document.addEventListener("click", stay, true);
    document.addEventListener("submit", stay, true);
    document.querySelectorAll(document.querySelector("main") ? "main *" : "*").forEach(function (one) {
      EVENTS.forEach(function (name) {
        one.dispatchEvent(new Event(name, { cancelable: true }));
      });
      if (!/^(BUTTON|SUMMARY|INPUT|SELECT|TEXTAREA|LABEL)$/.test(one.nodeName)) {
        one.dispatchEvent(new MouseEvent("click", { cancelable: true }));
      }
    });
    document.removeEventListener("click", stay, true);
    document.removeEventListener("submit", stay, true);
  };

  /* --------------------------------------------------------------------- what stands there */

  var NEVER = /^(IFRAME|FRAME|FRAMESET|OBJECT|EMBED|APPLET|BASE|MARQUEE|MATH|TEMPLATE|NOSCRIPT|AUDIO|VIDEO|STYLE|XML|FOREIGNOBJECT)$/i;
  var ADDRESSES = /^(href|src|action|formaction|xlink:href|data|poster|background|srcset|srcdoc|ping|cite|manifest)$/i;
  var SCHEMES = /^(https?|file|mailto):$/;

  function wrong(one, root, found) {
    if (NEVER.test(one.nodeName)) found.push("element " + one.nodeName);
    if (one.nodeName === "SCRIPT" && !isData(one) && (!one.src || one.src.indexOf(root) !== 0)) {
      found.push("script " + one.text);
    }
    if (one.nodeName === "META" && one.httpEquiv && !/security-policy/i.test(one.httpEquiv)) {
      found.push("meta " + one.httpEquiv);
    }
    for (var n = 0; n < one.attributes.length; n++) {
      var attribute = one.attributes[n];
      if (/^on/i.test(attribute.name)) found.push("handler " + one.nodeName + " " + attribute.name);
      if (/url\s*\(|expression|javascript:/i.test(attribute.name === "style" ? attribute.value : "")) {
        found.push("style " + attribute.value);
      }
      if (ADDRESSES.test(attribute.name)) address(attribute, root, found);
    }
  }

  /* A block of data is not run, if it is data to its very end. */
  function isData(script) {
    if (script.type !== "application/ld+json") return false;
    try {
      JSON.parse(script.text);
      return !script.src;
    } catch (error) {
      return false;
    }
  }

  function address(attribute, root, found) {
    var url;
    try {
      url = new URL(attribute.value, document.baseURI);
    } catch (error) {
      return; // leads nowhere
    }
    var inside = url.protocol !== "file:" || url.href.indexOf(root) === 0;
    if (!SCHEMES.test(url.protocol) || !inside) found.push("address " + attribute.value);
  }

  /* What no page of ours holds, and which of these words no reader can see. */
  window.academyFound = function (root, words) {
    var found = [];
    document.querySelectorAll("*").forEach(function (one) {
      wrong(one, root, found);
    });
    var text = (document.title + " " + document.documentElement.textContent).replace(/\s+/g, " ");
    var missing = words.filter(function (one) {
      return text.indexOf(one.replace(/\s+/g, " ").trim()) < 0;
    });
    return { found: found.slice(0, 20), missing: missing };
  };
})();
