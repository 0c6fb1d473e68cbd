import { benchPeople } from "./people.ts";

const USAGE = `npm run bench -- people [how many, 1000000 unless told]
npm run bench -- names [how many, 1000000 unless told]
`;

const [what, size] = process.argv.slice(2);
if (what === "people") {
  await benchPeople(Number(size ?? 1_000_000));
} else if (what === "names") {
  await import("./name-index.ts");
} else {
  process.stderr.write(USAGE);
  process.exitCode = 1;
}
