import type { Driver } from "neo4j-driver";
import { write } from "../../../server/db/run.ts";
import { DATABASE } from "../db/test-database.ts";
import * as cypher from "./network.test-queries.cypher.ts";

type Rows = readonly Record<string, unknown>[];

/** A relationship of a person, with the source s1 unless told. */
export function tie(person: string, to: string, r: Record<string, unknown> = {}) {
  return { person, to, r: { sourceId: "s1", stated: "x", retrievedOn: "2026-01-01", ...r } };
}

const paper = (id: string, year: number | null, authors: readonly string[], more: Record<string, unknown> = {}) => ({
  work: { id, key: id, title: `T-${id}`, kind: "PAPER", year, sourceId: "s2", ...more },
  authors,
});

/**
 * A hand-made graph. `target` has papers with `mid` (2 of 2 authors) and the author string of `mid` in a second one; `mid` worked with `ours` at the lab of the zone;
 * `ours`, `former` and `linked` are or were of ours; `gone` has died, `shy` does not want to be contacted; `home` is only from the same county.
 */
export async function makeWorld(driver: Driver): Promise<void> {
  const run = async (statement: string, parameters: Record<string, unknown>) => write(driver, DATABASE, statement, parameters);
  const rows = (statement: string, list: Rows) => run(statement, { rows: list });
  await rows(cypher.CREATE_SOURCES, [
    { id: "s1", key: "s1", title: "名录", url: "https://s1.example/", publisher: "P", licence: "L", retrievedAt: "2026-01-01" },
    { id: "s2", key: "s2", title: "Anthology", url: "https://s2.example/", publisher: "P", licence: "L", retrievedAt: "2026-01-01" },
  ]);
  const people = ["target", "mid", "ours", "former", "linked", "unlinked", "home", "pupil", "mate", "lone"];
  await rows(cypher.CREATE_SCIENTISTS, [
    ...people.map((id) => ({ id, nameZh: `人${id}`, aliases: [] })),
    { id: "gone", nameZh: "人gone", deathDate: "2020", aliases: [] },
    { id: "shy", nameZh: "人shy", objectedOn: "2026-01-01", aliases: [] },
  ]);
  await rows(cypher.CREATE_AUTHORS, [
    { id: "a-mid", name: "M. Mid" },
    { id: "a-free", name: "F. Free" },
  ]);
  await run(cypher.SAME_AS, { author: "a-mid", scientist: "mid" });
  await rows(cypher.CREATE_WORKS, [
    paper("w1", 2024, ["target", "mid"]),
    paper("w2", 2018, ["target", "a-mid", "a-free"]),
    paper("w3", 2025, ["target", "gone"]),
    paper("w4", 2025, ["target", "shy"]),
    paper("w5", 2020, ["gone", "ours"]),
    paper("w6", 2020, ["shy", "ours"]),
    paper("w7", 2022, ["target", "pupil"], { kind: "PATENT" }),
  ]);
  await run(cypher.DERIVE_COLLABORATIONS, {});
  await rows(cypher.CREATE_PLACES, [
    { id: "zone", key: "zone", level: "COUNTY", nameZh: "重庆高新区", aliases: [] },
    { id: "county", key: "county", level: "COUNTY", nameZh: "甲县", nameEn: "Jia County", aliases: [] },
  ]);
  await rows(cypher.CREATE_INSTITUTIONS, [
    {
      node: {
        id: "lab",
        key: "lab",
        nameZh: "金凤实验室",
        nameEn: "Jinfeng Laboratory",
        aliases: [],
        kind: "RESEARCH_INSTITUTE",
        sourceId: "s1",
      },
      place: "zone",
    },
    {
      node: { id: "uni", key: "uni", nameZh: "一大学", nameEn: "First University", aliases: [], kind: "UNIVERSITY", sourceId: "s1" },
      place: "county",
    },
  ]);
  await rows(cypher.EMPLOY, [
    tie("mid", "lab", { from: "2015", to: "2020" }),
    tie("ours", "lab", { from: "2017" }),
    tie("former", "lab", { from: "2001", to: "2003" }),
  ]);
  await rows(cypher.SCHOOL, [tie("mate", "uni", { from: "1990", to: "1994" }), tie("target", "uni", { from: "1995", to: "1999" })]);
  await rows(cypher.BEAR, [tie("home", "county", { inUse: true }), tie("target", "county", { inUse: true })]);
  await rows(cypher.CREATE_TEAMS, [{ id: "team", name: "队" }]);
  await rows(cypher.JOIN_TEAM, [tie("pupil", "team", { from: "2019" }), tie("linked", "team", { from: "2021" })]);
  await rows(cypher.CREATE_AWARDS, [{ id: "prize", key: "prize", nameZh: "奖", nameEn: "Prize", sourceId: "s1" }]);
  await rows(cypher.AWARD, [tie("mate", "prize", { year: 2020 }), tie("unlinked", "prize", { year: 2020 })]);
  await rows(cypher.ADVISE, [tie("pupil", "mate", { from: "2010", to: "2014" })]);
  await run(cypher.LINK_ACCOUNT, { id: "account-1", scientist: "linked", disabled: false });
  await run(cypher.LINK_ACCOUNT, { id: "account-2", scientist: "unlinked", disabled: true });
}
