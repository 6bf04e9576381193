export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** Between two samples as far as it lies between them. `NaN` of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of the ratios of samples that were taken at about the same time: a busy machine is in both. */
export function pairedRatio(samples: readonly number[], others: readonly number[]): number {
  const length = Math.min(samples.length, others.length);
  return median(Array.from({ length }, (_, place) => (samples[place] ?? 0) / (others[place] ?? 1)));
}

/** How the time grows with the size: 0 not at all, 1 in proportion, 2 with its square. A line through the logarithms. */
export function growth(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
