import { expect, test } from 'vitest';
import { toFieldLabel } from '../../src/hooks/toFieldLabel.ts';
import { toFieldName } from '../../src/hooks/toFieldName.ts';
import { en } from '../../src/i18n/en.ts';
import { toFieldId } from '../../src/model/field.ts';
import { nothingConfirmed } from '../../src/store/confirmed.ts';
import { aVariable } from '../support/fixtures.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const company = toFieldId({ kind: 'contactField', id: 'c1', key: 'company' });

test.each(['', ' \n', '\u200B\u2060\uFEFF'])(
  'a label that nobody can see is told by its key: %j',
  (label) => {
    const confirmed = {
      ...nothingConfirmed,
      variables: [aVariable({ key: 'plan', label })],
      contact: { id: 'c1', fields: [aVariable({ key: 'company', label })] },
    };
    expect(toFieldLabel(plan, confirmed, en.messages)).toBe('plan');
    expect(toFieldName(plan, confirmed, en.messages)).toBe('plan');
    expect(toFieldName(company, confirmed, en.messages)).toBe('company');
  },
);

test('a deal whose name nobody can see is told as a deal', () => {
  const name = toFieldId({ kind: 'deal', id: 'd1', name: 'name' });
  const fields = new Map([[name, { value: '\u200B', ownRevision: false, tick: 0 }]]);
  expect(toFieldLabel(name, { ...nothingConfirmed, fields }, en.messages)).toBe(en.messages.deals.tab);
});
