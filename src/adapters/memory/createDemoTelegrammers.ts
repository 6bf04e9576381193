import type { Subscriber } from '../../model/subscriber.ts';
import type { DemoClock } from './demoClock.ts';
import { pickTags } from './demoTags.ts';
import { toVariables } from './demoVariables.ts';

/** Persons and a group, from everything known to nothing known. */
export function createDemoTelegrammers(clock: DemoClock): Subscriber[] {
  const { ago } = clock;
  return [
    {
      id: 'olena',
      channel: 'telegram',
      kind: 'person',
      name: 'Олена Коваленко',
      username: 'olena_koval',
      avatarUrl: null,
      subscription: {
        status: 'active',
        subscribedAt: ago({ days: 57 }),
        lastActivityAt: ago({ minutes: 38 }),
        automationPausedUntil: ago({ hours: -3 }),
      },
      campaigns: [
        {
          id: 'touch-4',
          name: 'Осіння колекція · Київ',
          url: 'https://www.facebook.com/ads/library/?id=912250031877460',
          source: 'Telegram ad',
          clickedAt: ago({ days: 57 }),
        },
      ],
      variables: toVariables({
        email: 'olena.kovalenko@ukr.net',
        phone: '+380 67 123 45 67',
        dressSize: 'L / 44',
        interests: ['bags', 'dresses', 'scarves'],
        wantsInvoices: true,
        notes: 'Пише ввечері, після роботи.',
      }),
      tagging: { tags: pickTags('uk', 'kyiv', 'returning') },
    },
    {
      id: 'padel-kyiv',
      channel: 'telegram',
      kind: 'group',
      name: 'Падел · Київ 🎾',
      username: 'padel_kyiv',
      avatarUrl: null,
      subscription: {
        status: 'active',
        subscribedAt: ago({ days: 240 }),
        lastActivityAt: ago({ minutes: 1 }),
      },
      group: {
        memberCount: 1280,
        shareLink: 'https://t.me/padel_kyiv',
        inviteLink: { url: 'https://t.me/+Qk3v9fTzW1A0ZDgy', expiresAt: ago({ days: -6 }), revoked: false },
      },
      variables: [],
      tagging: { tags: pickTags('kyiv', 'giveaway') },
    },
    {
      id: 'maximilian',
      channel: 'telegram',
      kind: 'person',
      name: 'Maximilian-Alexander Friedrich von Hohenberg-Wittgenstein zu Schwarzenfels',
      username: 'maximilian_alexander_von_hohenberg',
      avatarUrl: null,
      subscription: { status: 'active', subscribedAt: ago({ days: 700 }), lastActivityAt: null },
      campaigns: [],
      variables: toVariables({
        email: 'maximilian-alexander.von-hohenberg-wittgenstein@verwaltung.schloss-schwarzenfels.example.com',
        phone: '+49 6056 555 0142 ext. 88123',
        website:
          'https://www.schloss-schwarzenfels.example.com/sammlungen/textilien/leinen-und-seide/?sortierung=neueste&ansicht=raster',
        notes: `Orders table linen for the castle's restaurant twice a year.\n${'Monogram in the lower left corner, thread no. 3371, never on the fold; deliver to the gate house and ring the bell twice. '.repeat(6).trim()}`,
        spent: { amount: '184250.75', currency: 'EUR' },
      }),
      tagging: { tags: pickTags('wholesale', 'boutique', 'made-to-measure', 'quote', 'do-not-call', 'late') },
    },
    {
      id: 'smile',
      channel: 'telegram',
      kind: 'person',
      name: '🙂',
      username: null,
      avatarUrl: null,
      subscription: { status: 'disabled', subscribedAt: ago({ days: 4 }), lastActivityAt: ago({ days: 4 }) },
      variables: [],
      tagging: { tags: [] },
    },
  ];
}
