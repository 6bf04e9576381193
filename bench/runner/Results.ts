import type { WorkSamples } from './runWork.ts';
import { median, pairedRatio, quantile } from './statistics.ts';
import type { Work } from './Work.ts';
import { OURS } from './Work.ts';

/** What is kept of a run; no path and no name of a machine is in it. */
export interface Results {
  readonly works: { readonly [work: string]: WorkResult };
}

export interface WorkResult {
  readonly date: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly measures: { readonly [measure: string]: { readonly [contestant: string]: Figure } };
  /** Who did not do the work, and why. */
  readonly failures: { readonly [contestant: string]: string };
}

export interface Machine {
  readonly chromium: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  /** Of the last minute, before the run: above the number of cores somebody else was at work. */
  readonly load: number;
}

export interface Figure {
  readonly median: number;
  readonly p95: number;
  readonly p98: number;
  readonly samples: number;
  /** The middle of the ratios of samples that were taken one after the other. */
  readonly toFloor?: number;
  readonly toOurs?: number;
}

export function summarise(work: Work, samples: WorkSamples): WorkResult['measures'] {
  const [floor] = work.floors;
  return Object.fromEntries(
    [...samples].map(([measure, byContestant]) => {
      const others = floor === undefined ? undefined : byContestant.get(floor);
      const ours = byContestant.get(OURS);
      const figures = [...byContestant].map(([contestant, values]) => [
        contestant,
        {
          median: round(median(values)),
          p95: round(quantile(values, 0.95)),
          p98: round(quantile(values, 0.98)),
          samples: values.length,
          ...(others && { toFloor: round(pairedRatio(values, others)) }),
          ...(ours && { toOurs: round(pairedRatio(values, ours)) }),
        },
      ]);
      return [measure, Object.fromEntries(figures)];
    }),
  );
}

function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : 0;
}
