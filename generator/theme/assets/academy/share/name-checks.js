/* The names of records in a record: those in its texts, its earlier ids, and the ids of its measures. */
(() => {
  "use strict";

  const { compilePattern, share } = academy;

  /**
   * What is wrong with the names of records that no question asks for.
   * @param {FormFields} fields
   * @param {readonly FormFields[]} groups these and all groups of questions inside them
   * @param {string} id of the record
   * @returns {FieldError[]}
   */
  function nameErrors(fields, groups, id) {
    const ids = groups.filter((group) => group.has("nature")).map((one) => share.textOf(one, "id"));
    const known = new Set([id, ...ids].filter(Boolean));
    return [
      ...groups.flatMap((group) => mentionErrors(group, known)),
      ...groups.flatMap((group) => pictureErrors(group, fields)),
      ...selfErrors(fields, id),
      ...aliasErrors(fields, id),
      ...measureIdErrors(groups, id),
    ];
  }

  /**
   * Each question for text that is answered, with its answers.
   * @param {FormFields} fields
   * @returns {{ name: string, texts: string[] }[]}
   */
  function proseIn(fields) {
    const prose = [...fields].filter(([, { question }]) => /^(text|story)$/.test(question.shape));
    return prose.map(([name, field]) => ({
      name,
      texts: [field.get()].flat().map((text) => share.blankCode(String(text))),
    }));
  }

  /** @param {FormFields} group @param {ReadonlySet<string>} known ids of this record and its measures */
  function mentionErrors(group, known) {
    const pattern = compilePattern(share.recordRules.prose.mention, "g");
    return proseIn(group).flatMap(({ name, texts }) => {
      const named = texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]));
      const wrong = named.find((id) => !known.has(id.trim()) && !share.holderOf(id.trim()));
      return wrong ? share.errorAt(group, name, "mention", { text: share.clip(wrong.trim()) }) : [];
    });
  }

  /**
   * A picture in a text that is neither in the academy nor sent with it.
   * @param {FormFields} group
   * @param {FormFields} fields
   */
  function pictureErrors(group, fields) {
    return proseIn(group).flatMap(({ name, texts }) => {
      const lost = texts.flatMap(pictureFiles).find((file) => {
        return !share.isInAcademy(file) && !share.heldMedia(file);
      });
      const pictures_name = fields.get("pictures")?.question.label ?? "";
      return lost ? share.errorAt(group, name, "file_missing", { text: lost, pictures_name }) : [];
    });
  }

  /**
   * Answers that name the record that they are part of. A measure is a record too.
   * @param {FormFields} group
   * @param {string} own id of the record
   * @returns {FieldError[]}
   */
  function selfErrors(group, own) {
    return [...group].flatMap(([name, field]) => {
      const inside = field.groups?.() ?? [];
      if (inside.length) {
        const isMeasure = inside[0].has("nature");
        return inside.flatMap((one) => selfErrors(one, isMeasure ? share.textOf(one, "id") : own));
      }
      const isNamed = field.question.relates && [field.get()].flat().includes(own);
      const text = share.recordTitle(field.question.kinds ?? [], own);
      return own && isNamed ? share.errorAt(group, name, "itself", { text }) : [];
    });
  }

  /** @param {FormFields} fields @param {string} own id of the record */
  function aliasErrors(fields, own) {
    const aliases = [fields.get("aliases")?.get() ?? []].flat().map(String);
    const taken = aliases.find((alias) => {
      const holder = alias === own ? own : share.holderOf(alias);
      return holder && (holder !== own || alias === own);
    });
    const holder = share.recordTitle(Object.keys(share.names.kinds), taken ?? "");
    return taken ? share.errorAt(fields, "aliases", "alias_taken", { text: taken, holder }) : [];
  }

  /**
   * The id of another measure may be that of this one in the record that was opened.
   * @param {readonly FormFields[]} groups
   * @param {string} own id of the record
   */
  function measureIdErrors(groups, own) {
    const above = new Set([own]);
    return groups.flatMap((group) => {
      const id = group.has("nature") ? share.textOf(group, "id") : "";
      const isTaken = above.has(id) || (share.kindOfRecord(id) ?? "measure") !== "measure";
      above.add(id);
      return id && isTaken ? share.errorAt(group, "id", "id_taken", { text: id }) : [];
    });
  }

  /** The pictures in the texts of a record. @param {FormFields} fields */
  function picturesIn(fields) {
    const groups = [fields, ...[...fields.values()].flatMap((field) => field.groups?.() ?? [])];
    const texts = groups.flatMap(proseIn).flatMap((prose) => prose.texts);
    return texts.flatMap(pictureFiles);
  }

  /** @param {string} text */
  function pictureFiles(text) {
    const matches = text.matchAll(compilePattern(share.recordRules.prose.picture, "g"));
    return [...matches].map((match) => match.groups?.file ?? "").filter(Boolean);
  }

  Object.assign(share, { nameErrors, picturesIn });
})();
