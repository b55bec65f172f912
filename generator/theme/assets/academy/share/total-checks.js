/* Figures that are added up or compared: the measures of this record, as far as the form knows them. */
(() => {
  "use strict";

  const { share } = academy;

  /**
   * What is wrong with totals and shares. Measures of other records are left to `academy check`.
   * @param {readonly FormFields[]} groups all groups of questions of the record
   * @returns {FieldError[]}
   */
  function totalErrors(groups) {
    const measures = groups.filter((group) => group.has("nature"));
    const byId = new Map(measures.map((measure) => [share.textOf(measure, "id"), measure]));
    byId.delete("");
    const named = (/** @type {FormFields} */ measure, /** @type {string} */ name) =>
      [measure.get(name)?.get() ?? []].flat().map((id) => byId.get(String(id)));
    return measures.flatMap((measure) => [
      ...sumErrors(measure, known(named(measure, "sum_of"))),
      ...moneyErrors(measure, known(named(measure, "sum_of"))),
      ...shareErrors(
        measure,
        known([...named(measure, "share_part"), ...named(measure, "share_of")]),
      ),
    ]);
  }

  /** @param {readonly (FormFields | undefined)[]} measures */
  function known(measures) {
    return measures.filter((measure) => measure !== undefined);
  }

  /** @param {FormFields} total @param {readonly FormFields[]} parts */
  function sumErrors(total, parts) {
    const units = parts.length ? answersTo("unit", [total, ...parts]) : [];
    return unitErrors(total, "sum_of", "total_units", units);
  }

  /** @param {FormFields} measure @param {readonly FormFields[]} ends the part and the whole */
  function shareErrors(measure, ends) {
    return unitErrors(
      measure,
      "share_of",
      "share_units",
      ends.length === 2 ? answersTo("unit", ends) : [],
    );
  }

  /** @param {FormFields} measure @param {string} name @param {string} refusal @param {readonly string[]} units */
  function unitErrors(measure, name, refusal, units) {
    if (units.length < 2) return [];
    const label = measure.get(name)?.question.label ?? "";
    return share.errorAt(measure, name, refusal, { units: joined(units), name: label });
  }

  /** @param {FormFields} total @param {readonly FormFields[]} parts */
  function moneyErrors(total, parts) {
    const currencies = (share.vocabulary.currencies ?? []).map(([id]) => id);
    const isTotal = !share.isEmpty(total.get("sum_of")?.get());
    if (!isTotal || !currencies.includes(share.textOf(total, "unit"))) return [];
    const all = [total, ...parts];
    const models = answersTo("financial_model", all);
    const isStated = all.every((measure) => share.textOf(measure, "financial_model"));
    if (models.length === 1 && isStated) return [];
    const names = [...models, ...(isStated ? [] : ["not stated"])].join(", ");
    const model_name = total.get("financial_model")?.question.label ?? "";
    const sum_name = total.get("sum_of")?.question.label ?? "";
    return share.errorAt(total, "sum_of", "mixed_money", { names, model_name, sum_name });
  }

  /** The different answers to a question, in order. @param {string} name @param {readonly FormFields[]} groups */
  function answersTo(name, groups) {
    const answers = groups.map((group) => share.textOf(group, name)).filter(Boolean);
    return [...new Set(answers)].sort();
  }

  /** @param {readonly string[]} words */
  function joined(words) {
    return new Intl.ListFormat("en-GB").format(words);
  }

  share.totalErrors = totalErrors;
})();
