/* A date in words, as `date_words.py` writes it. */
(() => {
  "use strict";

  const { share } = academy;
  const MS_PER_DAY = 86_400_000;
  /** Forms whose first and last month not everybody knows by heart. */
  const NAMED_PERIODS = ["season", "quarter", "financial-year", "financial-quarter"];
  const ASKED = ["date_readings", "date_doubt"]; // refusals of dates that can mean two
  const SHARED_FORMS = ["day", "month"];

  /**
   * @param {string} form
   * @param {DateParts} parts
   * @param {number} first day of the period, since 1970
   * @param {readonly string[]} months
   */
  function periodWords(form, { year, quarter, season }, first, months) {
    const date = new Date(first * MS_PER_DAY);
    const month = `${months[date.getUTCMonth()]} ${year}`;
    const bothYears = `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
    switch (form) {
      case "day":
        return `${date.getUTCDate()} ${month}`;
      case "month":
        return month;
      case "season":
        return `${season} ${season === "winter" ? bothYears : year}`;
      case "quarter":
        return `${year} Q${quarter}`;
      case "financial-year":
        return bothYears;
      case "financial-quarter":
        return `${bothYears} Q${quarter}`;
      default:
        return String(year);
    }
  }

  /**
   * A range, without what both of its ends share: “March to June 2019”.
   * @param {DatePeriod} first
   * @param {DatePeriod} last
   */
  function rangeWords(first, last) {
    const start = first.words.split(" ");
    const end = last.words.split(" ");
    const isExact = !first.isAbout && !last.isAbout;
    if (isExact && first.form === last.form && SHARED_FORMS.includes(first.form)) {
      while (start.length > 1 && start.at(-1) === end.pop()) start.pop();
    }
    return `${start.join(" ")} to ${last.words}`;
  }

  /**
   * What a date is understood as; empty where that is just what somebody typed, or for other text.
   * @param {string} text
   */
  function dateEcho(text) {
    const date = share.dateRange(text);
    if (!date) return "";
    if (NAMED_PERIODS.includes(date.form)) return `${date.words} (${spanWords(date)})`;
    return date.words.toLowerCase() === text.trim().toLowerCase() ? "" : date.words;
  }

  /** The dates that somebody may mean who wrote one that can mean two. @param {string} text @returns {string[]} */
  function dateReadings(text) {
    const error = share.findDateError(text) ?? share.findDateDoubt(text);
    return error && ASKED.includes(error.refusal) ? Object.values(error.values) : [];
  }

  /** The first and last day of a period. @param {DateRange} range */
  function spanWords({ earliest, latest }) {
    const [first, last] = [earliest, latest].map((day) =>
      new Date(day * MS_PER_DAY).toLocaleDateString("en-GB", {
        timeZone: "UTC",
        day: "numeric",
        month: "long",
        year: "numeric",
      }),
    );
    return `${first} to ${last}`;
  }

  Object.assign(share, { periodWords, rangeWords, dateEcho, dateReadings });
})();
