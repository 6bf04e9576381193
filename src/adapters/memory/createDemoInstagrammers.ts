import type { Subscriber } from '../../model/subscriber.ts';
import { createDemoCampaigns } from './createDemoCampaigns.ts';
import type { DemoClock } from './demoClock.ts';
import { pickTags } from './demoTags.ts';
import { marinasVariables, toVariables } from './demoVariables.ts';

/** Who follows whom, in every combination, and where it cannot be known. */
export function createDemoInstagrammers(clock: DemoClock): Subscriber[] {
  const { ago } = clock;
  const { spring, linen } = createDemoCampaigns(clock);
  return [
    {
      id: 'marina',
      channel: 'instagram',
      kind: 'person',
      name: 'Marina Oliveira',
      username: 'marina.oliveira',
      avatarUrl: null,
      subscription: {
        status: 'active',
        subscribedAt: ago({ days: 184 }),
        lastActivityAt: ago({ minutes: 4 }),
      },
      instagram: {
        followsBusiness: true,
        followedByBusiness: false,
        followerCount: 1842,
        checkedAt: ago({ minutes: 4 }),
      },
      campaigns: [spring, linen],
      variables: marinasVariables(clock),
      tagging: { tags: pickTags('vip', 'spring', 'cart', 'sao-paulo') },
    },
    {
      id: 'misaki',
      channel: 'instagram',
      kind: 'person',
      name: '佐藤 美咲',
      username: 'misaki.sato_',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 31 }), lastActivityAt: ago({ hours: 7 }) },
      instagram: { followsBusiness: null, followedByBusiness: null, unavailable: 'no-consent' },
      campaigns: [],
      variables: toVariables({
        email: 'misaki@sato-design.jp',
        phone: null,
        dressSize: 'S / 36',
        notes: null,
      }),
      tagging: { tags: pickTags('ja', 'tokyo') },
    },
    {
      id: 'giulia',
      channel: 'instagram',
      kind: 'person',
      name: 'Giulia Ferraro',
      username: 'giuliaferraro',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 612 }), lastActivityAt: ago({ days: 2 }) },
      instagram: {
        followsBusiness: true,
        followedByBusiness: true,
        followerCount: 248_310,
        verified: true,
        checkedAt: ago({ days: 2 }),
      },
      campaigns: [linen],
      variables: toVariables({
        email: 'press@giuliaferraro.it',
        website: 'https://giuliaferraro.it',
        tier: null,
      }),
      tagging: { tags: pickTags('creator', 'press') },
    },
    {
      id: 'thiago',
      channel: 'instagram',
      kind: 'person',
      name: 'Thiago Nascimento',
      username: 'thi.nascimento',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 12 }), lastActivityAt: ago({ hours: 1 }) },
      instagram: { followsBusiness: false, followedByBusiness: true, followerCount: 530 },
      campaigns: [spring],
      variables: toVariables({ email: null, phone: null, orders: '0' }),
      tagging: { tags: pickTags('men', 'pt') },
    },
    {
      id: 'chidi',
      channel: 'instagram',
      kind: 'person',
      name: 'Chidi Okafor',
      username: 'chidi_o',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 1 }), lastActivityAt: ago({ days: 1 }) },
      instagram: { followsBusiness: false, followedByBusiness: false, followerCount: 0 },
      campaigns: [],
      variables: toVariables({ email: null, wantsInvoices: false }),
      tagging: { tags: [] },
    },
    {
      id: 'lea',
      channel: 'instagram',
      kind: 'person',
      name: 'Léa Fontaine',
      username: 'lea.fontaine',
      avatarUrl: null,
      subscription: {
        status: 'blocked',
        subscribedAt: ago({ days: 95 }),
        unsubscribedAt: ago({ days: 9 }),
        lastActivityAt: ago({ days: 9 }),
      },
      instagram: { followsBusiness: null, followedByBusiness: null, unavailable: 'blocked' },
      campaigns: [],
      variables: toVariables({ email: 'lea.fontaine@posteo.net', orders: '1' }),
      tagging: { tags: pickTags('complaint', 'refund') },
    },
  ];
}
