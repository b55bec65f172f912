/* The pictures and documents that a person chose: what is wrong with a file, its path in the academy,
   and its content, which only this page holds. Limits come from Python
   (`generator/site/share/rules.py`). */
(() => {
  "use strict";

  const { compilePrefix, privacy, share } = academy;
  const MEGABYTE = 1_000_000; // bytes; also the pixels of a megapixel
  const START_LENGTH = 12; // bytes that tell the type of a picture
  const SMALLER = "Save it in a smaller size, and choose it again.";

  /** @type {MediaRules} */
  let rules;
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} path → content */
  const contents = new Map();
  /**
   * Every path that an answer has had since the page was opened. No other file may get it: a draft may
   * name a picture whose content is lost.
   * @type {Set<string>}
   */
  const takenPaths = new Set();

  /** @param {MediaRules} mediaRules */
  function setMediaRules(mediaRules) {
    rules = mediaRules;
  }

  /** @param {MediaShape} shape */
  function mediaEndings(shape) {
    return rules.endings[shape];
  }

  function mostMegabytes() {
    return rules.mostBytes / MEGABYTE;
  }

  /**
   * Read a file that a person chose.
   * @param {File} file
   * @param {MediaShape} shape
   * @returns {Promise<ReadMedia>} its content and ending, or what is wrong with it
   */
  async function readMedia(file, shape) {
    if (!file.size) return { fault: "The file is empty. Choose another file." };
    if (file.size > rules.mostBytes) return { fault: sizeFault(file.size) };
    let content;
    try {
      content = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { fault: "We cannot read the file. Choose it again." };
    }
    const ending = shape === "picture-file" ? pictureEnding(content) : documentEnding(file.name);
    if (!ending) return { fault: typeFault(shape) };
    const fault = shape === "picture-file" ? await pictureFault(file) : "";
    return fault ? { fault } : { content, ending };
  }

  /** @param {number} size in bytes */
  function sizeFault(size) {
    const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10;
    return `The file is ${megabytes} MB. The limit is ${mostMegabytes()} MB. ${SMALLER}`;
  }

  /** The ending for a picture, by its content; empty for another file. @param {Uint8Array} content */
  function pictureEnding(content) {
    const start = String.fromCharCode(...content.subarray(0, START_LENGTH));
    const type = rules.pictureStarts.find(([, pattern]) => compilePrefix(pattern).test(start));
    return type ? type[0] : "";
  }

  /** @param {string} name */
  function documentEnding(name) {
    const lower = name.toLowerCase();
    return rules.endings["document-file"].find((ending) => lower.endsWith(ending)) ?? "";
  }

  /** @param {MediaShape} shape */
  function typeFault(shape) {
    if (shape === "picture-file") {
      return "The file is not a PNG, JPEG or WebP picture. Save it as one of these, and choose it again.";
    }
    const list = new Intl.ListFormat("en-GB", { type: "disjunction" });
    return (
      "We cannot take this type of file. Save it so that its name ends with " +
      `${list.format(mediaEndings(shape))}, and choose it again.`
    );
  }

  /** @param {File} file */
  async function pictureFault(file) {
    try {
      const picture = await createImageBitmap(file);
      const pixels = picture.width * picture.height;
      picture.close();
      if (pixels <= rules.mostPixels) return "";
      const megapixels = Math.round(pixels / MEGABYTE);
      const most = rules.mostPixels / MEGABYTE;
      return `The picture has ${megapixels} megapixels. The limit is ${most}. ${SMALLER}`;
    } catch {
      return "We cannot open the picture. It may be damaged or too large. Save it again, or choose another one.";
    }
  }

  /**
   * A path for a file that was chosen, which no other file has.
   * @param {string} name of the file
   * @param {string} ending
   * @param {Question} question
   * @param {string} present the path that the answer has now, and may keep
   */
  function newMediaPath(name, ending, question, present) {
    const stem = safeStem(name, question);
    for (let number = 1; ; number += 1) {
      const path = `${rules.folder}/${stem}${number > 1 ? `-${number}` : ""}${ending}`;
      if (!isInAcademy(path) && (path === present || !takenPaths.has(path))) return path;
    }
  }

  /**
   * The name of a file in the letters of an id; a plain word where it may tell of a person, or has too
   * few Latin letters.
   * @param {string} name
   * @param {Question} question
   */
  function safeStem(name, question) {
    const written = name.replace(/\.[^.]*$/, "");
    const stem = share.idFor(written);
    const path = `${rules.folder}/${stem}${rules.endings[shapeOf(question)][0]}`;
    const isPersonal = [written, stem].some((text) => privacy.scanName(text).length > 0);
    const isSafe = stem && !isPersonal && !share.answerError(question, path);
    return isSafe ? stem : shapeOf(question).split("-")[0];
  }

  /** @param {Question} question */
  function shapeOf({ shape }) {
    return /** @type {MediaShape} */ (shape);
  }

  /** @param {string} path */
  function isInAcademy(path) {
    return share.names.media.some((known) => known.toLowerCase() === path.toLowerCase());
  }

  /** @param {string} path that an answer has */
  function takePath(path) {
    takenPaths.add(path.toLowerCase());
  }

  /** @param {string} path @param {Uint8Array<ArrayBuffer>} content */
  function holdMedia(path, content) {
    contents.set(path, content);
  }

  /** The content of a file that was chosen since the page was opened. @param {string} path */
  function heldMedia(path) {
    return contents.get(path);
  }

  /**
   * The files that some records name and that were chosen since the page was opened.
   * @param {readonly RecordFile[]} files
   */
  function mediaToSend(files) {
    return [...contents].filter(([path]) => files.some(({ text }) => text.includes(path)));
  }

  /**
   * Draw a picture that is at most so large. The content security policy of pages lets no picture load
   * from memory.
   * @param {HTMLCanvasElement} canvas
   * @param {Uint8Array<ArrayBuffer>} content
   * @param {number} mostWidth
   * @param {number} mostHeight
   */
  async function drawPicture(canvas, content, mostWidth, mostHeight) {
    const picture = await createImageBitmap(new Blob([content]));
    const { width, height } = picture;
    const scale = Math.min(1, mostWidth / width, mostHeight / height);
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
  }

  Object.assign(share, {
    drawPicture,
    setMediaRules,
    mediaEndings,
    mostMegabytes,
    isInAcademy,
    readMedia,
    newMediaPath,
    takePath,
    holdMedia,
    heldMedia,
    mediaToSend,
  });
})();
