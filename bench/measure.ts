/** Times of one case, in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Median of what the server process itself computed, the database not counted: comparable also on a busy machine. */
  readonly cpu: number;
  readonly runs: number;
  /** What the case found, so that a fast wrong answer does not pass for a fast one. */
  readonly found: string;
}

const WARM_UP = 3;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs a case some times after a few unmeasured ones; `run` gets the number of the run, so that it can ask for something else each time. */
export async function measure(name: string, runs: number, run: (number: number) => Promise<string>): Promise<Measured> {
  const times: number[] = [];
  const computed: number[] = [];
  let found = "";
  for (let number = -WARM_UP; number < runs; number += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    found = await run(number + WARM_UP);
    const used = process.cpuUsage(before);
    if (number < 0) continue;
    times.push(performance.now() - started);
    computed.push((used.user + used.system) / 1000);
  }
  times.sort((a, b) => a - b);
  computed.sort((a, b) => a - b);
  return { name, p50: percentile(times, 0.5), p95: percentile(times, 0.95), cpu: percentile(computed, 0.5), runs, found };
}

/** The cases as a table of fixed width. */
export function table(cases: readonly Measured[]): string {
  const width = Math.max(...cases.map((one) => one.name.length));
  const line = (name: string, p50: string, p95: string, cpu: string, runs: string, found: string): string =>
    `${name.padEnd(width)}  ${p50.padStart(9)}  ${p95.padStart(9)}  ${cpu.padStart(9)}  ${runs.padStart(4)}  ${found}`;
  const rows = cases.map((one) => line(one.name, one.p50.toFixed(1), one.p95.toFixed(1), one.cpu.toFixed(1), String(one.runs), one.found));
  return [line("case", "p50 ms", "p95 ms", "own CPU", "runs", "found"), ...rows].join("\n");
}
