import type { Campaign } from '../../model/campaign.ts';
import type { Subscriber } from '../../model/subscriber.ts';
import type { DemoClock } from './demoClock.ts';
import { pickTags } from './demoTags.ts';
import { marinasVariables, toVariables } from './demoVariables.ts';

/** One or more subscribers of every messaging app, and of everything that can be known or not known of them. */
export function createDemoSubscribers(clock: DemoClock): Subscriber[] {
  return [...createInstagrammers(clock), ...createTelegrammers(clock), ...createOthers(clock)];
}

function createCampaigns({ ago }: DemoClock) {
  return {
    spring: {
      id: 'touch-3',
      name: 'Spring collection · Retargeting BR',
      url: 'https://www.facebook.com/ads/library/?id=804512293671145',
      adId: '804512293671145',
      title: 'The linen you kept looking at',
      body: 'Twelve dresses, cut in São Paulo. Write to us and we set one aside in your size.',
      source: 'Facebook ad',
      clickedAt: ago({ days: 3, hours: 2 }),
      messageId: 'message-1',
    },
    linen: {
      id: 'touch-1',
      name: 'Summer linen · Lookalike 1 %',
      url: 'https://www.facebook.com/ads/library/?id=771930264410982',
      adId: '771930264410982',
      title: 'Linen for the hottest days',
      source: 'Instagram ad',
      clickedAt: ago({ days: 184 }),
    },
    wholesale: {
      id: 'touch-2',
      name: 'Wholesale Iberia · Boutique owners',
      url: 'https://www.facebook.com/ads/library/?id=690114875523307',
      adId: '690114875523307',
      title: 'Stock our linen in your boutique',
      body: 'Samples within a week, no minimum for the first order.',
      source: 'Facebook ad',
      clickedAt: ago({ days: 420 }),
    },
  } satisfies Record<string, Campaign>;
}

function createInstagrammers(clock: DemoClock): Subscriber[] {
  const { ago } = clock;
  const { spring, linen } = createCampaigns(clock);
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

function createTelegrammers(clock: DemoClock): Subscriber[] {
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

function createOthers(clock: DemoClock): Subscriber[] {
  const { ago, day } = clock;
  const { wholesale } = createCampaigns(clock);
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
