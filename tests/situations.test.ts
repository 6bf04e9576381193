import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSources, root } from './support/readSource.ts';

/** The situations of the house: a reader of the Storybook looks for each of them, of each component. */
const situations = [
  ...['Default', 'Loading', 'LoadFailed', 'Empty', 'Editing', 'InvalidValue', 'Saving', 'SaveFailed'],
  ...['ChangedElsewhere', 'ReadOnly', 'Unsupported', 'LongText', 'RightToLeft', 'Dark'],
];

const nothingToEdit = ['Editing', 'InvalidValue', 'Saving', 'SaveFailed', 'ReadOnly'];

/** Those that a component cannot be in, or has under a name that says more. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Of somebody who tells nothing there is still the app that they write from: Nameless, GroupOfUnknowns.
  ContactHeader: [...nothingToEdit, 'Empty', 'Unsupported'],
  // What is not known is said: UnknownFacts. All of its words are ours: Localization.
  SubscriptionStatus: [...nothingToEdit, 'Empty', 'LongText'],
  AdCampaignBadge: nothingToEdit,
  // Where nothing is known it draws nothing: Empty. A message that was sent stays as it is.
  AdCampaignReply: [...nothingToEdit, 'ChangedElsewhere', 'Unsupported'],
  // Any text can be the name of a tag.
  TagPicker: ['InvalidValue'],
};

const components = listSources('stories')
  .map((path) => /^stories\/(\w+)\.stories\.tsx$/.exec(path)?.[1] ?? '')
  .filter((name) => listSources('src/components').includes(`src/components/${name}.tsx`));

test.each(components)('%s has a story of each situation that it can be in', (component) => {
  const source = readFileSync(join(root, `stories/${component}.stories.tsx`), 'utf8');
  const stories = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  const missing = situations.filter((situation) => !stories.includes(situation));
  expect(missing).toEqual(situations.filter((situation) => exceptions[component]?.includes(situation)));
});

test('every public component has its stories', () => {
  expect(components).toHaveLength(9);
});
