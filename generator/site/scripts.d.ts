/* The types of the site's scripts: what Python hands over to them, and what they share in the
   namespace `window.academy`. Checked by `npm test`; no part of a site. */

interface Window {
  academy: Academy;
}
declare const academy: Academy;

/** The stemmer of the Snowball project, as it is vendored. */
declare class EnglishStemmer {
  stemWord(word: string): string;
}

/** The library that writes a zip, as it is vendored: https://github.com/101arrowz/fflate. */
declare const fflate: {
  strToU8(text: string): Uint8Array;
  zipSync(
    files: Readonly<Record<string, ZipEntry>>,
    options: { mtime: Date },
  ): Uint8Array<ArrayBuffer>;
};

/** The content of a file in a zip, with how much to compress it where that is not the usual. */
type ZipEntry = Uint8Array | readonly [content: Uint8Array, options: { readonly level: 0 }];

/** The SHA-256 of a content in hexadecimal digits: https://github.com/emn178/js-sha256. */
declare function sha256(content: string | Uint8Array): string;

/** A regular expression: source and flags. `generator/exports/script_pattern.py` writes it. */
type ScriptPattern = readonly [string, string];

interface Academy {
  /** The address of the site, from the page that is open; ends with a slash. */
  root: string;
  createElement<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    className?: string,
    text?: string,
  ): HTMLElementTagNameMap[Name];
  createButton(text: string, onClick: () => void, className?: string): HTMLButtonElement;
  createOption(value: string, text: string): HTMLOptionElement;
  loadScript(path: string): Promise<void>;
  loadBundle(name: string): Promise<void>;
  /** The names of files of scripts, by the names of bundles; the build writes them. */
  bundles: Readonly<Record<string, string>>;
  saveFile(name: string, text: BlobPart, type: string): void;
  focusHeading(): void;
  addSaveButtons(figure: HTMLElement): void;
  drawNeighbourhood(host: HTMLDetailsElement): Promise<void>;
  pageReference(query: string, words: string): string;
  sharedRoot(): string;
  createCopyButton(reference: () => string): { button: HTMLButtonElement; note: HTMLElement };
  formatCsv(rows: readonly (readonly string[])[]): string;
  compilePattern(pattern: ScriptPattern, flags?: string): RegExp;
  compilePrefix(pattern: ScriptPattern): RegExp;
  compileFullMatch(pattern: ScriptPattern): RegExp;
  tables: {
    parseNumber(text: string): number | null;
    sortOrder(texts: readonly string[], descending: boolean): number[];
  };
  find: AcademyFind;
  /** The kinds of record that can be compared, by the folder of their pages. */
  comparable: Readonly<Record<string, string>>;
  keep: AcademyKeep;
  outlines: AcademyOutlines;
  share: AcademyShare;
  privacy: AcademyPrivacy;
}

/** How a shape of a figure looks: colours, and px of its line and of the dashes in it. */
interface ShapeLook {
  fill: string;
  stroke: string;
  width: number;
  dashes: readonly number[];
  round: boolean;
}

/** A shape of a figure as it is drawn: a path `d` or a text, and the matrix that places it. */
interface DrawnShape {
  move: readonly number[];
  look: ShapeLook;
  d?: string;
  text?: DrawnText;
}

/** A line of words in a figure, with the place of its anchor in px. */
interface DrawnText {
  content: string;
  x: number;
  y: number;
  anchor: string;
  size: number;
  weight: string;
  underlined: boolean;
}

/** A figure to save: its shapes, and its size in px. */
interface Picture {
  shapes: readonly DrawnShape[];
  width: number;
  height: number;
}

/** How a line of words in a picture is written; `step` is the height of a line in px. */
interface Lettering {
  size: number;
  weight: string;
  step: number;
  fill: string;
}

/** The px that a label may take on narrow pages and on wide ones. */
interface RoomForLabel {
  narrow: number;
  wide: number;
}

/** The lines of a label on narrow pages and on wide ones. */
interface LabelLines {
  narrow: readonly string[];
  wide: readonly string[];
}

/** A record linked to that of the page; `kind` in the plural; `outwards`: that page names it. */
interface Neighbour {
  title: string;
  href: string;
  kind: string;
  relation: string;
  outwards: boolean;
  label: LabelLines;
}

/** A filter of a table: its key in the address, its words, and its values. */
type TableFilter = readonly [
  key: string,
  label: string,
  values: readonly (readonly [key: string, label: string])[],
];

interface SortKey {
  text: string;
  number: number | null;
}

/* ------------------------------------------------------------------ what readers keep */

type RecordList = "compare" | "list" | "area";

/** A record that a reader has chosen. Its title may be an old one, or of another's making. */
interface KeptRecord {
  kind: string;
  id: string;
  title: string;
}

/** Id, title, and the address of the board report. */
type AreaChoice = readonly [id: string, title: string, report: string];

interface OutlineKind {
  label: string;
  labels: string;
  slug: string;
  comparable: boolean;
  /** The first record of each of its files, in order. */
  starts: readonly string[];
}

interface OutlineIndex {
  academy: string;
  kinds: Readonly<Record<string, OutlineKind>>;
  /** Present ids by earlier ones. */
  aliases: Readonly<Record<string, string>>;
}

/** A document, and the place in it or an empty text. */
type SourcePlace = readonly [document: string, place: string];

interface OutlineRow {
  label: string;
  lines: readonly string[];
}

/** As Python writes it: a row is its label, followed by its lines. */
type OutlineValues = readonly [
  id: string,
  title: string,
  summary: string,
  rows: readonly (readonly [label: string, ...lines: string[]])[],
  details: readonly (readonly [label: string, ...lines: string[]])[],
  sources: readonly SourcePlace[],
];

/** What the page of a record says, as plain text. */
interface RecordOutline extends KeptRecord {
  summary: string;
  kindLabel: string;
  isComparable: boolean;
  /** From the root of the site. */
  path: string;
  /** What decides. */
  rows: readonly OutlineRow[];
  details: readonly OutlineRow[];
  sources: readonly SourcePlace[];
}

interface AcademyOutlines {
  addPart(name: string, value: unknown): void;
  loadIndex(): Promise<OutlineIndex>;
  loadAreas(): Promise<readonly AreaChoice[]>;
  loadOutlines(records: readonly KeptRecord[]): Promise<(RecordOutline | undefined)[]>;
  fileStart(starts: readonly string[], id: string): string | undefined;
}

/** A label with the lines of each record. */
interface ComparedRow {
  label: string;
  cells: readonly (readonly string[])[];
}

interface Comparison {
  different: ComparedRow[];
  /** Rows of details that differ. */
  details: ComparedRow[];
  same: ComparedRow[];
  /** The labels of what no record states. */
  unstated: string[];
}

interface PackHead {
  academyName: string;
  /** The address of the site, or empty. */
  siteRoot: string;
  day: string;
}

interface AcademyKeep {
  MOST_COMPARED: number;
  parseKept(text: string | null): KeptRecord[];
  formatKept(records: readonly KeptRecord[]): string;
  parseQuery(query: string): KeptRecord[];
  formatQuery(records: readonly KeptRecord[]): string;
  keptRecords(name: RecordList): KeptRecord[];
  keepRecords(name: RecordList, records: readonly KeptRecord[]): void;
  isSame(a: KeptRecord, b: KeptRecord): boolean;
  isKept(name: RecordList, record: KeptRecord): boolean;
  /** Gives what is wrong, or an empty text. */
  addToList(record: KeptRecord): string;
  comparableAt(path: string, title: string): KeptRecord | null;
  createCompareLink(record: KeptRecord, className: string, text: string): HTMLAnchorElement;
  createChoice(compared: readonly RecordOutline[], index: OutlineIndex): HTMLElement;
  removeRecord(name: RecordList, record: KeptRecord): void;
  storageFault(name: RecordList): string;
  ownArea(): KeptRecord | null;
  setOwnArea(area: KeptRecord | null): void;
  onChange(listener: () => void): void;
  compareOutlines(outlines: readonly RecordOutline[]): Comparison;
  rowsOnSheet(rows: readonly ComparedRow[], titles: readonly string[], unstated: string): number;
  createRecordLink(outline: RecordOutline): HTMLAnchorElement;
  listReference(outlines: readonly RecordOutline[], academyName: string): string;
  missingText(missing: readonly KeptRecord[]): string;
  createStatus(): HTMLParagraphElement;
  formatPack(outlines: readonly RecordOutline[], head: PackHead): string;
  packRows(outlines: readonly RecordOutline[], siteRoot: string): string[][];
  openComparePage(host: HTMLElement): Promise<void>;
  openListPage(host: HTMLElement): Promise<void>;
}

/* ------------------------------------------------------------------ search: data from Python */

/** The head of the search index. Documents are numbered from 0, kind by kind. */
interface IndexHead {
  documentCount: number;
  documentsPerFile: number;
  words: readonly [terms: string, frequencies: string];
  tones: readonly string[];
  /** The weight of a term in a document is one of the steps from 0 to this number. */
  weightSteps: number;
  symbols: string;
  half: number;
  /** The first term of each file of postings. */
  shardStarts: readonly number[];
  sorts: readonly SortOption[];
  kinds: readonly IndexKind[];
  facets: readonly Facet[];
  stopWords: readonly string[];
  shortestWord: number;
  patterns: TokenPatterns;
  /** The name of the kind whose documents are pages about the academy. */
  pageKind: string;
  /** Between the stems of a phrase, in its term. */
  joint: string;
  /** Before a word that is its own stem, in its term. */
  exactMark: string;
  exactWords: readonly string[];
  /** Groups of words and phrases that mean the same. */
  synonyms: readonly (readonly string[])[];
  /** Groups of words and phrases: those after the first are near to it. */
  related: readonly (readonly string[])[];
  /** The pages, glossary terms and partners that a query asks for by name, by the sorted stems of the query. */
  whole: Readonly<Record<string, number[]>>;
}

interface SortOption {
  key: string;
  title: string;
}

interface IndexKind {
  name: string;
  label: string;
  labels: string;
  /** The number of its first document. */
  start: number;
  /** By how much its documents count more or less than others. */
  prior: number;
}

interface Facet {
  key: string;
  title: string;
  /** Whether its values are shown at once. */
  open: boolean;
  kinds: readonly string[];
}

interface TokenPatterns {
  word: ScriptPattern;
  hyphenated: ScriptPattern;
  joiner: ScriptPattern;
  unfoldedWord: ScriptPattern;
}

/** Address, title, summary, labels with the numbers of their tones, and a passage of the text. */
type IndexDocument = readonly [
  string,
  string,
  string,
  readonly (readonly [string, number])[],
  string,
  picture?: CardPicture,
];

/** Key, title, depth below the top, and documents as encoded gaps. */
type IndexFacetValue = readonly [string, string, number, string];

type IndexPart<Name extends string> = Name extends "head"
  ? IndexHead
  : Name extends "facets"
    ? Readonly<Record<string, readonly IndexFacetValue[]>>
    : Name extends "order"
      ? Readonly<Record<string, string>>
      : Name extends `f-${string}`
        ? readonly IndexFacetValue[]
        : Name extends `p${number}`
          ? readonly string[]
          : Name extends `d${number}`
            ? readonly IndexDocument[]
            : never;

/* ------------------------------------------------------------------------- search: the scripts */

interface TokenSpan {
  start: number;
  end: number;
  /** Folded. */
  word: string;
  stem: string;
}

interface Postings {
  documents: number[];
  weights: number[];
}

interface IndexDecoder {
  symbol(text: string, position: number): number;
  numbers(text: string): number[];
  gaps(text: string): number[];
  postings(text: string): Postings;
  frontCoded(text: string): string[];
}

/** A term by its number, and how surely it is meant: 1 for the word itself. */
interface WeightedTerm {
  term: number;
  weight: number;
}

/** How a document matches: all but the last four mention the word or phrase that was asked for. */
type MatchKind =
  | "word"
  | "relative"
  | "prefix"
  | "synonym"
  | "near"
  | "longer"
  | "similar"
  | "parts";

/** A document matches in this way if it has all the terms. */
interface MatchWay {
  kind: MatchKind;
  terms: number[];
  /** The words of the vocabulary that lead here; empty for a word that is only in the index. */
  text: string;
  weight: number;
}

/** A word of a query, or a phrase of the vocabulary. */
interface QueryUnit {
  key: string;
  /** As somebody typed it. */
  text: string;
  ways: MatchWay[];
  /** What is near to it, for when no record mentions it. */
  nearWays: MatchWay[];
}

interface UnitTools {
  dictionary: TermDictionary;
  thesaurus: AcademyThesaurus;
  stopWords: ReadonlySet<string>;
  shortestWord: number;
}

interface UnitMatch {
  unit: QueryUnit;
  /** What the unit adds to the score of each document. */
  values: Float32Array;
  /** By document: the number of the way it matches, from 1; `nearWays` follow `ways`; 0 for none. */
  ways: Uint8Array;
  /** Whether a record or a glossary term mentions it. */
  isKnown: boolean;
  /** Inverse document frequency. */
  rarity: number;
}

interface RankingTools {
  postingsOf(term: number): Postings;
  weightSteps: number;
  documentCount: number;
  isPage: Uint8Array;
  kinds: readonly IndexKind[];
}

interface RankedDocuments {
  matches: UnitMatch[];
  /** The score of every document of the index. */
  scores: Float32Array;
  /** Numbers of documents, the best first. */
  documents: number[];
}

interface TermDictionary {
  readonly terms: readonly string[];
  termNumber(stem: string): number;
  prefixed(word: string): WeightedTerm[];
  longer(word: string): WeightedTerm[];
  relatives(stem: string): WeightedTerm[];
  similar(word: string, unfinished: boolean): WeightedTerm[];
}

interface AcademyThesaurus {
  readonly joint: string;
  phraseLength(stems: readonly string[], at: number): number;
  synonyms(term: string): [term: string, text: string][];
  related(term: string): [term: string, text: string][];
}

interface SearchMatches extends RankedDocuments {
  /** The documents that the query asks for by name. */
  named: ReadonlySet<number>;
  /** The stems of the words and phrases that were looked for, for marking. */
  stems: ReadonlySet<string>;
}

interface TagLabel {
  text: string;
  tone: string;
}

interface SearchResult {
  url: string;
  title: string;
  summary: string;
  passage: string;
  labels: readonly TagLabel[];
  kind: string;
  kindPlural: string;
  picture?: CardPicture;
}

/** The lead picture of a record. Its address starts from the site's folder. */
type CardPicture = readonly [url: string, alt: string, width: number, height: number];

interface SearchState {
  query: string;
  /** The key of an order; empty for the best first. */
  sort: string;
  chosen: Map<string, Set<string>>;
}

interface FacetValue {
  key: string;
  title: string;
  depth: number;
  documents: readonly number[];
}

interface CountedValue {
  value: FacetValue;
  count: number;
  isChosen: boolean;
}

interface FacetFilter {
  documents(): number[];
  matched(): number[];
  count(facet: string, value: FacetValue): number;
}

interface FacetPanelEvents {
  onOpen(): void;
  onChoose(facet: string, value: string, isChosen: boolean): void;
}

/** The values of facets that have been loaded. */
interface LoadedFacets {
  load(facets: ReadonlySet<string>): Promise<void>;
  value(facet: string, key: string): FacetValue | undefined;
  having(facet: string, document: number): FacetValue[];
  counted(facet: string, filter: FacetFilter, chosen?: ReadonlySet<string>): CountedValue[] | null;
}

interface FacetPanels {
  readonly element: HTMLDetailsElement;
  openFacets(): string[];
  update(countValues: (facet: string) => readonly CountedValue[] | null): void;
}

interface AcademyFind {
  addPart(version: string, name: string, value: unknown): void;
  loadPart<Name extends string>(name: Name): Promise<IndexPart<Name>>;
  loadEngine(): Promise<void>;
  loadFailure(): string;
  resultUrl(result: { url: string }): string;
  joinLabels(labels: readonly TagLabel[], separator: string): string;
  setTokenPatterns(patterns: TokenPatterns): void;
  setExactWords(words: readonly string[], mark: string): void;
  tokenise(text: string): string[];
  stem(word: string): string;
  tokenSpans(text: string): TokenSpan[];
  Decoder: new (symbols: string, half: number) => IndexDecoder;
  Dictionary: new (
    terms: readonly string[],
    frequency: (term: number) => number,
    joint: string,
  ) => TermDictionary;
  Thesaurus: new (
    synonyms: readonly (readonly string[])[],
    related: readonly (readonly string[])[],
    stemsOf: (text: string) => string[],
    joint: string,
  ) => AcademyThesaurus;
  readUnits(query: string, unfinished: boolean, tools: UnitTools): QueryUnit[];
  rank(units: readonly QueryUnit[], named: readonly number[], tools: RankingTools): RankedDocuments;
  describeMatches(matches: SearchMatches, results: readonly SearchResult[]): string;
  describeReason(matches: SearchMatches, document: number, result: SearchResult): string;
  describeSynonyms(matches: SearchMatches): string;
  isWhole(matches: SearchMatches, document: number): boolean;
  termText(term: number): string;
  editDistance(a: string, b: string, most: number): number;
  /** Of the index that is open. */
  head: IndexHead;
  decoder: IndexDecoder;
  openIndex(): Promise<void>;
  search(query: string, typing: boolean): Promise<SearchMatches>;
  loadDocuments(documents: readonly number[]): Promise<SearchResult[]>;
  highlight(text: string, stems: ReadonlySet<string>): DocumentFragment;
  matchingWords(text: string, stems: ReadonlySet<string>): string[];
  createSnippet(
    result: SearchResult,
    stems: ReadonlySet<string>,
    length: number,
  ): DocumentFragment | null;
  parseState(query: string, facets: readonly string[], sorts: readonly SortOption[]): SearchState;
  formatState(state: SearchState): string;
  isEmptyState(state: SearchState): boolean;
  chooseOwnArea(state: SearchState, query: string, facets: readonly string[]): void;
  formatOwnState(state: SearchState): string;
  ownAreaNote(state: SearchState): HTMLElement[];
  chooseValue(state: SearchState, facet: string, value: string, isChosen: boolean): void;
  Filter: new (
    matches: Uint8Array,
    chosen: Iterable<readonly [string, readonly FacetValue[]]>,
  ) => FacetFilter;
  commonestValues(values: readonly CountedValue[], most: number): CountedValue[];
  Panels: new (
    facets: readonly Facet[],
    isChosen: (facet: string) => boolean,
    events: FacetPanelEvents,
  ) => FacetPanels;
  createCard(
    result: SearchResult,
    stems: ReadonlySet<string>,
    reason: string,
    showsKind: boolean,
  ): HTMLLIElement;
  formatCsv(results: readonly SearchResult[], siteRoot: string): string;
  FacetValues: new () => LoadedFacets;
  describeCount(
    documents: readonly number[],
    matches: SearchMatches | null,
    state: SearchState,
    tellsWhole: boolean,
  ): string;
  describeFiltered(
    total: number,
    chosen: SearchState["chosen"],
    titles: readonly string[],
  ): { text: string; action: string };
  openResultsPage(host: HTMLElement): Promise<void>;
}

/* -------------------------------------------------------------------- the form: data from Python */

type QuestionShape =
  | "line"
  | "text"
  | "story"
  | "choice"
  | "date"
  | "number"
  | "whole"
  | "yes-no"
  | "web"
  | "id"
  | "p-value"
  | "picture-file"
  | "document-file"
  | "record"
  | "group";

/** A question of the model: see `Question` in Python. What is empty or false is left out. */
interface Question {
  name: string;
  label: string;
  help: string;
  shape: QuestionShape;
  section?: string;
  example?: string;
  many?: boolean;
  /** What one answer of a list is called, without its number. */
  item?: string;
  /** What the page shows where nothing is chosen. */
  unanswered?: string;
  /** Whether only the people who look after the academy answer it. */
  upkeep?: boolean;
  required?: boolean;
  light?: boolean;
  /** The allowed words, with what people read. */
  options?: readonly (readonly [string, string])[];
  /** The section of the vocabulary with the allowed words. */
  terms?: string;
  kinds?: readonly string[];
  /** Whether the answer is a relation to another record, which no record has with itself. */
  relates?: boolean;
  questions?: readonly Question[];
  /** The questions, this one among them, of which exactly one is answered. */
  oneOf?: readonly string[];
  limit?: DegreeLimit;
  /** Set by the form: a list of answers shows the help above them all. */
  hasHelpAbove?: boolean;
}

/** The limit of an angle on the map. */
interface DegreeLimit {
  name: string;
  most: number;
}

interface FormKind {
  label: string;
  folder: string;
  suffix: string;
  slug: string;
  /** The words of the id of a record without a title, with fields in braces. */
  untitledId: readonly string[];
  chapters: readonly FormChapter[];
  firstScreen: readonly FirstScreenRow[];
  askedWhen: readonly AskedWhen[];
  requiredWhen: readonly RequiredWhen[];
  questions: readonly Question[];
}

/** A part of a form, with the id and the title of each of its sections. */
interface FormChapter {
  title: string;
  sections: readonly (readonly [string, string])[];
}

/** Questions that are asked once a field has one of some words. */
interface AskedWhen {
  field: string;
  words: readonly string[];
  asks: readonly string[];
}

/** What a record must have once a field has one of some words: one of the paths `needs`. */
interface RequiredWhen extends Omit<AskedWhen, "asks"> {
  code: string;
  needs: readonly string[];
  message: string;
  form_hint: string;
}

interface FormQuestions {
  editUrl: string;
  /** Where to send a submission: an email address, a web page or a folder; may be empty. */
  sendTo: string;
  /** The academy, and which state of it the form was made from. */
  academy: { readonly name: string; readonly edition: string };
  labels: Readonly<Record<string, string>>;
  labelsWithArticle: Readonly<Record<string, string>>;
  results: ResultRules;
  preview: PreviewRules;
  /** The title of the fold with the questions for the people who look after the academy. */
  upkeepTitle: string;
  /** What the form says where it asks for a file: by type of file, and for both. */
  mediaWords: Readonly<Record<MediaShape | "both", Readonly<Record<string, string>>>>;
  kinds: Readonly<Record<string, FormKind>>;
  /** The terms of each section: id, label, earlier ids. */
  vocabulary: Readonly<Record<string, readonly VocabularyTerm[]>>;
}

/** A row of the first screen of a record's page: the question that it answers. */
interface FirstScreenRow {
  name: string;
  /** Whether it is shown where nothing is stated. */
  always: boolean;
  /** For each allowed word, the tone of its tag. */
  tones: Readonly<Record<string, string>>;
  /** What it says that nobody answers: empty, or a label and its tone. */
  unanswered: readonly [] | readonly [string, string];
}

/** The words and limits of a first screen: `generator/site/share/first_screen.py` writes them. */
interface PreviewRules {
  /** Characters after which a row takes the full width. */
  wideFrom: number;
  judgedVerdicts: readonly string[];
  judgeNotStated: string;
  noResult: string;
  /** For each thing that a record can rest on, its label and tone. */
  bases: Readonly<Record<string, readonly [label: string, tone: string]>>;
  /** What results can rest on, the strongest first. */
  bestBases: readonly string[];
  /** The kinds whose pages say as of when their answers are. */
  tellingAge: readonly string[];
  /** By kind: the field that says how far it has got, its words for what has not begun, and what it
   * says without an answer. */
  planned: Readonly<
    Record<string, { field: string; words: readonly string[]; unanswered: string }>
  >;
}

/** How the form asks about a result: `generator/site/share/result_questions.py` writes it. */
interface ResultRules {
  asked: readonly { name: string; label: string; help: string; example: string }[];
  /** The strength of evidence that each design supports. */
  designLevels: Readonly<Record<string, string>>;
}

type VocabularyTerm = readonly [id: string, label: string, ...was: string[]];

interface RecordNames {
  recordsPerFile: number;
  /** The path of every picture and document. */
  media: readonly string[];
  /** By kind: every record. */
  kinds: Readonly<Record<string, readonly RecordName[]>>;
  /** By kind: the records of other academies that an adoption may name. */
  followed: Readonly<Record<string, readonly RecordName[]>>;
  /** For each earlier id, the record that had it. */
  aliases: Readonly<Record<string, string>>;
  /** The unit of each figure that has a name of its own, and how it was worked out. */
  figures: Readonly<Record<string, readonly [unit: string, model: string]>>;
  /** The year of each document that has one, in words. */
  years: Readonly<Record<string, string>>;
}

/** What a total compares of the figures that it adds up. */
interface AddedFigure {
  unit: string;
  model: string;
}

/** The id of a record, the name that is shown, and the other names that people use. */
type RecordName = readonly [string, string, ...string[]];

type FormPart<Name extends string> = Name extends "rules"
  ? FormRules
  : Name extends "questions"
    ? FormQuestions
    : Name extends "names"
      ? RecordNames
      : Name extends `${string}-${number}`
        ? readonly Answers[]
        : never;

/** The rules of `academy check` that the form applies: `generator/site/share/rules.py` writes them. */
interface FormRules {
  limits: Readonly<
    Record<"id" | "line" | "text" | "story" | "web" | "media" | "columns" | "brackets", number>
  >;
  patterns: Readonly<
    Record<
      "id" | "number" | "whole" | "web" | "p-value" | "picture-file" | "document-file",
      ScriptPattern
    >
  >;
  media: MediaRules;
  numberHints: NumberHints;
  figures: FigureRules;
  /** For each spelling in an id, the letters that are spelt so. */
  idLetters: Readonly<Record<string, string>>;
  apostrophes: string;
  /** By scheme of codes: what its codes look like, and what only a slip in one looks like. */
  codeForms: Readonly<Record<string, CodeForm>>;
  dates: DateRules;
  prose: Patterns<"code" | "mention" | "picture" | "pictureAttempt" | "html">;
  reservedIds: readonly string[];
  /** Message and hint, with `{name}` where a value goes. */
  refusals: Readonly<Record<string, readonly [string, string]>>;
  record: Omit<RecordRules, "prose">;
  /** Words that say what a body or place is, not which one. */
  genericWords: readonly string[];
  currencies: readonly string[];
  country: CountryRules;
  /** A character that hides or reorders text. */
  hidden: ScriptPattern;
  /** The signs of Markdown that may split a number. */
  proseMarks: ScriptPattern;
  personalData: Readonly<Record<string, { name: string; waivable: boolean }>>;
  /** For each usual letter, all those that look like it. */
  lookAlikes: Readonly<Record<string, string>>;
  detectors: DetectorRules;
}

type MediaShape = "picture-file" | "document-file";

/** Which pictures and documents an academy takes. */
interface CodeForm {
  pattern: ScriptPattern;
  slip: ScriptPattern | "";
  values: Readonly<Record<string, string>>;
}

interface MediaRules {
  folder: string;
  endings: Readonly<Record<MediaShape, readonly string[]>>;
  /** For each type of picture its ending, and how its content begins, a byte a character. */
  pictureStarts: readonly (readonly [ending: string, ScriptPattern])[];
  mostBytes: number;
  mostPixels: number;
}

/** The ways to write a date: `generator/model/fields/date_forms.py` lists them. */
interface DateRules extends DateLimits {
  forms: readonly (readonly [form: string, ScriptPattern])[];
  refused: readonly (readonly [refusal: string, ScriptPattern, readings: readonly string[]])[];
  yearAndTwoDigits: ScriptPattern;
  modifiers: Patterns<"approximate" | "bound" | "years" | "range">;
  sharedEndings: readonly (readonly [start: ScriptPattern, end: ScriptPattern])[];
}

interface DateLimits {
  /** The length of each form in months; 0 for a day. */
  monthsIn: Readonly<Record<string, number>>;
  /** The first month of each season. */
  seasons: Readonly<Record<string, number>>;
  months: readonly string[];
  financialYearStarts: readonly [month: number, day: number];
  shortYearsFrom: number;
  firstYear: number;
  lastYear: number;
  /** The most characters of a date. */
  longest: number;
}

interface CompiledDateRules extends DateLimits {
  forms: { form: string; pattern: RegExp }[];
  refused: { refusal: string; pattern: RegExp; readings: readonly string[] }[];
  yearAndTwoDigits: RegExp;
  modifiers: Record<"approximate" | "bound" | "years" | "range", RegExp>;
  sharedEndings: { start: RegExp; end: RegExp }[];
}

interface DateParts {
  year: number;
  month: number;
  day: number;
  quarter: number;
  end: number;
  season: string;
}

/** A date in words, and the first and the last day that it can mean, as days since 1970. */
interface DateRange {
  form: string;
  words: string;
  earliest: number;
  latest: number;
}

/** A date that is not a range: its first day, and the day after it. */
interface DatePeriod extends DateRange {
  first: number;
  after: number;
  isAbout: boolean;
}

/** The ways to write a figure: `generator/model/fields/written_figures.py` lists them. */
interface FigureRules {
  forms: readonly (readonly [form: string, ScriptPattern])[];
  parts: Patterns<"amount" | "about" | "interval" | "earlier">;
  /** What says that an amount is in thousands or millions. */
  scale: ScriptPattern;
  zeros: Readonly<Record<string, number>>;
  currencies: Readonly<Record<string, string>>;
  /** The word for each currency in a unit such as “pounds per person”. */
  currencyWords: Readonly<Record<string, string>>;
  usualLevel: string;
  /** The most characters of a figure. */
  longest: number;
  mostDigits: number;
  mostDecimals: number;
}

interface CompiledFigureRules extends Omit<FigureRules, "forms" | "parts" | "scale"> {
  forms: [form: string, pattern: RegExp][];
  parts: Record<"amount" | "about" | "interval" | "earlier", RegExp>;
  scale: RegExp;
}

/** What the rules compare that look at several answers together. */
interface RecordRules {
  /** The first of each two dates must not be after the second. */
  dateOrder: readonly (readonly [string, string])[];
  /** Dates that cannot be still to come, and how they are refused. */
  pastDates: Readonly<Record<string, string>>;
  needsReason: readonly string[];
  unitlessForms: readonly string[];
  /** What a question means that is not answered. */
  whereNotStated: Readonly<Record<string, string>>;
  mostPictures: number;
  prose: FormRules["prose"];
  people: ScriptPattern;
}

interface DateError {
  refusal: string;
  values: Record<string, string>;
}

/** Hints for figures that are not plain numbers: see `number_hints.py`. */
interface NumberHints {
  thousands: ScriptPattern;
  separators: ScriptPattern;
  long: ScriptPattern;
  decimals: number;
  /** The hint for a figure that says more than its value, such as “24%”. */
  onlyTheFigure: string;
  forms: readonly (readonly [ScriptPattern, string])[];
}

type Patterns<Name extends string> = Readonly<Record<Name, ScriptPattern>>;

/** A format of a number by which the health service of a country knows people. */
interface PatientNumberRules {
  labelled: ScriptPattern;
  plain: ScriptPattern;
  alphabet: string;
  weights: readonly number[];
  modulus: number;
  checkLetter: boolean;
}

/** What is personal data in the country of the academy only. */
interface CountryRules {
  patientNumbers: readonly PatientNumberRules[];
  telephones: readonly ScriptPattern[];
}

interface DetectorRules {
  context: Patterns<"address" | "telephone"> & { before: number; after: number };
  dateOfBirth: Patterns<
    | "date"
    | "label"
    | "sentenceEnd"
    | "limit"
    | "on"
    | "open"
    | "back"
    | "whoBack"
    | "partial"
    | "thingBefore"
    | "thingAfter"
  > & { farthest: number; closest: number; around: number };
  email: Patterns<
    "plain" | "spaced" | "bracketed" | "words" | "mixed" | "capitals" | "noDomain" | "sureName"
  >;
  mask: Patterns<"letter"> & { longest: number };
  names: Patterns<"separator" | "word">;
  nationalInsurance: Patterns<"whole" | "named"> & { never: readonly string[] };
  nhsNumber: Patterns<
    | "titled"
    | "titledAfter"
    | "named"
    | "grouped"
    | "regrouped"
    | "year"
    | "whole"
    | "otherGrouped"
    | "otherWhole"
    | "counted"
    | "hour"
    | "seconds"
  >;
  patientNumber: Patterns<"named" | "chi" | "years">;
  normalise: Patterns<"odd" | "unseen">;
  person: Patterns<
    | "capitalised"
    | "name"
    | "streetAfter"
    | "agedAfter"
    | "agedBefore"
    | "ageAndStreet"
    | "jobAfter"
    | "jobBefore"
    | "saidAfter"
    | "saidBefore"
    | "publishedAfter"
    | "publishedBefore"
  > &
    Readonly<Record<"firstNames" | "titles" | "bodies" | "knownBodies", readonly string[]>> & {
      around: number;
    };
  postcode: Patterns<
    "postcode" | "named" | "memory" | "hyphenBefore" | "hyphenAfter" | "signBefore" | "goesOn"
  > &
    Readonly<Record<"areas" | "lettered" | "measures", readonly string[]>>;
  telephone: Patterns<
    "abroad" | "noPlus" | "named" | "national" | "short" | "range" | "nineDigits" | "pair" | "other"
  >;
  telephoneAbroad: Patterns<
    "foreign" | "trunkZero" | "groupEnd" | "foreignDigits" | "american" | "labelled" | "years"
  >;
}

/* ------------------------------------------------------------------------------- personal data */

/** A text without its oddities; each of its letters begins and ends in the text as written. */
interface NormalisedText {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

interface PersonalDataMatch {
  sort: string;
  start: number;
  end: number;
  /** Masked: the only form for a message. */
  shown: string;
}

type Span = readonly [start: number, end: number];

interface TextContext {
  readonly text: string;
  before(position: number, most?: number): string;
  after(position: number, most?: number): string;
  isInAddress(position: number): boolean;
  matches(pattern: RegExp): Iterable<{ match: RegExpExecArray; start: number; end: number }>;
}

type Detector = (context: TextContext) => Iterable<readonly [sort: string, ...Span]>;

interface AcademyPrivacy {
  setNormaliseRules(rules: FormRules): void;
  normalise(text: string): NormalisedText;
  Context: new (text: string, rules: DetectorRules["context"]) => TextContext;
  firstFrom(spans: readonly Span[], position: number): number;
  digitsOf(text: string): string;
  isNhsNumber(number: string): boolean;
  groupStart(match: RegExpMatchArray, group: number): number;
  telephoneDetectors(
    rules: DetectorRules["telephone"],
    context: DetectorRules["context"],
  ): { certain: Detector; national: Detector };
  foreignTelephoneDetectors(
    rules: DetectorRules["telephoneAbroad"],
    telephone: DetectorRules["telephone"],
    context: DetectorRules["context"],
  ): { foreign: Detector; american: Detector };
  labelledTelephoneDetector(rules: DetectorRules["telephoneAbroad"]): Detector;
  nhsNumberDetector(rules: DetectorRules["nhsNumber"]): Detector;
  countryDetectors(rules: CountryRules): { patientNumber: Detector; telephone: Detector };
  patientNumberDetector(rules: DetectorRules["patientNumber"]): Detector;
  nationalInsuranceDetector(rules: DetectorRules["nationalInsurance"]): Detector;
  dateOfBirthDetector(rules: DetectorRules["dateOfBirth"]): Detector;
  emailDetector(rules: DetectorRules["email"]): Detector;
  personDetector(rules: DetectorRules["person"]): Detector;
  postcodeDetector(rules: DetectorRules["postcode"]): Detector;
  setRules(rules: FormRules): void;
  scan(text: string): PersonalDataMatch[];
  scanName(name: string): PersonalDataMatch[];
  /** A text without the signs of Markdown that may split a number. */
  withoutMarks(text: string): string;
  isWaivable(sort: string): boolean;
  personalDataError(matches: readonly PersonalDataMatch[]): string;
}

/* -------------------------------------------------------------------------- the form: the scripts */

type Answer = string | boolean | Answer[] | Answers;
interface Answers {
  [name: string]: Answer;
}

type FieldInput = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface FieldError {
  text: string;
  input: FieldInput;
}

interface FormField {
  readonly question: Question;
  readonly element: HTMLElement;
  /** Whether a row of a list above this one names the same record. */
  isRepeated?: boolean;
  get(): Answer;
  set(value: Answer | undefined): void;
  /** Show what is wrong with the answers, and give it back. */
  check(): FieldError[];
  /** The questions inside it, once for each row. */
  groups?(): FormFields[];
}

type FormFields = Map<string, FormField>;

/** A chapter as it stands in the form, and its line in the list of chapters. */
interface ChapterPart {
  element: HTMLElement;
  progress: HTMLElement;
  fields: readonly FormField[];
}

interface FormLayout {
  form: HTMLFormElement;
  fields: FormFields;
  sections: readonly HTMLDetailsElement[];
  chapters: readonly ChapterPart[];
  /** The list of errors above the form. */
  summary: HTMLElement;
  /** What is said about a draft. */
  draft: HTMLElement;
  /** The records that are sent together with this one, though it does not name them. */
  added: HTMLElement;
  /** What is ready to send. */
  file: HTMLElement;
  preview: RecordPreview;
}

/** The first screen of the page that will come of the answers. */
interface RecordPreview {
  readonly element: HTMLElement;
  update(): void;
}

interface RecordFile {
  kind: string;
  id: string;
  title: string;
  /** From the academy's folder. */
  path: string;
  text: string;
  /** The text before anything was changed; empty for a new record. */
  original: string;
}

/** A record that is being written. */
interface RecordDraft {
  readonly kindName: string;
  readonly kind: FormKind;
  readonly fields: FormFields;
  readonly shortName: FormField;
  opened: string | null;
  original: string;
  title(): string;
  id(): string;
  answers(): Answers;
  setAnswers(answers: Answers): void;
  askForShortName(): void;
  errors(): FieldError[];
  nameErrors(): FieldError[];
  text(): string;
  file(): RecordFile;
}

/** What a draft keeps of a record that was added in the form. */
interface AddedAnswers {
  kind: string;
  isExtra: boolean;
  shortName: string;
  answers: Answers;
}

interface Draft {
  answers: Answers;
  added: readonly AddedAnswers[];
}

/** A question with a single answer. */
interface SingleField extends FormField {
  readonly input: FieldInput;
  readonly understood: HTMLElement;
  understoodAs(): string;
  understoodText(): string;
  /** The answer as it is written. */
  written(): string;
  answerError(): string;
  createLabel(text?: string): HTMLElement;
  /** Show what is wrong, a moment later. */
  checkSoon(): void;
}

/** An answer that stands for several fields of a result. */
interface FigureField extends SingleField {
  /** Show what the fields say, if that is not what somebody has just written here. */
  refresh(): void;
  show(text: string): void;
  /** What the fields say. */
  fieldText(): string;
  /** Whether what is written is no figure. */
  isUnclear(): boolean;
}

/** A file that was read: its content and the ending for its name, or what is wrong with it. */
type ReadMedia =
  | { fault: string; content?: undefined; ending?: undefined }
  | { fault?: undefined; content: Uint8Array<ArrayBuffer>; ending: string };

/** What can be chosen below a question: what the button says, and what it does. */
interface FieldChoices {
  readonly element: HTMLElement;
  show(choices: readonly (readonly [text: string, choose: () => void])[]): void;
  take(field: SingleField, answer: string): void;
}

interface AcademyShare extends FormQuestions {
  names: RecordNames;
  addPart(name: string, value: unknown): void;
  scanAnswer(text: string): PersonalDataMatch[];
  formatRecord(record: Answers, suffix: string): string;
  isEmpty(value: Answer | undefined | null): boolean;
  setAnswerRules(rules: FormRules): void;
  setIdRules(rules: FormRules): void;
  setDateRules(rules: DateRules): void;
  findDateError(text: string): DateError | null;
  findDateDoubt(text: string): DateError | null;
  dateRange(text: string): DateRange | null;
  tomorrow(): number;
  periodWords(form: string, parts: DateParts, first: number, months: readonly string[]): string;
  rangeWords(first: DatePeriod, last: DatePeriod): string;
  dateEcho(text: string): string;
  dateReadings(text: string): string[];
  setFigureRules(rules: FigureRules): void;
  readFigure(text: string): Record<string, string>;
  readNumber(text: string): string;
  changeForm(isShare: boolean, betweenGroups: boolean): string;
  isOthers(group: string): boolean;
  CHANGE_FORMS: ReadonlyMap<string, boolean>;
  currencySign(unit: string): string;
  answerError(question: Question, text: string): string;
  oneOfError(labels: readonly string[], severalAnswered: boolean): string;
  codeError(text: string, scheme: string): string;
  /** A text with spaces in place of code. */
  blankCode(text: string): string;
  /** Why a text is no id; empty for an id. */
  idError(text: string): string;
  plainNumber(text: string): string;
  plainAnswer(shape: QuestionShape, text: string): string;
  understoodAs(shape: QuestionShape, text: string): string;
  formatNumber(plain: string): string;
  refuse(name: string, values: Readonly<Record<string, string | number>>): string;
  /** A text with values in place of their names in braces. */
  fillIn(text: string, values: Readonly<Record<string, string | number>>): string;
  clip(text: string): string;
  numberHint(hints: NumberHints, text: string): string;
  /** A number with too many decimal places, rounded; empty for other text. */
  roundedNumber(hints: NumberHints, text: string): string;
  idFor(title: string): string;
  untitledWords(parts: readonly string[], answers: Answers): string;
  allowedKinds(kinds: readonly string[]): readonly string[];
  nearNames(kinds: readonly string[], typed: string): string[];
  recordId(kinds: readonly string[], typed: string): string;
  recordTitle(kinds: readonly string[], id: string): string;
  nameQuestion(kinds: readonly string[], typed: string): string;
  kindOfRecord(id: string): string | undefined;
  holderOf(id: string): string;
  kindLabel(kind: string): string;
  setMediaRules(rules: MediaRules): void;
  mediaEndings(shape: MediaShape): readonly string[];
  mostMegabytes(): number;
  readMedia(file: File, shape: MediaShape): Promise<ReadMedia>;
  newMediaPath(name: string, ending: string, question: Question, present: string): string;
  isInAcademy(path: string): boolean;
  takePath(path: string): void;
  holdMedia(path: string, content: Uint8Array<ArrayBuffer>): void;
  heldMedia(path: string): Uint8Array<ArrayBuffer> | undefined;
  mediaToSend(files: readonly RecordFile[]): [path: string, content: Uint8Array<ArrayBuffer>][];
  Field: new (question: Question, input: FieldInput, label?: string) => SingleField;
  createMediaField(question: Question, label?: string): FormField;
  createChoiceField(question: Question, label?: string): FormField;
  createRecordField(question: Question, label?: string): FormField;
  createDateField(question: Question, label?: string): FormField;
  createLineInput(question: Question): HTMLInputElement;
  FieldChoices: new () => FieldChoices;
  offerWhileAsked(field: SingleField, choices: FieldChoices, offer: () => void): void;
  offerSameAgain(field: SingleField): void;
  afterPress(action: () => void): void;
  genericWords: readonly string[];
  currencies: readonly string[];
  totalErrors(groups: readonly FormFields[]): FieldError[];
  pointOutDoubles(record: RecordDraft): void;
  wordsOf(text: string): string[];
  likeness(a: string, b: string): number;
  listenForEnter(form: HTMLFormElement): void;
  firstEmpty(element: Element): FieldInput | undefined;
  nameInputs(): HTMLInputElement[];
  optionsOf(question: Question): (readonly [string, string])[];
  namedInForm(kinds: readonly string[], asked: FieldInput): string[];
  createSingleField(question: Question, label?: string): FormField;
  createField(question: Question, label?: string): FormField;
  createFields(questions: readonly Question[], parent: HTMLElement): FormFields;
  /** A closed fold of questions. */
  createFold(title: string): HTMLDetailsElement;
  FieldGroup: new (
    question: Question,
    label?: string,
    create?: (questions: readonly Question[], parent: HTMLElement) => FormFields,
  ) => FormField & { readonly fields: FormFields };
  ResultGroup: new (question: Question, label?: string) => FormField;
  BeforeField: new (question: Question, fields: FormFields) => FigureField;
  AfterField: new (question: Question, fields: FormFields) => FigureField;
  ComparedField: new (question: Question, fields: FormFields) => FigureField;
  fieldAt(fields: FormFields, path: string): FormField;
  valueAt(fields: FormFields, path: string): string;
  figureText(number: string, unit: string): string;
  comparedText(fields: FormFields): string;
  afterText(fields: FormFields): string;
  beforeText(fields: FormFields): string;
  resultHeadline(fields: FormFields): string;
  resultSentence(fields: FormFields): string;
  getAnswers(fields: FormFields): Answers;
  setAnswers(fields: FormFields, answers: Answers): void;
  checkFields(fields: FormFields): FieldError[];
  createLayout(kindName: string): FormLayout;
  createChapters(
    kind: FormKind,
    fields: FormFields,
  ): { list: HTMLElement; chapters: ChapterPart[]; sections: HTMLDetailsElement[] };
  createPreview(kindName: string, fields: FormFields): RecordPreview;
  /** The label and the tone of what a record rests on; undefined for a kind that does not say it. */
  evidenceBasis(
    kindName: string,
    fields: FormFields,
  ): readonly [label: string, tone: string] | undefined;
  drawPicture(
    canvas: HTMLCanvasElement,
    content: Uint8Array<ArrayBuffer>,
    mostWidth: number,
    mostHeight: number,
  ): Promise<void>;
  showProgress(chapters: readonly ChapterPart[]): void;
  showNeeded(kind: FormKind, layout: FormLayout): void;
  draftKey(kind: string, record: string | null): string;
  hasStorage(): boolean;
  readDraft(key: string): Draft | null;
  saveDraft(key: string, answers: Answers): void;
  offerDrafts(key: string, layout: FormLayout): void;
  freeKey(key: string, layout: FormLayout): string;
  isTaken(key: string): boolean;
  restoreDraft(key: string, layout: FormLayout): void;
  offerDeletedDraft(key: string, layout: FormLayout): void;
  confirmReview(layout: FormLayout): void;
  formatDate(date: Date): string;
  requirementErrors(kind: FormKind, fields: FormFields): FieldError[];
  oneOfErrors(fields: FormFields): FieldError[];
  codeErrors(fields: FormFields): FieldError[];
  recordErrors(fields: FormFields, id: string): FieldError[];
  textOf(fields: FormFields, name: string): string;
  errorAt(
    fields: FormFields,
    name: string,
    refusal: string,
    values: Readonly<Record<string, string | number>>,
  ): FieldError[];
  nameErrors(fields: FormFields, groups: readonly FormFields[], id: string): FieldError[];
  picturesIn(fields: FormFields): string[];
  recordRules: RecordRules;
  titleErrors(id: string, fields: FormFields): FieldError[];
  showErrors(summary: HTMLElement, errors: readonly FieldError[]): void;
  RecordDraft: new (kindName: string, fields: FormFields) => RecordDraft;
  addRecord(
    kindName: string,
    title: string,
    parent: Element,
    isExtra: boolean,
  ): RecordDraft & { focusFirstEmpty(): void };
  addedNames(kinds: readonly string[]): RecordName[];
  addedAnswers(): AddedAnswers[];
  recordsToSend(): RecordDraft[];
  restoreAdded(kept: readonly AddedAnswers[], parent: Element): void;
  placeAdded(): void;
  setMainRecord(record: RecordDraft): void;
  updateAdded(): void;
  submissionZip(files: readonly RecordFile[]): Uint8Array<ArrayBuffer>;
  submissionText(files: readonly RecordFile[]): string;
  showSubmission(box: HTMLElement, getFiles: () => RecordFile[]): void;
  /** The form that is open. */
  form: {
    setAnswers(answers: Answers): void;
    errors(): FieldError[];
    text(): string;
    files(): RecordFile[];
  };
}
