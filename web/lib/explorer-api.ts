import type { ReactNode } from "react";
import type { NetworkView } from "./network-view.ts";

/** A person who is on the screen of the explorer. */
export interface ShownPerson {
  readonly id: string;
  /** As on the screen, in its language. */
  readonly name: string;
}

/** What the explorer lets panels beside it see and do. It is new whenever what it tells has changed, so that panels render anew. */
export interface ExplorerApi {
  /** Everything needed to see the same again, as of now. */
  view(): NetworkView;
  /** Everybody who is on the screen. */
  readonly shown: readonly ShownPerson[];
  /** Those of them who are selected. */
  readonly selectedIds: readonly string[];
  /** Shows a view that was kept: its people, places and colours, as one step that can be undone. */
  show(view: NetworkView): void;
  /** Selects people; those not shown are passed over. */
  select(ids: readonly string[]): void;
  /** Colours and sizes people by values of a measure: numbers by a scale, words each in a colour. Who has no value is grey. */
  colourByMeasure(values: ReadonlyMap<string, number | string>, label: string, measureId: string): void;
  /** What is on the canvas as PNG. @throws Error when there is no canvas, as without WebGL */
  canvas(): Promise<Blob>;
  /** What is on the screen as an SVG document of its own. */
  svg(): string;
}

/** A panel that web/app puts beside the explorer. */
export interface ExplorerPanel {
  readonly key: string;
  readonly title: string;
  render(api: ExplorerApi): ReactNode;
}
