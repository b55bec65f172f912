/* Figures that are added up or compared: those of this record, and those of others that have a name. */
(() => {
  "use strict";

  const { share } = academy;

  /**
   * What is wrong with totals and shares. A total of another record that counts a figure of this one is
   * left to `academy receive`, which checks everything together.
   * @param {readonly FormFields[]} groups all groups of questions of the record
   * @returns {FieldError[]}
   */
  function totalErrors(groups) {
    const measures = groups.filter((group) => group.has("nature"));
    const own = new Map(measures.map((group) => [share.textOf(group, "id"), figureOf(group)]));
    own.delete("");
    const named = (/** @type {FormFields} */ measure, /** @type {readonly string[]} */ names) =>
      names
        .flatMap((name) => [measure.get(name)?.get() ?? []].flat())
        .map((id) => own.get(String(id)) ?? publishedFigure(String(id)))
        .filter((figure) => figure !== undefined);
    return measures.flatMap((measure) => [
      ...sumErrors(measure, named(measure, ["sum_of"])),
      ...moneyErrors(measure, named(measure, ["sum_of"])),
      ...shareErrors(measure, named(measure, ["share_part", "share_of"])),
    ]);
  }

  /** @param {FormFields} group @returns {AddedFigure} */
  function figureOf(group) {
    return { unit: share.textOf(group, "unit"), model: share.textOf(group, "financial_model") };
  }

  /** The unit of a figure of the site, and how it was worked out. @param {string} id @returns {AddedFigure | undefined} */
  function publishedFigure(id) {
    const { figures } = share.names;
    if (!Object.hasOwn(figures, id)) return undefined;
    const [unit, model] = figures[id];
    return { unit, model };
  }

  /** @param {FormFields} total @param {readonly AddedFigure[]} parts */
  function sumErrors(total, parts) {
    const units = parts.length ? [figureOf(total), ...parts].map(({ unit }) => unit) : [];
    return unitErrors(total, "sum_of", "total_units", different(units));
  }

  /** @param {FormFields} measure @param {readonly AddedFigure[]} ends the part and the whole */
  function shareErrors(measure, ends) {
    const units = ends.length === 2 ? ends.map(({ unit }) => unit) : [];
    return unitErrors(measure, "share_of", "share_units", different(units));
  }

  /** @param {FormFields} measure @param {string} name @param {string} refusal @param {readonly string[]} units */
  function unitErrors(measure, name, refusal, units) {
    if (units.length < 2) return [];
    const label = measure.get(name)?.question.label ?? "";
    return share.errorAt(measure, name, refusal, { units: joined(units), name: label });
  }

  /** @param {FormFields} total @param {readonly AddedFigure[]} parts */
  function moneyErrors(total, parts) {
    const isTotal = !share.isEmpty(total.get("sum_of")?.get());
    if (!isTotal || !share.currencies.includes(share.textOf(total, "unit"))) return [];
    const all = [figureOf(total), ...parts].map(({ model }) => model);
    const models = different(all);
    const isStated = all.every(Boolean);
    if (models.length === 1 && isStated) return [];
    const names = [...models, ...(isStated ? [] : ["not stated"])].join(", ");
    const model_name = total.get("financial_model")?.question.label ?? "";
    const sum_name = total.get("sum_of")?.question.label ?? "";
    return share.errorAt(total, "sum_of", "mixed_money", { names, model_name, sum_name });
  }

  /** The different answers, in order. @param {readonly string[]} answers */
  function different(answers) {
    return [...new Set(answers.filter(Boolean))].sort();
  }

  /** @param {readonly string[]} words */
  function joined(words) {
    return new Intl.ListFormat("en-GB").format(words);
  }

  share.totalErrors = totalErrors;
})();
