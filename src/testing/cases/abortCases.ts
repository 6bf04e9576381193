import type { ReadContext } from '../../adapters/DataAdapter.ts';
import type { AskingMethod } from '../adapterMethods.ts';
import type { Cases, Stage } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { endingOf } from '../refusalOf.ts';
import { sampleVariable } from '../sampleVariable.ts';

type Ask = (context: ReadContext) => Promise<unknown>;

export const abortCases: Cases = {
  async 'rejects a read that is aborted before it begins'(stage) {
    for (const [method, ask] of readsOf(stage)) {
      const ending = await endingOf(() => ask({ signal: AbortSignal.abort() }), stage.patienceMs);
      demandEnd(method, 'before it begins', ending.type);
    }
  },

  async 'rejects a read that is aborted under way, at once'(stage) {
    for (const [method, ask] of readsOf(stage)) {
      const controller = new AbortController();
      const ending = endingOf(() => ask({ signal: controller.signal }), stage.patienceMs);
      controller.abort();
      demandEnd(method, 'under way', (await ending).type);
    }
  },

  async 'rejects a write that is aborted under way, at once'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage);
    const controller = new AbortController();
    const write = stage.writing({ signal: controller.signal });
    const ending = endingOf(
      () => setVariable(stage.subscriber, variable.key, values[0], write),
      stage.patienceMs,
    );
    controller.abort();
    demandEnd('setVariable', 'under way', (await ending).type);
  },
};

/** The reads that the adapter has. */
function readsOf(stage: Stage): readonly (readonly [AskingMethod, Ask])[] {
  const { adapter, subscriber } = stage;
  const asks: { readonly [method in AskingMethod]?: Ask } = {
    getSubscriber: (context) => adapter.getSubscriber(subscriber, context),
    ...(adapter.searchTags && { searchTags: adapter.searchTags.bind(adapter, '', {}) }),
    ...(adapter.searchMembers && { searchMembers: adapter.searchMembers.bind(adapter, '', {}) }),
    ...(adapter.listPipelines && { listPipelines: adapter.listPipelines.bind(adapter) }),
    ...(adapter.listDeals && { listDeals: adapter.listDeals.bind(adapter, subscriber, {}) }),
    ...(adapter.getContact && { getContact: adapter.getContact.bind(adapter, subscriber) }),
  };
  return Object.entries(asks) as [AskingMethod, Ask][];
}

function demandEnd(method: AskingMethod, when: string, ending: string): void {
  demand(ending === 'rejected', {
    that: `${method} that is aborted ${when} rejects`,
    expected: words('a rejection'),
    got: words(endings[ending] ?? 'nothing'),
    advice: 'Pass the signal on to `fetch`, and look at `signal.aborted` before you answer.',
  });
}

const endings: Record<string, string> = {
  answered: 'an answer that nobody waits for any more',
  threw: 'something thrown instead of a rejected promise',
  pending: 'no end of the call',
};
