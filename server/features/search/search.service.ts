import type { Database } from "../../db/records.ts";
import type { Match, QueryChip, ScientistFilter, ScientistSort } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import type { Rights } from "../rights/index.ts";
import type { RankedRows, ReadModel, Selection } from "../selection/index.ts";
import { describeConditions } from "./conditions.ts";
import type { ExportLanguage } from "./export-columns.ts";
import type { ExportHeading } from "./export-writer.ts";
import { type CurrentLexicon, createLexiconCache, type Label } from "./lexicon-cache.ts";
import { nameReasons, proseReasons, valueReason } from "./match-reasons.ts";
import { type FoundProse, ProseCache } from "./prose-cache.ts";
import { type Chip, parseQuery } from "./query-parser.ts";
import { createSearchRepository, type ExportRow, type SearchRepository } from "./search.repository.ts";
import type { ResolvedSearch, SearchRequest } from "./search.types.ts";
import { visibleInterpretation } from "./visible-chips.ts";

const MAX_QUERY_LENGTH = 500;
const EXPORT_BATCH = 500;

/** What search is made of. */
export interface SearchOptions extends Database {
  readonly readModel: ReadModel;
  readonly clock: () => Date;
}

/** A list to be written to a file. */
export interface Export {
  readonly heading: ExportHeading;
  readonly batches: AsyncIterable<ExportRow[]>;
}

function chipFilter(chip: Chip): ScientistFilter {
  return { [chip.key]: chip.values.map((value) => value.id) };
}

function checkLength(query: string): void {
  if (query.length > MAX_QUERY_LENGTH) {
    throw new InvalidInputError(
      `搜索文字有 ${query.length} 个字符，最多 ${MAX_QUERY_LENGTH} 个，请缩短后再试。`,
      `The text has ${query.length} characters; at most ${MAX_QUERY_LENGTH} are searched. Shorten it and try again.`,
    );
  }
}

/** Typed text and filter → one selection, its interpretation, the reasons of its matches, and its export. */
export class SearchService {
  private readonly repository: SearchRepository;
  private readonly readModel: ReadModel;
  private readonly prose: ProseCache;
  private readonly lexicon: () => Promise<CurrentLexicon>;

  constructor(options: SearchOptions) {
    this.repository = createSearchRepository(options);
    this.readModel = options.readModel;
    this.prose = new ProseCache(this.repository, options.readModel);
    this.lexicon = createLexiconCache(this.repository, options.readModel, options.clock);
  }

  /**
   * The people of a request and how its text was understood, for a reader with these rights: what they hide finds nobody.
   * @throws InvalidInputError when the text is longer than 500 characters
   */
  async resolve(request: SearchRequest, rights: Rights): Promise<ResolvedSearch> {
    const text = request.query?.trim() ?? "";
    checkLength(text);
    const filter = request.filter ?? {};
    if (text === "") {
      return { selection: this.readModel.select(filter, null), interpretation: [], residual: "", chips: [], rights };
    }
    const query = request.query ?? "";
    const lexicon = await this.lexicon();
    const parsed = visibleInterpretation(parseQuery(query, lexicon.compiled, this.readModel), rights);
    const readings = parsed.alternative === null ? [parsed.chips] : [parsed.chips, parsed.alternative];
    const texts = readings.flat().flatMap((chip) => (chip.kind === "text" ? [chip.text] : []));
    const prose = await this.prose.read(new Set(rights.maySearchProse ? texts : []));
    const within = this.readModel.union(readings.map((chips) => this.rowsOf(chips, prose)));
    return {
      selection: this.readModel.select(filter, within),
      interpretation: parsed.chips.map((chip) => toQueryChip(chip, lexicon)),
      residual: parsed.residual,
      chips: parsed.chips,
      rights,
    };
  }

  /** Why people of a page matched, in the order of `ids`, with names of things in the reader's language; empty lists when no text was typed. */
  async reasons(search: ResolvedSearch, ids: readonly string[], language: ExportLanguage): Promise<Match[][]> {
    if (search.chips.length === 0) {
      return ids.map(() => []);
    }
    const prose = search.residual === "" || !search.rights.maySearchProse ? [] : await this.repository.proseOf(ids);
    const { labels } = await this.lexicon();
    const byChip = this.chipReasons(search.chips, ids, (value) => labelIn(language, labels.get(value.id), value.label));
    return ids.map((id, index) => {
      const name = search.residual === "" ? null : this.readModel.explainName(search.residual, id);
      const reasons = name === null ? proseReasons(search.residual, prose[index] ?? null) : nameReasons(name, search.residual);
      return [...reasons, ...(byChip.get(id) ?? [])];
    });
  }

  /** The list of a request as batches of rows to be written, in the list's order, with a heading that states what it is. */
  async export(request: SearchRequest, sort: ScientistSort | null, language: ExportLanguage, rights: Rights): Promise<Export> {
    const search = await this.resolve(request, rights);
    const { labels } = await this.lexicon();
    const heading = {
      language,
      count: this.readModel.count(search.selection),
      conditions: describeConditions(request, labels, language),
      dataDate: this.readModel.dataStatus().dataDate ?? null,
    };
    return { heading, batches: this.batches(search.selection, sort) };
  }

  private async *batches(selection: Selection, sort: ScientistSort | null): AsyncGenerator<ExportRow[]> {
    let ids: string[] = [];
    for (const id of this.readModel.idsInOrder(selection, sort)) {
      ids.push(id);
      if (ids.length === EXPORT_BATCH) {
        yield await this.repository.exportRows(ids);
        ids = [];
      }
    }
    if (ids.length > 0) {
      yield await this.repository.exportRows(ids);
    }
  }

  private rowsOf(chips: readonly Chip[], prose: FoundProse): RankedRows {
    const texts = chips.filter((chip) => chip.kind === "text").map((chip) => chip.text);
    let rows = texts.length === 0 ? null : this.rowsOfTexts(texts, prose);
    for (const chip of chips.filter((each) => each.kind === "filter")) {
      rows = this.readModel.ranked(this.readModel.select(chipFilter(chip), rows));
    }
    return rows ?? this.readModel.union([]);
  }

  /** People who match all texts: as one name when there is such a name, else each text as a name or in prose. */
  private rowsOfTexts(texts: readonly string[], prose: FoundProse): RankedRows {
    const asOneName = this.readModel.findByName(texts.join(" "));
    if (texts.length > 1 && asOneName.rows.length > 0) {
      return asOneName;
    }
    const each = texts.map((text) => this.readModel.union([this.readModel.findByName(text), prose.rows(text)]));
    return each.reduce((left, right) => this.readModel.intersect(left, right));
  }

  private chipReasons(
    chips: readonly Chip[],
    ids: readonly string[],
    labelOf: (value: Chip["values"][number]) => string,
  ): Map<string, Match[]> {
    const page = this.readModel.rowsOfIds(ids.map((id) => [id, 0]));
    const reasons = new Map<string, Match[]>();
    for (const chip of chips.filter((each) => each.kind === "filter")) {
      for (const value of chip.values) {
        for (const id of this.readModel.idsInOrder(this.readModel.select({ [chip.key]: [value.id] }, page), null)) {
          reasons.set(id, [...(reasons.get(id) ?? []), valueReason(chip.key, labelOf(value), chip.text)]);
        }
      }
    }
    return reasons;
  }
}

function labelIn(language: ExportLanguage, known: Label | undefined, otherwise: string): string {
  return (language === "en" ? known?.labelEn : known?.label) ?? known?.label ?? otherwise;
}

function toQueryChip(chip: Chip, { labels }: CurrentLexicon): QueryChip {
  const values = chip.values.map((value) => ({ id: value.id, ...(labels.get(value.id) ?? { label: value.label, labelEn: value.label }) }));
  return { key: chip.key, values, text: chip.text, start: chip.start, end: chip.end };
}
