import { render } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { publicComponents } from '../../stories/support/anatomy/sources.ts';
import { emulateMedia } from './emulateMedia.ts';
import { exceptedModes } from './explained.ts';
import { findProblems } from './findProblems.ts';
import { modes, pageSize } from './modes.ts';
import { readRoles } from './readRoles.ts';
import { settled } from './settled.ts';
import { stories } from './stories.ts';

beforeAll(async () => {
  document.documentElement.lang = 'en';
  document.title = 'A story';
  await page.viewport(pageSize.width, pageSize.height);
});
afterAll(async () => {
  await page.viewport(480, 900);
  await emulateMedia();
});

test.each(stories)('axe finds nothing in $name', { timeout: 60_000 }, async ({ name, run }) => {
  await run(document.body.appendChild(document.createElement('div')));
  await settled();
  // K5: a role, a name or a state that has changed is looked at, and taken over with `--update`.
  if (isOfComponent(name)) expect.soft(await readRoles()).toMatchSnapshot();
  expect(await findProblems(exceptedModes(name))).toEqual([]);
});

test('K1: a fault that is there in one mode alone is found', async () => {
  const hidden = 'color: #777; background: #777;';
  render(
    <main className="sbc-root sbc-card" dir="ltr" data-theme="light">
      <style>{`
        [data-theme=dark] .dark { ${hidden} }
        [dir=rtl] .rtl { ${hidden} }
        @media (forced-colors: active) { h1 { display: none } }
        @media (prefers-contrast: more) { .contrast { ${hidden} } }
        @media (width <= 320px) { .narrow { ${hidden} } }
      `}</style>
      <h1>A fault for each mode</h1>
      {['dark', 'rtl', 'contrast', 'narrow'].map((mode) => (
        <p key={mode} className={mode}>
          Hidden
        </p>
      ))}
    </main>,
  );
  const [, ...turned] = modes.map(({ name }) => name);
  expect((await findProblems()).map((problem) => problem.split(':')[0])).toEqual(turned);
});

test('K1: a button without a name, one too small and an unknown result are found', async () => {
  render(
    <main>
      <h1>Three faults</h1>
      <div style={{ display: 'flex', gap: 2 }}>
        <button type="button" style={{ inlineSize: 8, blockSize: 8, padding: 0 }} />
        <button type="button" style={{ inlineSize: 8, blockSize: 8, padding: 0 }} aria-label="Two" />
      </div>
      <p style={{ background: 'linear-gradient(#fff, #eee)' }}>On a gradient</p>
    </main>,
  );
  const problems = (await findProblems()).join('\n');
  for (const rule of ['button-name', 'target-size', 'color-contrast']) {
    expect(problems).toContain(`as drawn: ${rule}`);
  }
});

/** And not a page of the documentation. */
function isOfComponent(story: string): boolean {
  return publicComponents.some((component) => story.startsWith(`${component}/`));
}
