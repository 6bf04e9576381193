import type { MemoryData } from '../../src/adapters/createMemoryAdapter.ts';
import type { Variable, VariableType } from '../../src/model/variable.ts';
import {
  aCampaign,
  aContact,
  aDeal,
  aMember,
  aPipeline,
  aSubscriber,
  aTag,
  aVariable,
} from '../support/fixtures.ts';

const texts: readonly VariableType[] = ['string', 'text', 'phone', 'email', 'url'];

/** One who has the text in every field that shows one. */
export function hostileSubscriber(id: string, text: string): MemoryData {
  const options = [{ id: 'one', label: text }];
  const variables: Variable[] = [
    ...texts.map((type) => aVariable({ key: type, label: `${type} of them`, type, value: text })),
    aVariable({ key: 'label', label: text, value: 'label', hint: text, readOnly: text }),
    aVariable({ key: 'group', label: 'group', value: 'group', group: text }),
    aVariable({ key: 'select', label: 'select', type: 'select', value: 'one', options }),
    aVariable({ key: 'several', label: 'several', type: 'multiselect', value: ['one'], options }),
  ];
  const member = aMember({ id: `member-${id}`, name: text });
  return {
    subscribers: [
      aSubscriber({
        id,
        name: text,
        username: text,
        channel: text || 'telegram',
        avatarUrl: text,
        profileUrl: text,
        variables,
        tagging: { tags: [aTag({ id: `tag-${id}`, name: text, color: text })] },
        campaigns: [
          aCampaign({ name: text, source: text, title: text, body: text, url: text, imageUrl: text }),
        ],
        readOnly: false,
      }),
    ],
    tags: [aTag({ id: `tag-${id}`, name: text, color: text })],
    members: [member],
    pipelines: [
      aPipeline({ id: `pipeline-${id}`, name: text, steps: [{ id: 'step', name: text, color: text }] }),
    ],
    deals: {
      [id]: [
        aDeal({
          id: `deal-${id}`,
          name: text,
          number: text,
          pipelineId: `pipeline-${id}`,
          stepId: 'step',
          assignee: member,
          url: text,
        }),
      ],
    },
    contacts: {
      [id]: aContact({
        id: `contact-${id}`,
        firstName: text,
        lastName: text,
        assignee: member,
        url: text,
        fields: [aVariable({ key: 'field', label: text, value: text })],
      }),
    },
  };
}
