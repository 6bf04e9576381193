import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { AdCampaignBadge } from '../src/components/AdCampaignBadge.tsx';
import { AdCampaignReply } from '../src/components/AdCampaignReply.tsx';
import { ContactForm } from '../src/components/ContactForm.tsx';
import { ContactHeader } from '../src/components/ContactHeader.tsx';
import { DealList } from '../src/components/DealList.tsx';
import { SubscriberCard } from '../src/components/SubscriberCard.tsx';
import { SubscriptionStatus } from '../src/components/SubscriptionStatus.tsx';
import { TagPicker } from '../src/components/TagPicker.tsx';
import { VariableEditor } from '../src/components/VariableEditor.tsx';
import { AnatomyPage } from './support/anatomy/AnatomyPage.tsx';
import { cardKeys } from './support/anatomy/keys/cardKeys.ts';
import { contactKeys } from './support/anatomy/keys/contactKeys.ts';
import { dealKeys } from './support/anatomy/keys/dealKeys.ts';
import { campaignKeys, subscriptionKeys } from './support/anatomy/keys/factKeys.ts';
import { headerKeys } from './support/anatomy/keys/headerKeys.ts';
import type { KeyRow } from './support/anatomy/keys/KeyRow.ts';
import { tagKeys } from './support/anatomy/keys/tagKeys.ts';
import { variableKeys } from './support/anatomy/keys/variableKeys.ts';
import type { PublicComponent } from './support/anatomy/sources.ts';
import { card, inCard, loadBackend, marina } from './support/inCard.tsx';

const meta = {
  title: 'Guides/Anatomy',
  tags: ['!autodocs'],
  parameters: { frame: 'bare', controls: { disable: true } },
  decorators: inCard,
  loaders: loadBackend,
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

export const Card = page('SubscriberCard', <SubscriberCard subscriber={marina} />, cardKeys);
export const Header: Story = {
  ...page('ContactHeader', <ContactHeader />, headerKeys),
  parameters: card({ subscriber: { id: 'padel-kyiv' } }),
};
export const Subscription = page('SubscriptionStatus', <SubscriptionStatus />, subscriptionKeys);
export const Campaign = page('AdCampaignBadge', <AdCampaignBadge />, campaignKeys);
export const Variables = page('VariableEditor', <VariableEditor />, variableKeys);
export const Tags = page('TagPicker', <TagPicker />, tagKeys);
export const Deals = page('DealList', <DealList />, dealKeys);
export const Contact = page('ContactForm', <ContactForm />, contactKeys);
export const CampaignReply = page('AdCampaignReply', <AdCampaignReply messageId="message-1" />, []);

/** The page of a component. Its story fails where the page says what is not so. */
function page(component: PublicComponent, specimen: ReactNode, keys: readonly KeyRow[]): Story {
  return {
    render: () => (
      <AnatomyPage component={component} keys={keys}>
        {specimen}
      </AnatomyPage>
    ),
    async play({ canvas, userEvent, loaded, step }) {
      const area = canvas.getByTestId('specimen');
      await waitFor(() => expect(area.querySelector('.sbc-root')).not.toBeNull());
      await waitFor(() => expect(area.querySelector('[data-status=loading]')).toBeNull());
      await step('says each class that is there', async () => {
        const named = canvas
          .getAllByRole('button', { name: /^\.sbc-/ })
          .map(({ textContent }) => textContent);
        const drawn = [...area.querySelectorAll('[class*=sbc-]')].flatMap(({ classList }) => [...classList]);
        const others = component === 'SubscriberCard' ? [] : drawn;
        await expect(others.filter((name) => !named.includes(`.${name}`))).toEqual([]);
      });
      await step('points at a part', async () => {
        const [part] = canvas
          .getAllByRole('button', { name: /^\.sbc-/ })
          .filter(({ textContent }) => textContent !== '.sbc-root' && area.querySelector(textContent ?? ''));
        if (!part) throw new Error('No part of it is drawn.');
        await userEvent.click(part);
        const drawn = area.querySelector(part.textContent ?? '');
        await expect(drawn).toHaveStyle({ outlineStyle: 'solid' });
        await userEvent.click(part);
      });
      for (const {
        keys: [key],
        where,
        check,
      } of keys) {
        await step(`${key}: ${where}`, () => check({ specimen: within(area), userEvent, loaded }));
      }
      area.scrollTop = 0;
      area.parentElement?.scrollTo(0, 0);
    },
  };
}
