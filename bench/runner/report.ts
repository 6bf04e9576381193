import { bestOf, figureOf, goals, growthOf, growths, judge } from '../goals.ts';
import { works } from '../works/works.ts';
import type { Breakdown } from './breakDown.ts';
import type { Results, WorkResult } from './Results.ts';
import { contestantsOf, OURS, type Work } from './Work.ts';

type Row = readonly string[];

/** Everything that is known, as Markdown. */
export function toReport(results: Results): string {
  const parts = works.flatMap((work) => {
    const result = results.works[work.name];
    return result ? [toSection(work, result, results)] : [];
  });
  return [toGoals(results), ...parts, toGrowth(results)].join('\n\n');
}

/** The same for a terminal, of the works that were just run. */
export function toText(results: Results, names: readonly string[]): string {
  return works
    .filter(({ name }) => names.includes(name))
    .flatMap((work) => {
      const result = results.works[work.name];
      return result ? [`${work.title}\n${toPlainTable(toRows(work, result, results))}`] : [];
    })
    .join('\n\n');
}

/** What each measure of a work was spent on, by contestant. */
export function toProfileText(work: Work, breakdowns: readonly Breakdown[]): string {
  const parts = ['script', 'style', 'layout', 'paint', 'gc', 'rest'] as const;
  const rows = work.measures.flatMap(({ id, title }) =>
    breakdowns
      .filter(({ measure }) => measure === id)
      .map(({ contestant, total, parts: of }) => [
        `${title}: ${contestant}`,
        format(total),
        ...parts.map((part) => format(of[part])),
      ]),
  );
  return toPlainTable([['median ms', 'all', ...parts], ...rows]);
}

export function toGoalsText(results: Results): string {
  return toPlainTable(toGoalRows(results));
}

function toGoals(results: Results): string {
  return `### Goals\n\n${toMarkdownTable(toGoalRows(results))}`;
}

function toGoalRows(results: Results): Row[] {
  const rows = goals.flatMap((goal): Row[] => {
    const value = goal.read(results);
    if (value === undefined) return [];
    const { text, unit, limit, isAim } = goal;
    return [
      [
        text,
        `${isAim ? 'aim ' : ''}≤ ${format(limit)} ${unit}`,
        `${format(value)} ${unit}`,
        judge(goal, value),
      ],
    ];
  });
  return [['goal', 'limit', 'ours', ''], ...rows];
}

function toSection(work: Work, result: WorkResult, results: Results): string {
  const { date, machine, rounds, failures } = result;
  const { chromium, cores, processor, node, load } = machine;
  const at = `${date}, ${rounds} rounds, Chromium ${chromium}, Node ${node}, ${cores} cores (${processor}), load before ${format(load)}.`;
  const failed = Object.entries(failures).map(
    ([name, message]) => `- ${name} did not do the work: ${message}`,
  );
  const table = toMarkdownTable(toRows(work, result, results));
  return [`### ${work.title}`, at, table, failed.join('\n')].filter((part) => part !== '').join('\n\n');
}

function toRows(work: Work, { measures }: WorkResult, results: Results): Row[] {
  const all = contestantsOf(work).filter((name) => Object.values(measures).some((figures) => figures[name]));
  const rows = work.measures.flatMap(({ id, title, unit }): Row[] => {
    const figures = measures[id] ?? {};
    if (Object.keys(figures).length === 0) return [];
    const ours = figures[OURS];
    const best = bestOf(results, work.name, id, work.peers);
    return [
      [
        `${title} (${unit})`,
        ...all.map((name) => format(figures[name]?.median)),
        format(ours?.p95),
        format(ours?.toFloor),
        best?.figure.toOurs ? `${format(1 / best.figure.toOurs)} (${best.contestant})` : '',
      ],
    ];
  });
  return [['median', ...all, 'ours p95', 'ours × floor', 'ours × best peer'], ...rows];
}

function toGrowth(results: Results): string {
  const names = [OURS, 'window', 'downshift', 'antd', 'mui', 'react-virtual', 'virtuoso', 'plain'];
  const rows = growths.map((entry) => [
    entry.text,
    ...entry.sizes.map((size) => format(figureOf(results, entry.work, `${entry.measure} ${size}`)?.median)),
    ...(entry.sizes.length < 4 ? [''] : []),
    ...names.map((name) => format(growthOf(results, entry, name))),
  ]);
  const head = ['exponent', '100', '1,000', '10,000', '50,000', ...names];
  return `### Growth\n\nOurs in ms at each size, and how the time of each grows: 0 not at all, 1 in proportion.\n\n${toMarkdownTable([head, ...rows])}`;
}

function toMarkdownTable([head = [], ...rows]: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function toPlainTable(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

function format(value: number | undefined): string {
  if (value === undefined) return '';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2).replace(/\.0+$/, '');
}
