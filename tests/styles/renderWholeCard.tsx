// The letters that the card is drawn for: a test of widths would else be one of the machine's own font.
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import { screen } from '@testing-library/react';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { marina, type PartOptions, renderPart } from '../support/renderPart.tsx';

/** The demonstration's card of Marina, who has something of everything; drawn to its end. */
export async function renderWholeCard(options: PartOptions = {}): Promise<HTMLElement> {
  const { container } = renderPart(
    <SubscriberCard subscriber={marina} />,
    createMemoryAdapter(createDemoData()),
    options,
  );
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  await screen.findByRole('tab', { name: 'Contact' });
  await screen.findAllByText('Wedding guest dress');
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 14px Inter`)));
  return container.querySelector('.sbc-card') as HTMLElement;
}
