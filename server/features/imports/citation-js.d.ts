/** The part of citation-js that is used; it comes without types. What it answers is checked by the readers. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      /** CSL-JSON of a text or object in any form for which a plugin is there. Throws when it is in none. */
      chain(input: unknown, options: { readonly generateGraph: boolean; readonly forceType?: string }): unknown;
    };
  };
  export const logger: { level: "silent" | "warn" };
}

declare module "@citation-js/plugin-bibtex" {}
