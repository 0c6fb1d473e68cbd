import type { z } from "zod";
import type { provenanceRow, ScientistRow } from "../../../seeds/rows.ts";
import { datesAgree } from "../../shared/dates.ts";
import { AppError } from "../../shared/errors.ts";
import { seedId } from "../../shared/ids.ts";
import { contentHash } from "./content-hash.ts";

/** What is needed of a source to write a fact: its id and the default of `retrievedOn`. */
export interface KnownSource {
  readonly id: string;
  readonly retrievedAt: string;
}

/** The scalars of a person that are stated by facts. */
export const SCALARS = ["nameZh", "nameEn", "birthDate", "deathDate", "gender", "specialty", "tier"] as const;
/** Name of one of {@link SCALARS}. */
export type Scalar = (typeof SCALARS)[number];

/** Properties of a relationship or fact as written; null is not stored. */
export type Properties = Readonly<Record<string, string | number | boolean | null>>;

/** A relationship to write, by the key of the node it points to. */
export interface PlannedLink {
  readonly to: string;
  readonly properties: Properties;
}

/** Everything the graph holds of one row. */
export interface ScientistPlan {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly scalars: Readonly<Record<Scalar, string | null>>;
  readonly node: {
    readonly aliases: readonly string[];
    readonly orcid: string | null;
    readonly openAlexId: string | null;
    readonly wikidataId: string | null;
  };
  readonly facts: ReadonlyArray<Properties & { readonly id: string; readonly property: string; readonly inUse: boolean }>;
  readonly bornIn: readonly PlannedLink[];
  readonly ancestralHome: readonly PlannedLink[];
  readonly studiedAt: readonly PlannedLink[];
  readonly worksAt: readonly PlannedLink[];
  readonly specialisesIn: readonly PlannedLink[];
  readonly received: readonly PlannedLink[];
}

/** A row names something that is not in the graph. Code `IMPORT_UNKNOWN_KEY`. */
export class UnknownKeyError extends AppError {
  constructor(kind: string, key: string) {
    super(
      "IMPORT_UNKNOWN_KEY",
      `导入的数据引用了不存在的${kind}“${key}”。`,
      `The imported rows refer to the ${kind} "${key}", which does not exist.`,
    );
  }
}

type Provenance = z.infer<typeof provenanceRow>;
type Sources = ReadonlyMap<string, KnownSource>;

/** Marks what an import wrote, so that the next import replaces that and nothing that people stated. */
export const SEED_ORIGIN = "seed";

function provenance(stated: Provenance, sources: Sources): Properties {
  const source = sources.get(stated.source);
  if (source === undefined) throw new UnknownKeyError("source", stated.source);
  return {
    sourceId: source.id,
    retrievedOn: stated.retrievedOn ?? source.retrievedAt,
    confidence: stated.confidence,
    verifiedBy: stated.verifiedBy ?? null,
    verifiedOn: stated.verifiedOn ?? null,
    url: stated.url ?? null,
    origin: SEED_ORIGIN,
  };
}

interface Stated {
  readonly property: string;
  readonly to: string | undefined;
  readonly inUse: boolean;
  readonly properties: Properties & { readonly stated: string };
}

/** Statements about places and institutions: those whose words were resolved become relationships, the others facts. */
function statements(row: ScientistRow, sources: Sources): Record<"bornIn" | "ancestralHome" | "studiedAt" | "worksAt", Stated[]> {
  const home = (property: string) => (link: ScientistRow["bornIn"][number]) => ({
    property,
    to: link.place,
    inUse: link.inUse,
    properties: { stated: link.stated, inUse: link.inUse, ...provenance(link.provenance, sources) },
  });
  return {
    bornIn: row.bornIn.map(home("birthPlace")),
    ancestralHome: row.ancestralHome.map(home("ancestralHome")),
    studiedAt: row.studiedAt.map(({ institution, stated, degree, from, to, provenance: p }, order) => ({
      property: "education",
      to: institution,
      inUse: true,
      properties: { stated, degree: degree ?? null, from: from ?? null, to: to ?? null, order, ...provenance(p, sources) },
    })),
    worksAt: row.worksAt.map(({ institution, stated, role, from, to, asOf, provenance: p }, order) => ({
      property: "employment",
      to: institution,
      inUse: true,
      properties: { stated, role: role ?? null, from: from ?? null, to: to ?? null, asOf: asOf ?? null, order, ...provenance(p, sources) },
    })),
  };
}

function linksOf(stated: readonly Stated[]): PlannedLink[] {
  return stated.flatMap(({ to, properties }) => (to === undefined ? [] : [{ to, properties }]));
}

/** The stated values of a scalar. Of a date in use and a more precise date that agrees with it, the more precise one is used. */
function statedValues(row: ScientistRow, property: Scalar): NonNullable<ScientistRow[Scalar]> {
  const stated = row[property] ?? [];
  const used = stated.find((fact) => fact.inUse)?.value;
  if (used === undefined || (property !== "birthDate" && property !== "deathDate")) return stated;
  const finer = stated.map((fact) => fact.value).filter((value) => value.length > used.length && datesAgree(value, used));
  const finest = finer.reduce((best, value) => (value.length > best.length ? value : best), used);
  // Finer dates that contradict each other leave the choice as it was made.
  if (finest === used || !finer.every((value) => datesAgree(value, finest))) return stated;
  const first = stated.findIndex((fact) => fact.value === finest);
  return stated.map((fact, index) => ({ ...fact, inUse: index === first }));
}

function scalarFacts(row: ScientistRow, sources: Sources): Array<Properties & { property: string; inUse: boolean }> {
  return SCALARS.flatMap((property) =>
    statedValues(row, property).map((fact) => ({
      property,
      value: fact.value,
      inUse: fact.inUse,
      ...provenance(fact.provenance, sources),
    })),
  );
}

function scalarsInUse(row: ScientistRow): Record<Scalar, string | null> {
  const inUse = (property: Scalar): string | null => statedValues(row, property).find((fact) => fact.inUse)?.value ?? null;
  return {
    nameZh: inUse("nameZh"),
    nameEn: inUse("nameEn"),
    birthDate: inUse("birthDate"),
    deathDate: inUse("deathDate"),
    gender: inUse("gender"),
    specialty: inUse("specialty"),
    tier: inUse("tier"),
  };
}

/**
 * What the graph holds of a row. Pure: the same row and sources give the same plan, and so the same ids and hash.
 * @throws UnknownKeyError when a fact names a source that is not among `sources`
 */
export function planScientist(row: ScientistRow, sources: Sources): ScientistPlan {
  const { bornIn, ancestralHome, studiedAt, worksAt } = statements(row, sources);
  const unresolved = [...bornIn, ...ancestralHome, ...studiedAt, ...worksAt]
    .filter(({ to }) => to === undefined)
    .map(({ property, inUse, properties }) => ({ ...properties, property, inUse, value: properties.stated }));
  const content = {
    scalars: scalarsInUse(row),
    node: { aliases: row.aliases, orcid: row.orcid ?? null, openAlexId: row.openAlexId ?? null, wikidataId: row.wikidataId ?? null },
    facts: [...scalarFacts(row, sources), ...unresolved].map((fact, index) => ({ ...fact, id: seedId("Fact", `${row.key}/${index}`) })),
    bornIn: linksOf(bornIn),
    ancestralHome: linksOf(ancestralHome),
    studiedAt: linksOf(studiedAt),
    worksAt: linksOf(worksAt),
    specialisesIn: row.specialisesIn.map((link) => ({
      to: link.field,
      properties: { weight: link.weight, ...provenance(link.provenance, sources) },
    })),
    received: row.received.map(({ award, year, category, motivation, provenance: p }) => ({
      to: award,
      properties: { year: year ?? null, category: category ?? null, motivation: motivation ?? null, ...provenance(p, sources) },
    })),
  };
  return { id: seedId("Scientist", row.key), key: row.key, hash: contentHash(content), ...content };
}
