import { writeFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** Vitest takes a reporter from a file by its default export. Writes how many tests each project ran to the file that `TEST_COUNTS` names; `tests/run.mjs` reads it. */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {Record<string, Counts>} */
    const projects = {};
    for (const module of modules) {
      const name = module.project.name.replace(/ \(.*\)$/, '');
      const counts = projects[name] ?? { passed: 0, failed: 0, skipped: 0 };
      projects[name] = counts;
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'failed' : state] += 1;
      }
    }
    const file = process.env.TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify({ projects, unhandled: unhandledErrors.length }));
  }
}
