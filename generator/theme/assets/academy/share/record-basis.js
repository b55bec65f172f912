/* What the statements of a record rest on, as `prototype_basis`, `adoption_basis` and
   `case_study_basis` in Python find it. */
(() => {
  "use strict";

  const { share } = academy;

  /**
   * The label and the tone of what a record rests on; empty for a kind whose page does not say it.
   * @param {string} kindName
   * @param {FormFields} fields
   */
  function evidenceBasis(kindName, fields) {
    const find = BASES[kindName];
    return find ? share.preview.bases[find(fields)] : undefined;
  }

  /** Whether the stage or status of a record says that it has not begun. @param {string} kindName @param {FormFields} fields */
  function isPlanned(kindName, fields) {
    const { field, words, unanswered } = share.preview.planned[kindName];
    return words.includes(share.textOf(fields, field) || unanswered);
  }

  /** @param {FormFields} fields */
  function prototypeBasis(fields) {
    const measures = (fields.get("measures")?.groups?.() ?? []).filter(
      (measure) => !share.isEmpty(share.getAnswers(measure)),
    );
    const natures = measures.map((measure) => share.textOf(measure, "nature"));
    if (measures.length && natures.every((nature) => nature === "illustration")) {
      return "illustrative";
    }
    if (isPlanned("prototype", fields)) return "planned";
    const results = measures.filter((measure) => share.textOf(measure, "nature") === "result");
    /** @type {readonly string[]} */
    const found = results.map(resultBasis);
    return share.preview.bestBases.find((basis) => found.includes(basis)) ?? "reported";
  }

  /** @param {FormFields} result */
  function resultBasis(result) {
    const level = share.textOf(result, "evidence_level");
    const evaluator = share.textOf(result, "evaluated_by");
    if (level === "illustration") return "illustrative";
    if (evaluator === "independent" || evaluator === "peer-reviewed") return evaluator;
    if (!level || level === "account") return "reported";
    const design = share.textOf(result, "design");
    const says = ["baseline.value", "baseline.text", "comparator.value", "comparator.area"];
    const isStated = [...says, "comparator.group", "data_source"].some((path) =>
      share.valueAt(result, path),
    );
    return isStated || (design && design !== "account") ? "observed" : "with-figures";
  }

  /** @param {FormFields} fields */
  function adoptionBasis(fields) {
    return isPlanned("adoption", fields) ? "planned" : "reported";
  }

  /** @param {FormFields} fields */
  function caseStudyBasis(fields) {
    if (["fictional", "composite"].includes(share.textOf(fields, "persona"))) return "illustrative";
    return share.textOf(fields, "type") === "plan" ? "planned" : "reported";
  }

  /** @type {Readonly<Record<string, (fields: FormFields) => string>>} */
  const BASES = {
    prototype: prototypeBasis,
    adoption: adoptionBasis,
    case_study: caseStudyBasis,
  };

  share.evidenceBasis = evidenceBasis;
})();
