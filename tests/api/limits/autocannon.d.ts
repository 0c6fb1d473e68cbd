declare module "autocannon" {
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Requests in all. */
    readonly amount: number;
    /** Seconds. */
    readonly timeout: number;
    readonly method: string;
    readonly body: string;
    readonly setupClient: (client: { setHeaders(headers: Record<string, string>): void }) => void;
  }
  interface Result {
    readonly "2xx": number;
    readonly non2xx: number;
    readonly errors: number;
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default function autocannon(options: Options): Promise<Result>;
}
