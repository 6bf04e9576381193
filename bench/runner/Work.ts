import type { Stage } from './openStage.ts';

/** One sort of work that several contestants do. */
export interface Work {
  readonly name: string;
  readonly title: string;
  /** The same in plain React, the first of them what everybody is compared with. */
  readonly floors: readonly string[];
  /** What a team would pick instead of ours. */
  readonly peers: readonly string[];
  readonly measures: readonly Measure[];
  /** At most, where more say nothing new. */
  readonly rounds?: number;
  /**
   * All that one contestant does in one round, in a page of its own, sample by sample: between two of them the others
   * take theirs.
   */
  run(turn: Turn): AsyncGenerator<Sample>;
}

export interface Turn {
  readonly stage: Stage;
  readonly contestant: string;
  readonly round: number;
  /** The short form: fewer repeats, smaller sizes. */
  readonly isShort: boolean;
}

export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MB' | 'KB' | 'rows' | 'nodes' | '%';
}

export const OURS = 'ours';

export function contestantsOf({ floors, peers }: Work): readonly string[] {
  return [...floors, OURS, ...peers];
}

/** One figure of a measure. */
export type Sample = readonly [measure: string, value: number];
