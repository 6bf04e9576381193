import { expect, test } from 'vitest';
import { toFieldId } from '../../src/model/field.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const held = (value: string, revision: number) => ({ value: aVariable({ key: 'plan', value, revision }) });

test('"Keep mine" is sent, though the same was on its way when a colleague went over it', async () => {
  const sent: unknown[] = [];
  const answers: ((answer: ReturnType<typeof held>) => void)[] = [];
  const { store } = createTestStore(
    aSubscriber({ variables: [aVariable({ key: 'plan', value: 'free', revision: 1 })] }),
    {
      setVariable: (_ref, _key, value) => {
        sent.push(value);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
  );
  store.mutate(new Map([[plan, 'pro']]));
  store.edit(plan, 'pro');
  store.change(plan, 'pro');
  // Theirs came after ours, and is heard of before our answer.
  store.learn({ type: 'changed', fields: { [plan]: { value: 'team', revision: 3, by: 'Ana' } } });
  store.keepMine(plan);
  store.mutate(new Map([[plan, 'pro']]));
  answers.shift()?.(held('pro', 2));
  await flush();
  const { mutations } = store.getState();
  const isAskedFor = mutations.conflicts.get(plan)?.value === 'pro' || sent.length === 2;
  expect(isAskedFor).toBe(true);
  expect(sent[0]).toBe('pro');
});
