import 'subscriber-card/styles.css';
import { createRoot } from 'react-dom/client';
import {
  createCardClient,
  DealList,
  SubscriberCardProvider,
  SubscriberProvider,
  VariableEditor,
} from 'subscriber-card';
import type { CreateList } from '../../pages/List.ts';
import { createBackend } from './createBackend.ts';

export const createList: CreateList = (place) => {
  const root = createRoot(place);
  return {
    row: '.sbc-row, .sbc-deal',
    mount(rows, person) {
      const { id, channel } = person.subscriber;
      const backend = createBackend();
      backend.know(person);
      const client = createCardClient({ adapter: backend.adapter, initialData: [person.subscriber] });
      root.render(
        <SubscriberCardProvider client={client}>
          <SubscriberProvider subscriber={{ id, channel }}>
            {rows === 'deals' ? <DealList /> : <VariableEditor />}
          </SubscriberProvider>
        </SubscriberCardProvider>,
      );
    },
    unmount: () => root.unmount(),
  };
};
