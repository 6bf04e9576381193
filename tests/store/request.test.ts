import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const vip = toFieldId({ kind: 'tag', id: 'vip' });
const tag = aTag({ id: 'vip' });

/** A card whose operator has been signed out. */
async function signedOut() {
  const unauthorized = async (): Promise<never> => {
    throw new AdapterError('unauthorized', '401');
  };
  const subscriber = aSubscriber({ variables: [aVariable({ value: 'free', revision: 1 })] });
  const { store } = createTestStore(subscriber, { setVariable: unauthorized, addTag: unauthorized });
  store.mutate(new Map([[plan, 'pro']]));
  await flush();
  return store;
}

test('what is taken back before it is sent, and stands as it was, is no change', async () => {
  const store = await signedOut();
  store.mutate(new Map([[vip, tag]]));
  store.mutate(new Map([[vip, null]]));
  expect(store.getState().mutations.lanes.has('tag:vip')).toBe(false);
});

test('what is taken back before it is sent is a change where a colleague has done the same since', async () => {
  const store = await signedOut();
  store.mutate(new Map([[vip, tag]]));
  store.hear({ type: 'changed', fields: { [vip]: { value: tag, revision: 2 } } });
  store.mutate(new Map([[vip, null]]));
  expect(store.getState().mutations.lanes.get('tag:vip')?.head.status).toBe('queued');
});
