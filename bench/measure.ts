/** Times of one case, in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** Median of what the server process itself computed, database and client not counted: comparable also on a busy machine. */
  readonly cpu: number;
  readonly runs: number;
  /** What the case found, so that a fast wrong answer does not pass for a fast one. */
  readonly found: string;
}

/** What to measure: `run` gets the number of the run, so that it can ask for something else each time. */
export interface Case {
  readonly name: string;
  readonly run: (number: number) => Promise<string>;
}

const WARM_UP = 3;
const RUNS = 20;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Runs a case 20 times after three unmeasured runs. The numbers given to `run` are 0 to 22 and never repeat, so a case that uses them
 * without a remainder asks something new each time.
 * @param cpuMs processor time that the server used so far
 */
export async function measure({ name, run }: Case, cpuMs: () => number): Promise<Measured> {
  const times: number[] = [];
  const computed: number[] = [];
  let found = "";
  for (let number = 0; number < WARM_UP + RUNS; number += 1) {
    const before = cpuMs();
    const started = performance.now();
    found = await run(number);
    const took = performance.now() - started;
    if (number < WARM_UP) continue;
    times.push(took);
    computed.push(cpuMs() - before);
  }
  times.sort((a, b) => a - b);
  computed.sort((a, b) => a - b);
  return { name, p50: percentile(times, 0.5), p95: percentile(times, 0.95), cpu: percentile(computed, 0.5), runs: RUNS, found };
}

/** The cases as a table of fixed width. */
export function table(cases: readonly Measured[]): string {
  const width = Math.max(...cases.map((one) => one.name.length));
  const line = (name: string, p50: string, p95: string, cpu: string, runs: string, found: string): string =>
    `${name.padEnd(width)}  ${p50.padStart(9)}  ${p95.padStart(9)}  ${cpu.padStart(9)}  ${runs.padStart(4)}  ${found}`;
  const rows = cases.map((one) => line(one.name, one.p50.toFixed(1), one.p95.toFixed(1), one.cpu.toFixed(1), String(one.runs), one.found));
  return [line("case", "p50 ms", "p95 ms", "own CPU", "runs", "found"), ...rows].join("\n");
}
