import type { AdapterError } from '../../adapters/AdapterError.ts';
import { checkEvent } from '../../adapters/checkEvent.ts';
import type { CardEvent } from '../../adapters/DataAdapter.ts';
import type { VariableValue } from '../../model/variable.ts';
import { type Cases, type Stage, skip } from '../createStage.ts';
import { demand, words } from '../demand.ts';
import { type Listening, listen } from '../listen.ts';
import { newsOf, says, variableField } from '../news.ts';
import { isSameVariableValue, readVariable, sampleVariable } from '../sampleVariable.ts';

type IsIt = (event: CardEvent) => boolean;

export const subscriptionCases: Cases = {
  async 'tells events in the shape of the contract'(stage) {
    const { variable, listening } = await hearOneChange(stage);
    listening.stop();
    for (const event of listening.events) {
      const problems: AdapterError[] = [];
      checkEvent(event, (problem) => problems.push(problem));
      const [problem] = problems;
      demand(problem === undefined, {
        that: `The event of the change of "${variable.key}" has the shape of the contract`,
        expected: words(`"${problem?.detail.path}" to be ${problem?.detail.expected}`),
        got: event,
        advice: 'Convert what the backend says in the adapter: the card leaves out what it cannot read.',
      });
    }
  },

  async 'tells the revisions of a field in their order'(stage) {
    const { setVariable } = stage.needColleague('setVariable');
    const { variable, values } = await sampleVariable(stage);
    const field = variableField(variable.key);
    const { revision: before } = await readVariable(stage, variable.key);
    if (before === undefined) skip('The backend has no revisions.');
    const listening = await listen(stage);
    for (const value of values) await setVariable(stage.subscriber, variable.key, value, stage.writing());
    await listening.until((event) => isSameVariableValue(variable, newsOf(event, field)?.value, values[1]));
    listening.stop();
    const told = listening.events.flatMap((event) => newsOf(event, field)?.revision ?? []);
    if (told.length === 0) skip('The events carry no values, or no revisions.');
    const seen = [before, ...told];
    demand(
      seen.every((each, index) => index === 0 || each >= (seen[index - 1] ?? 0)) &&
        (told.at(-1) ?? 0) > before,
      {
        that: 'The revisions of a field never fall from event to event, and grow with a change',
        expected: words('numbers that grow'),
        got: seen,
        advice: 'It is the same counter as in the answers: what is not newer than what is known is ignored.',
      },
    );
  },

  async 'tells nothing after it is unsubscribed'(stage) {
    await demandSilence(stage, 'unsubscribed', (listening) => listening.stop());
  },

  async 'tells nothing after its signal is aborted'(stage) {
    await demandSilence(stage, 'aborted', (listening) => listening.abort());
  },

  async 'tells nothing of other subscribers'(stage) {
    const { setVariable } = stage.needColleague('setVariable');
    const another = stage.needAnother();
    const { variable, values } = await sampleVariable(stage);
    const field = variableField(variable.key);
    const [mine, theirs] = [await listen(stage), await listen(stage, another)];
    const isTold =
      (value: VariableValue): IsIt =>
      (event) =>
        says('subscriber', event) || isSameVariableValue(variable, newsOf(event, field)?.value, value);
    await setVariable(another, variable.key, values[0], stage.writing());
    await theirs.until(isTold(values[0]));
    await setVariable(stage.subscriber, variable.key, values[1], stage.writing());
    await mine.until(isTold(values[1]));
    for (const listening of [mine, theirs]) listening.stop();
    const strange = mine.events.find((event) =>
      isSameVariableValue(variable, newsOf(event, field)?.value ?? null, values[0]),
    );
    demand(strange === undefined, {
      that: 'A subscription tells only of its own subscriber',
      expected: words('nothing of the other one'),
      got: strange,
      advice: 'Filter by the id of the reference: the card would show the value under the wrong name.',
    });
  },
};

/** Nothing comes to the one that has ended by the time that the other has heard of a change. */
async function demandSilence(stage: Stage, how: string, end: (listening: Listening) => void): Promise<void> {
  const ended = await listen(stage);
  end(ended);
  const count = ended.events.length;
  const { listening } = await hearOneChange(stage);
  listening.stop();
  ended.stop();
  demand(ended.events.length === count, {
    that: `A subscription that was ${how} tells nothing`,
    expected: words('silence'),
    got: ended.events.slice(count),
    advice: 'Remove the listener before you do anything else, and look at the signal.',
  });
}

async function hearOneChange(stage: Stage) {
  const { setVariable } = stage.needColleague('setVariable');
  const { variable, values } = await sampleVariable(stage);
  const listening = await listen(stage);
  await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
  await listening.until(({ type }) => type !== 'connection');
  return { variable, listening };
}
