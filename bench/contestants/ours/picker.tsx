import 'subscriber-card/styles.css';
import { createRoot } from 'react-dom/client';
import { createCardClient, SubscriberCardProvider, SubscriberProvider, TagPicker } from 'subscriber-card';
import { createPerson } from '../../data/createPerson.ts';
import type { CreatePicker } from '../../pages/Picker.ts';
import { createBackend } from './createBackend.ts';

const { subscriber, deals } = createPerson(1, { variables: 1, tags: 0, deals: 0 });

export const createPicker: CreatePicker = (place) => {
  const root = createRoot(place);
  return {
    trigger: '.sbc-combobox-input',
    option: '.sbc-option',
    chip: '.sbc-chip',
    mount(tags, assigned, source) {
      // A client of its own each time, so that each first opening is one: no vocabulary is known.
      const backend = createBackend();
      const initial = { ...subscriber, tagging: { tags: assigned, revision: 1 } };
      backend.know({ subscriber: initial, deals });
      backend.setTags(tags, source === 'page');
      const client = createCardClient({ adapter: backend.adapter, initialData: [initial] });
      root.render(
        <SubscriberCardProvider client={client}>
          <SubscriberProvider subscriber={{ id: subscriber.id, channel: subscriber.channel }}>
            <TagPicker />
          </SubscriberProvider>
        </SubscriberCardProvider>,
      );
    },
    unmount: () => root.unmount(),
  };
};
