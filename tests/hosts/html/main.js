import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';
import { defineSubscriberCard } from 'subscriber-card/element';

const card = document.querySelector('subscriber-card');
const output = document.querySelector('output');

if (card && output) {
  card.adapter = createMemoryAdapter(createDemoData());
  card.subscriber = { id: 'marina', channel: 'instagram' };
  card.addEventListener('sbc-event', ({ detail }) => {
    output.value = detail.type;
  });
}
defineSubscriberCard();
