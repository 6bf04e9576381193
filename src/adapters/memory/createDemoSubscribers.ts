import type { Subscriber } from '../../model/subscriber.ts';
import { createDemoCampaigns } from './createDemoCampaigns.ts';
import { createDemoInstagrammers } from './createDemoInstagrammers.ts';
import { createDemoTelegrammers } from './createDemoTelegrammers.ts';
import type { DemoClock } from './demoClock.ts';
import { pickTags } from './demoTags.ts';
import { toVariables } from './demoVariables.ts';

/** One or more subscribers of every messaging app, and of everything that can be known or not known of them. */
export function createDemoSubscribers(clock: DemoClock): Subscriber[] {
  return [...createDemoInstagrammers(clock), ...createDemoTelegrammers(clock), ...createOthers(clock)];
}

function createOthers(clock: DemoClock): Subscriber[] {
  const { ago, day } = clock;
  const { wholesale } = createDemoCampaigns(clock);
  return [
    {
      id: 'james',
      channel: 'messenger',
      kind: 'person',
      name: 'James Whitfield',
      avatarUrl: null,
      subscription: {
        status: 'active',
        subscribedAt: ago({ days: 420 }),
        lastActivityAt: ago({ hours: 20 }),
      },
      campaigns: [wholesale],
      variables: toVariables({
        email: 'james@whitfieldandsons.co.uk',
        phone: '+44 20 7946 0018',
        wantsInvoices: true,
        orders: '45',
        spent: { amount: '61480', currency: 'EUR' },
      }),
      tagging: { tags: pickTags('wholesale', 'vip', 'en', 'lisbon') },
    },
    {
      id: 'joana',
      channel: 'messenger',
      kind: 'person',
      name: 'Joana Figueiredo',
      avatarUrl: null,
      subscription: {
        status: 'unsubscribed',
        subscribedAt: ago({ days: 300 }),
        unsubscribedAt: ago({ days: 20 }),
        lastActivityAt: ago({ days: 21 }),
      },
      campaigns: [],
      variables: toVariables({ email: 'joana.figueiredo@sapo.pt', birthday: '1978-02-28' }),
      tagging: { tags: pickTags('newsletter') },
      readOnly: 'Looked after by the Lisbon team.',
    },
    {
      id: 'noura',
      channel: 'whatsapp',
      kind: 'person',
      name: 'نورة العتيبي',
      avatarUrl: null,
      subscription: {
        status: 'active',
        subscribedAt: ago({ days: 18 }),
        lastActivityAt: ago({ minutes: 12 }),
      },
      campaigns: [
        {
          id: 'touch-5',
          name: 'فساتين العيد · الرياض',
          url: 'https://www.facebook.com/ads/library/?id=558201947736610',
          title: 'فساتين من الكتان الطبيعي',
          source: 'Facebook ad',
          clickedAt: ago({ days: 18 }),
          messageId: 'message-7',
        },
      ],
      variables: toVariables({
        phone: '+966 55 123 4567',
        email: null,
        dressSize: 'M / 40',
        birthday: day(-11_322),
        notes: 'تفضل التواصل بالعربية بعد العصر.',
      }).map((variable) =>
        variable.key === 'phone' ? { ...variable, readOnly: 'This is the WhatsApp number.' } : variable,
      ),
      tagging: { tags: pickTags('ar', 'riyadh', 'wedding') },
    },
    {
      id: 'ivanna',
      channel: 'viber',
      kind: 'person',
      name: 'Іванна 🌻',
      avatarUrl: null,
      subscription: {
        status: 'unsubscribed',
        subscribedAt: ago({ days: 77 }),
        unsubscribedAt: ago({ days: 2 }),
        lastActivityAt: ago({ days: 2, hours: 1 }),
      },
      variables: toVariables({ phone: '+380 50 765 43 21', interests: [], tier: 'bronze' }),
      tagging: { tags: pickTags('uk', 'undecided') },
    },
    {
      id: 'rafa',
      channel: 'tiktok',
      kind: 'person',
      name: 'Rafa baila 🕺🏽✨',
      username: 'rafa.baila',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 6 }), lastActivityAt: ago({ hours: 3 }) },
      variables: toVariables({ email: null, phone: null, interests: ['men'] }),
      tagging: { tags: pickTags('creator', 'giveaway', 'love') },
    },
    {
      id: 'beatriz',
      channel: 'live-chat',
      kind: 'person',
      name: 'Beatriz Antunes',
      subscription: {
        status: 'active',
        subscribedAt: ago({ minutes: 9 }),
        lastActivityAt: ago({ minutes: 0 }),
      },
      campaigns: [
        {
          id: 'touch-6',
          name: 'autumn-sale',
          url: null,
          source: 'utm_source=google',
          clickedAt: ago({ minutes: 11 }),
        },
      ],
      variables: toVariables({ email: 'beatriz.antunes@gmail.com', phone: null, wantsInvoices: null }),
      tagging: { tags: pickTags('lisbon', 'first') },
    },
  ];
}
