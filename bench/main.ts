import { benchPeople } from "./people.ts";

const USAGE = `npm run bench -- people [how many, 1000000 unless told] [only cases whose name holds this]
npm run bench -- names [how many, 1000000 unless told]
npm run bench -- policy [how many, 2000 unless told]
npm run bench -- network

The graph of people is made once and kept under .data-bench/<how many>; delete that folder to make it again.
`;

const [what, size, only] = process.argv.slice(2);
if (what === "people") {
  await benchPeople(Number(size ?? 1_000_000), only ?? "");
} else if (what === "names") {
  await import("./name-index.ts");
} else if (what === "policy") {
  const { benchPolicy } = await import("./policy.ts");
  await benchPolicy(Number(size ?? 2_000));
} else if (what === "network") {
  const { benchNetwork } = await import("./network.ts");
  await benchNetwork();
} else {
  process.stderr.write(USAGE);
  process.exitCode = 1;
}
