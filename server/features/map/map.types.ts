/** People who moved between two places, by our ids. */
export interface FlowModel {
  readonly fromId: string;
  readonly toId: string;
  readonly count: number;
}
