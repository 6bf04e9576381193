import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { breakDown } from './runner/breakDown.ts';
import { openStage } from './runner/openStage.ts';
import { type Machine, type Results, summarise } from './runner/Results.ts';
import { toGoalsText, toProfileText, toReport, toText } from './runner/report.ts';
import { runWork } from './runner/runWork.ts';
import { contestantsOf } from './runner/Work.ts';
import { works } from './works/works.ts';

const resultsFile = fileURLToPath(new URL('results.json', import.meta.url));
const readmeFile = fileURLToPath(new URL('README.md', import.meta.url));
const begin = '<!-- begin of the last run -->';
const end = '<!-- end of the last run -->';
const ROUNDS = 3;

export interface Plan {
  readonly works: readonly string[];
  readonly contestants: readonly string[];
  readonly rounds: number;
  /** Shows what the time was spent on. Nothing is written down: a trace costs time itself. */
  readonly isProfile: boolean;
}

/**
 * What is asked for on the command line: names of works, of contestants, `--rounds 5` and `--profile`. Nothing is
 * everything.
 */
export function planOf(given: readonly string[]): Plan {
  const words = given.filter((word) => word !== '--profile');
  const isProfile = words.length < given.length;
  const at = words.indexOf('--rounds');
  const rounds = at < 0 ? ROUNDS : Number(words[at + 1]);
  const names = words.filter((_, place) => at < 0 || (place !== at && place !== at + 1));
  const allWorks = works.map(({ name }) => name);
  const all = [...new Set(works.flatMap(contestantsOf))];
  const unknown = names.filter((name) => !allWorks.includes(name) && !all.includes(name));
  if (unknown.length > 0 || !(rounds >= 1)) {
    throw new Error(`Say works (${allWorks.join(', ')}), contestants (${all.join(', ')}) and --rounds 3.`);
  }
  const chosen = names.filter((name) => all.includes(name));
  const work = names.filter((name) => allWorks.includes(name));
  return {
    works: work.length > 0 ? work : allWorks,
    contestants: chosen.length > 0 ? chosen : all,
    rounds,
    isProfile,
  };
}

/** Runs the plan on pages that are built, and prints what came of it. Says whether everybody did the work. */
export async function runBench(
  { works: names, contestants, rounds, isProfile }: Plan,
  folder: string,
): Promise<boolean> {
  const found: Record<string, Results['works'][string]> = {};
  const say = (line: string) => console.error(line);
  // A part of the contestants is for looking closer, and says nothing about the others.
  const isWhole = !isProfile && works.flatMap(contestantsOf).every((name) => contestants.includes(name));
  const stage = await openStage(folder);
  try {
    for (const work of works.filter(({ name }) => names.includes(name))) {
      const machine = describeMachine(stage.version);
      if (isProfile) await stage.startTrace();
      const { samples, failures } = await runWork(stage, work, {
        contestants,
        rounds,
        isShort: isProfile,
        say,
      });
      if (isProfile) console.log(toProfileText(work, breakDown(await stage.stopTrace(), samples)));
      found[work.name] = {
        date: new Date().toISOString().slice(0, 10),
        machine,
        rounds: Math.min(rounds, work.rounds ?? rounds),
        measures: summarise(work, samples),
        failures: Object.fromEntries(failures.map(({ contestant, message }) => [contestant, message])),
      };
      console.log(`\n${toText({ works: found }, [work.name])}\n`);
      if (isWhole) keep({ works: { ...readResults().works, ...found } });
    }
  } finally {
    await stage.close();
  }
  console.log(toGoalsText({ works: found }));
  return Object.values(found).every(({ failures }) => Object.keys(failures).length === 0);
}

function readResults(): Results {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return { works: {} };
  }
}

function keep(results: Results): void {
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const readme = readFileSync(readmeFile, 'utf8');
  const [head] = readme.split(begin);
  const [, foot] = readme.split(end);
  if (head === undefined || foot === undefined) throw new Error('README.md has no place for the last run.');
  writeFileSync(readmeFile, `${head}${begin}\n\n${toReport(results)}\n\n${end}${foot}`);
}

function describeMachine(chromium: string): Machine {
  const [first] = cpus();
  return {
    chromium,
    node: process.versions.node,
    cores: cpus().length,
    processor: first?.model ?? 'unknown',
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
