import { benchPeople } from "./people.ts";

const USAGE = "npm run bench -- people [how many, 1000000 unless told]\n";

const [what, size] = process.argv.slice(2);
if (what === "people") {
  await benchPeople(Number(size ?? 1_000_000));
} else {
  process.stderr.write(USAGE);
  process.exitCode = 1;
}
