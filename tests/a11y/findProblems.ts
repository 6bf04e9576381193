import axe from 'axe-core';
import { isExplained } from './explained.ts';
import { type ModeName, modes } from './modes.ts';

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
  // Only an experimental rule reads the sheets themselves.
  preload: false,
} satisfies axe.RunOptions;

/** What axe has against the page as it stands, or cannot tell and nobody has explained, in each mode. */
export async function findProblems(excepted: readonly ModeName[] = []): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name, enter, leave, rules, only } of modes) {
    if (excepted.includes(name)) continue;
    await enter();
    await drawn();
    const all = { ...options, rules: { ...options.rules, ...rules } };
    const run = axe.run(document, only ? { ...options, runOnly: [...only], rules: {} } : all);
    const { violations, incomplete } = await run.finally(leave);
    problems.push(...violations.flatMap((rule) => rule.nodes.map((node) => say(name, rule, node))));
    for (const rule of incomplete) {
      const unexplained = rule.nodes.filter((node) => !isExplained(rule.id, node));
      problems.push(...unexplained.map((node) => `${say(name, rule, node)} (${keysOf(node)})`));
    }
  }
  return problems;
}

/** What a mode has changed is laid out, and what watches its size has answered. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** Why axe could not tell. */
function keysOf({ any, all, none }: axe.NodeResult): string {
  const keys = [...any, ...all, ...none].map(({ id, data }) => data?.messageKey ?? id);
  return keys.join(', ');
}

function say(mode: string, { id }: axe.Result, { html, target, any }: axe.NodeResult): string {
  return `${mode}: ${id}: ${target.join(' ')}: ${html} ${any[0]?.message ?? ''}`;
}
