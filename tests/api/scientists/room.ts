import type { Driver } from "neo4j-driver";
import {
  createLoaders,
  createScientistsService,
  type ScientistsLoaders,
  type ScientistsService,
} from "../../../server/features/scientists/index.ts";
import { DATABASE } from "../db/test-database.ts";

/** The room on the test database, with the loaders of one request. */
export function openRoom(driver: Driver): { scientists: ScientistsService; loaders: ScientistsLoaders } {
  const scientists = createScientistsService({ driver, database: DATABASE });
  return { scientists, loaders: createLoaders(scientists) };
}
