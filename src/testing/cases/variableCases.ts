import type { VariableType, VariableValue } from '../../model/variable.ts';
import { type Cases, type Stage, skip } from '../createStage.ts';
import { demand, demandSame } from '../demand.ts';
import { findVariable, isSameVariableValue, readVariable, sampleVariable, takes } from '../sampleVariable.ts';

export const variableCases: Cases = {
  async 'answers with the variable as the backend holds it now'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage);
    const written = await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    demand(
      written.value.key === variable.key && isSameVariableValue(variable, written.value.value, values[0]),
      {
        that: 'setVariable answers with the variable and its new value',
        expected: { key: variable.key, value: values[0] },
        got: written.value,
        advice: 'Answer with what the backend stored, or read it again after the write.',
      },
    );
  },

  async 'stores the value'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage);
    await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    const { value } = await readVariable(stage, variable.key);
    demand(isSameVariableValue(variable, value, values[0]), {
      that: 'getSubscriber reads what setVariable wrote',
      expected: values[0],
      got: value,
      advice: 'The write has to be done when the promise resolves.',
    });
  },

  async 'clears with null'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage, undefined, (each) => takes(each, null));
    await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    await setVariable(stage.subscriber, variable.key, null, stage.writing());
    demandSame(
      'setVariable with null clears the variable',
      null,
      (await readVariable(stage, variable.key)).value,
      'Send the backend what unsets a value there, not an empty text, and read an unset value as null.',
    );
  },

  async 'changes the variable that is named and no other'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values } = await sampleVariable(stage);
    const before = await valuesBeside(stage, variable.key);
    await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    demandSame(
      'setVariable leaves all other variables alone',
      before,
      await valuesBeside(stage, variable.key),
      'Send only the one value: a whole record would write back what a colleague has changed since.',
    );
  },

  async 'writes to the subscriber that is named and to no other'(stage) {
    const { getSubscriber, setVariable } = stage.need('getSubscriber', 'setVariable');
    const another = stage.needAnother();
    const { variable, values } = await sampleVariable(stage);
    const before = await getSubscriber(another, stage.reading);
    await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    demandSame(
      'setVariable leaves all other subscribers alone',
      before.variables,
      (await getSubscriber(another, stage.reading)).variables,
      'The reference of the call says who is meant, whoever is shown by then.',
    );
  },

  async 'tells the empty text, 0 and false from nothing'(stage) {
    const { setVariable } = stage.need('setVariable');
    const wanted: [VariableType, VariableValue][] = [
      ['string', ''],
      ['text', ''],
      ['number', '0'],
      ['boolean', false],
    ];
    const samples = await Promise.all(wanted.map(([type]) => findVariable(stage, [type])));
    for (const [index, [type, value]] of wanted.entries()) {
      const variable = samples[index]?.variable;
      if (!variable || !takes(variable, value)) continue;
      await setVariable(stage.subscriber, variable.key, value, stage.writing());
      demandSame(
        `${JSON.stringify(value)} in a variable of the type ${type} is a value and not nothing`,
        value,
        (await readVariable(stage, variable.key)).value,
        'Only an unset value is null: look for a `||` or an `if (value)`.',
      );
    }
    if (samples.every((sample) => sample === null)) skip('The subscriber has no variable of these types.');
  },

  async 'keeps text as it is'(stage) {
    await keepsEach(stage, ['text', 'string'], hostileTexts, {
      that: 'A text is read as it was written, to the letter',
      advice: 'Nothing trims, escapes, normalises or parses it on the way: the card draws text as text.',
    });
  },

  async 'keeps a date as YYYY-MM-DD'(stage) {
    await keepsEach(stage, ['date'], ['2024-02-29', '1999-12-31', '2026-01-01'], {
      that: 'A date is read as it was written',
      advice: 'A date has no hour and no time zone: never make a Date of it.',
    });
  },

  async 'keeps a time to the second, whatever its offset'(stage) {
    const times = ['2026-07-14T09:30:05Z', '2026-12-24T23:30:00-03:00', '2026-03-29T02:30:00+14:00'];
    await keepsEach(stage, ['datetime'], times, {
      that: 'A time is read as the moment that was written, in RFC 3339',
      advice: 'Keep the offset, or convert to UTC; a time without either means another moment elsewhere.',
    });
  },

  async 'keeps a number as decimal digits'(stage) {
    await keepsEach(stage, ['number'], ['0.1', '-7.25', '1234567.89', '100'], {
      that: 'A number is read as the decimal that was written',
      advice: 'Numbers are texts such as "12.5" on both sides: make no float of them.',
    });
  },

  async 'keeps money as decimal digits with its currency'(stage) {
    const { variable } = await sampleVariable(stage, ['currency']);
    const { value } = variable;
    const currency = typeof value === 'object' && value && 'currency' in value ? value.currency : 'USD';
    const amounts = ['0.10', '1280.50', '1234567.89'].map((amount) => ({ amount, currency }));
    await keepsEach(stage, ['currency'], amounts, {
      that: 'Money is read as the decimal that was written',
      advice: 'The amount is a text such as "1280.50" on both sides: make no float of it.',
    });
  },

  async 'answers with the whole record where only records have revisions'(stage) {
    const { setVariable } = stage.need('setVariable');
    const { variable, values, revision } = await sampleVariable(stage);
    if (revision === undefined || variable.revision !== undefined) {
      skip('Variables have revisions of their own, or there are none.');
    }
    const { record } = await setVariable(stage.subscriber, variable.key, values[0], stage.writing());
    const held = await stage.need('getSubscriber').getSubscriber(stage.subscriber, stage.reading);
    demandSame(
      'setVariable answers with the record and its revision',
      { id: held.id, revision: held.revision },
      record && { id: record.id, revision: record.revision },
      'Without `record` the next write carries an old revision, and is refused as if a colleague had been faster.',
    );
  },
};

/** Writes each value that the variable takes, and reads it again. */
async function keepsEach(
  stage: Stage,
  types: readonly VariableType[],
  values: readonly VariableValue[],
  { that, advice }: { readonly that: string; readonly advice: string },
): Promise<void> {
  const { setVariable } = stage.need('setVariable');
  const { variable } = await sampleVariable(stage, types);
  const fitting = values.filter((value) => takes(variable, value));
  if (fitting.length === 0) skip(`"${variable.key}" takes none of the values.`);
  for (const value of fitting) {
    await setVariable(stage.subscriber, variable.key, value, stage.writing());
    const read = (await readVariable(stage, variable.key)).value;
    demand(isSameVariableValue(variable, read, value), { that, expected: value, got: read, advice });
  }
}

async function valuesBeside(stage: Stage, key: string): Promise<unknown> {
  const { getSubscriber } = stage.need('getSubscriber');
  const { variables } = await getSubscriber(stage.subscriber, stage.reading);
  return variables.filter((each) => each.key !== key).map((each) => [each.key, each.value]);
}

/** What a value goes through in a bad adapter: markup, JSON, SQL, paths, trimming, normalising. */
const hostileTexts = [
  '<b onclick="alert(1)">&amp;</b>',
  'null',
  '{"a":1}',
  "'; drop table subscribers; --",
  '../../etc/passwd?x=%2F#',
  '  two spaces on both sides  ',
  'e\u0301 is not \u00e9',
  '\u202Egnp.exe \u200B \uFEFF',
  '\u{1F469}\u200D\u{1F4BB} 日本語 עברית',
];
