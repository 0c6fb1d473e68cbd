import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { Network_PeopleDocument } from "../../gql/generated.ts";
import { useMay } from "../../lib/session.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import type { Arrival } from "./network-data.ts";
import { newPerson, type Person, withDetail } from "./person.ts";

/** People whose particulars are asked for at once. */
const AT_ONCE = 250;

/** Everybody met so far by id. Names are there at once; particulars follow in parts, and what fails is asked for again with the next arrival. */
export function useNetworkPeople() {
  const client = useQueryClient();
  const working = useMay("READ_WORKING_DATA");
  const [people, setPeople] = useState<ReadonlyMap<string, Person>>(new Map());
  const asked = useRef(new Set<string>());
  const read = useCallback(
    async (ids: readonly string[]) => {
      try {
        const { networkPeople } = await client.fetchQuery(graphqlOptions(Network_PeopleDocument, { ids: [...ids], working }));
        setPeople((before) => {
          const next = new Map(before);
          for (const detail of networkPeople)
            next.set(detail.id, withDetail(before.get(detail.id) ?? newPerson({ ...detail, degree: 0 }), detail));
          return next;
        });
      } catch {
        // Names are on the screen; colours and employers come with the next arrival.
        for (const id of ids) asked.current.delete(id);
      }
    },
    [client, working],
  );
  /** Names and particulars of people of whom nothing but the ids is known, as in a kept view. */
  const learn = useCallback(
    async (ids: readonly string[]) => {
      const fresh = ids.filter((id) => !asked.current.has(id));
      for (const id of fresh) asked.current.add(id);
      for (let start = 0; start < fresh.length; start += AT_ONCE) await read(fresh.slice(start, start + AT_ONCE));
    },
    [read],
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
