import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { Network_PeopleDocument, type Network_PeopleQuery } from "../../gql/generated.ts";
import { useMay } from "../../lib/session.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import type { Arrival } from "./network-data.ts";
import { newPerson, type Person, withDetail } from "./person.ts";

/** People whose particulars are asked for at once. */
const AT_ONCE = 250;
/** Milliseconds between two times that particulars of many people come onto the screen. */
const SHOWN_EACH_MS = 4_000;

type Detail = Network_PeopleQuery["networkPeople"][number];

/** Everybody met so far by id. Names are there at once; particulars follow in parts, and what fails is asked for again with the next arrival. */
export function useNetworkPeople() {
  const client = useQueryClient();
  const working = useMay("READ_WORKING_DATA");
  const [people, setPeople] = useState<ReadonlyMap<string, Person>>(new Map());
  const asked = useRef(new Set<string>());
  const take = useCallback((details: readonly Detail[]) => {
    if (details.length === 0) return;
    setPeople((before) => {
      const next = new Map(before);
      for (const detail of details) next.set(detail.id, withDetail(before.get(detail.id) ?? newPerson({ ...detail, degree: 0 }), detail));
      return next;
    });
  }, []);
  const read = useCallback(
    async (ids: readonly string[]): Promise<readonly Detail[]> => {
      try {
        return (await client.fetchQuery(graphqlOptions(Network_PeopleDocument, { ids: [...ids], working }))).networkPeople;
      } catch {
        // Names are on the screen; colours and employers come with the next arrival.
        for (const id of ids) asked.current.delete(id);
        return [];
      }
    },
    [client, working],
  );
  /** Names and particulars of people of whom nothing but the ids is known, as in a kept view. */
  const learn = useCallback(
    async (ids: readonly string[]) => {
      const fresh = ids.filter((id) => !asked.current.has(id));
      for (const id of fresh) asked.current.add(id);
      let waiting: Detail[] = [];
      let shown = performance.now();
      for (let start = 0; start < fresh.length; start += AT_ONCE) {
        waiting.push(...(await read(fresh.slice(start, start + AT_ONCE))));
        const isLast = start + AT_ONCE >= fresh.length;
        // Each time the whole picture is coloured anew: of thousands of people not after each part.
        if (!isLast && performance.now() - shown < SHOWN_EACH_MS) continue;
        take(waiting);
        waiting = [];
        shown = performance.now();
      }
    },
    [read, take],
  );
  const meet = useCallback(
    async (arrivals: readonly Arrival[]) => {
      setPeople((before) => {
        const next = new Map(before);
        for (const each of arrivals) next.set(each.id, { ...(before.get(each.id) ?? newPerson(each)), degree: each.degree });
        return next;
      });
      await learn(arrivals.map(({ id }) => id));
    },
    [learn],
  );
  return { people, meet, learn };
}
