import { type Ago, ana, bot, bruno, days, hours, type Person, them } from './person.ts';

/** Telegram and its groups, Messenger, WhatsApp, Viber, TikTok and the live chat. */
export function createMessengerPeople(ago: Ago): readonly Person[] {
  return [
    {
      id: 'olena-shevchenko',
      channel: 'telegram',
      name: 'Олена Шевченко',
      tellsAds: true,
      profile: {
        username: 'olena_shevchenko',
        // The network's link has expired: the card shows initials.
        avatarUrl: '/avatars/expired-olena.svg',
        subscription: { status: 'active', subscribedAt: ago(days(47)), lastActivityAt: ago(12) },
      },
      variables: {
        email: 'olena.shevchenko@poshta.example',
        phone: '+380 67 123 45 67',
        dress_size: '38',
        interested_in: ['sandals'],
        plan: 'free',
        wants_invoices: false,
        delivery_notes: 'Нова пошта, відділення № 14, Київ',
      },
      tags: ['Київ', 'Sandals'],
      unread: 1,
      chat: [
        them(days(3), 'Добрий день! Побачила рекламу сандалів. Чи є 38 розмір?', 'telegram-channel'),
        bot(days(3) - 1, 'Вітаємо, Олено! Зараз перевіримо наявність.'),
        bruno(days(3) - 22, 'Є 38 у кольорах «пісок» і «оливка». Відправимо Новою поштою.'),
        them(days(1), 'Чудово, візьму оливкові. Можна оплатити при отриманні?'),
        ana(days(1) - 5, 'Так, звісно. Надішліть, будь ласка, номер відділення.'),
        them(12, 'Відділення № 14, Київ. Мій телефон 067 123 45 67'),
      ],
    },
    {
      id: 'vip-customers',
      channel: 'telegram',
      kind: 'group',
      name: 'Ateliê Mar · clientes VIP 💎',
      profile: {
        username: 'ateliemar_vip',
        avatarUrl: '/avatars/vip-customers.svg',
        subscription: { status: 'active', subscribedAt: ago(days(610)), lastActivityAt: ago(50) },
        group: {
          memberCount: 1_248,
          shareLink: 'https://t.me/ateliemar_vip',
          inviteLink: { url: 'https://t.me/+Zk3VqXh1mLw5YTQy', expiresAt: ago(-days(30)) },
        },
      },
      variables: {},
      tags: ['VIP', 'Summer 2025'],
      chat: [
        bot(days(1), 'Bom dia! A pré-venda da coleção Resort 2026 abre na sexta, só para este grupo.'),
        { from: 'Juliana Prado', text: 'Vai ter o vestido verde de novo? 😍', minutesAgo: hours(20) },
        { from: 'Rê Castro', text: 'Também quero saber!', minutesAgo: hours(19) },
        ana(hours(18), 'Vai sim, meninas. Volta em dois tons de verde.'),
        { from: 'Juliana Prado', text: 'Já separa o meu, tamanho P!', minutesAgo: 50 },
      ],
    },
    {
      id: 'suppliers',
      channel: 'telegram',
      kind: 'group',
      name: 'Suppliers (private)',
      profile: {
        username: null,
        avatarUrl: null,
        subscription: { status: 'active', subscribedAt: ago(days(88)), lastActivityAt: ago(days(9)) },
        group: {
          memberCount: null,
          shareLink: null,
          inviteLink: { url: 'https://t.me/+oldInvite0000', revoked: true },
        },
      },
      variables: {},
      tags: [],
      chat: [
        {
          from: 'Tecidos Serra',
          text: 'The linen from Santa Catarina leaves on Monday.',
          minutesAgo: days(9) + 30,
        },
        bruno(days(9), 'Thanks. We receive until 17:00.'),
      ],
    },
    {
      id: 'ola-wisniewska',
      channel: 'telegram',
      name: 'Aleksandra Wiśniewska-Brzęczyszczykiewicz de Albuquerque e Castro',
      tellsAds: true,
      profile: {
        username: 'aleksandra_wisniewska_brzeczyszczykiewicz',
        avatarUrl: null,
        subscription: {
          status: 'disabled',
          subscribedAt: ago(days(720)),
          lastActivityAt: ago(days(64)),
          automationPausedUntil: ago(-days(2)),
        },
      },
      variables: {
        email: 'aleksandra.wisniewska-brzeczyszczykiewicz+atelie-mar-newsletter@poczta-firmowa.example',
        phone: '+48 601 234 567',
        dress_size: 'XS (34), long torso',
        portfolio:
          'https://example.com/a/very/long/address/that/never/seems/to/end?with=parameters&and=more#section',
        delivery_notes:
          'Kamienica od podwórza, druga brama, trzecie piętro bez windy. Domofon nie działa, proszę dzwonić. ' +
          'Jeżeli nikogo nie ma, paczkę można zostawić w kwiaciarni na rogu (pani Halina, do 19:00), ale nie w sobotę.',
        orders: '12345678901234567890.123456789',
        interested_in: ['linen', 'sandals', 'swimwear', 'bags', 'jewellery'],
      },
      tags: [
        'Made to measure',
        'Wedding guest',
        'Winter 2025',
        'Autumn 2025',
        'Exchange',
        'Fragile address',
        'Loyal',
      ],
      contact: {
        firstName: 'Aleksandra',
        lastName: 'Wiśniewska-Brzęczyszczykiewicz de Albuquerque e Castro',
        emails: [
          {
            value: 'aleksandra.wisniewska-brzeczyszczykiewicz+atelie-mar-newsletter@poczta-firmowa.example',
            primary: true,
          },
        ],
      },
      deals: [
        {
          name: 'Made-to-measure linen suit with hand-embroidered lapels, second fitting and express delivery to Kraków',
          stepId: 'store-payment',
          amount: '12450000.99',
          currency: 'PLN',
          assigneeId: 'dmytro',
          daysAgo: 66,
        },
      ],
      chat: [
        them(days(65), 'Dzień dobry, czy możliwa jest druga przymiarka online?'),
        bruno(days(65) - 60, 'Dzień dobry! Tak, w piątek o 10:00 przez wideo.'),
        them(days(64), 'Świetnie, do usłyszenia w piątek.'),
      ],
    },
    {
      id: 'james-oconnor',
      channel: 'messenger',
      name: 'James O’Connor',
      tellsAds: true,
      profile: {
        avatarUrl: null,
        subscription: {
          status: 'unsubscribed',
          subscribedAt: ago(days(300)),
          unsubscribedAt: ago(days(40)),
          lastActivityAt: ago(days(41)),
        },
      },
      variables: {
        email: 'james@oconnor.example',
        phone: '+353 86 123 4567',
        orders: '2',
        wants_invoices: false,
      },
      tags: ['Returning'],
      contact: {
        firstName: 'James',
        lastName: 'O’Connor',
        emails: [{ value: 'james@oconnor.example', primary: true }],
      },
      deals: [
        {
          name: 'Gift card',
          stepId: 'store-won',
          amount: '50',
          currency: 'EUR',
          daysAgo: 120,
          by: 'Shop bot',
        },
        {
          name: 'Canvas bag',
          stepId: 'store-won',
          amount: '64.50',
          currency: 'EUR',
          daysAgo: 77,
          by: 'Shop bot',
        },
      ],
      chat: [
        them(days(41), 'Thanks for the bag, my wife loves it.'),
        ana(days(41) - 15, 'So glad to hear it, James!'),
        them(days(40), 'Could you stop the newsletter, please? Two a week is too much for me.'),
        bot(days(40) - 1, 'You are unsubscribed. Write to us whenever you like.'),
      ],
    },
    {
      id: 'giulia-conti',
      channel: 'messenger',
      name: 'Giulia Conti',
      tellsAds: true,
      profile: {
        avatarUrl: '/avatars/giulia-conti.svg',
        subscription: { status: 'active', subscribedAt: ago(days(1)), lastActivityAt: ago(hours(5)) },
      },
      variables: { email: null, phone: '+39 347 123 4567', dress_size: null, plan: null, interested_in: [] },
      tags: [],
      chat: [
        them(days(1), 'Buongiorno, spedite anche in Italia?', 'broken-link'),
        bot(days(1) - 1, 'Buongiorno! Sì, spediamo in tutta Europa in 4–6 giorni.'),
        them(hours(5), 'Perfetto, allora ordino due vestiti.'),
      ],
    },
    {
      id: 'ahmed-alfarsi',
      channel: 'whatsapp',
      name: 'أحمد الفارسي',
      tellsAds: true,
      profile: {
        username: null,
        avatarUrl: null,
        subscription: { status: 'active', subscribedAt: ago(days(8)), lastActivityAt: ago(hours(1)) },
      },
      variables: {
        whatsapp_phone: '+971 50 123 4567',
        email: null,
        dress_size: null,
        budget: { amount: '900.000', currency: 'KWD' },
        wants_invoices: true,
        birthday: null,
      },
      tags: ['دبي', 'Instagram ad'],
      deals: [
        {
          name: 'هدية لعيد الميلاد',
          stepId: 'store-quote',
          amount: '1450.00',
          currency: 'AED',
          assigneeId: 'ana',
          daysAgo: 7,
        },
      ],
      unread: 3,
      chat: [
        them(days(8), 'السلام عليكم، شفت الإعلان. هل يوجد شحن إلى دبي؟', 'click-to-whatsapp'),
        bot(days(8) - 1, 'وعليكم السلام! نعم، الشحن إلى دبي مجاني.'),
        ana(days(7), 'أهلاً أحمد، أرسلت لك عرض السعر: 1450 درهم مع التغليف.'),
        them(hours(1) + 3, 'ممتاز'),
        them(hours(1) + 2, 'أحتاج فاتورة باسم الشركة'),
        them(hours(1), 'بريدي ahmed@alfarsi.example'),
      ],
    },
    {
      id: 'sophie-dubois',
      channel: 'whatsapp',
      name: 'Sophie Dubois-Lefèvre',
      tellsAds: true,
      profile: {
        username: 'boutique.mediterranee',
        avatarUrl: '/avatars/sophie-dubois.svg',
        subscription: { status: 'active', subscribedAt: ago(days(950)), lastActivityAt: ago(hours(26)) },
      },
      variables: {
        whatsapp_phone: '+33 6 12 34 56 78',
        email: 'sophie@boutique-mediterranee.example',
        plan: 'gold',
        orders: '44',
        wants_invoices: true,
        budget: { amount: '20000.00', currency: 'EUR' },
        shop_id: 'shop-00017',
      },
      tags: ['Wholesale', 'VIP', 'Paris', 'Fair 2025', 'Loyal', 'Bags'],
      contact: {
        firstName: 'Sophie',
        lastName: 'Dubois-Lefèvre',
        phones: [
          { value: '+33 6 12 34 56 78', primary: true },
          { value: '+33 4 93 12 34 56', primary: false },
        ],
        emails: [
          { value: 'sophie@boutique-mediterranee.example', primary: true },
          { value: 'commandes@boutique-mediterranee.example', primary: false },
        ],
        assigneeId: 'dmytro',
        fields: {
          company: 'Boutique Méditerranée SARL',
          job_title: 'Gérante',
          tax_id: 'FR 40 303265045',
          street: '18 rue de la Préfecture',
          postal_code: '06300',
          city: 'Nice',
          country: 'France',
          birthday: '1978-02-11',
          language: 'fr',
          payment_terms: 'net30',
          credit_limit: { amount: '25000.00', currency: 'EUR' },
          annual_volume: { amount: '148230.75', currency: 'EUR' },
          shop_size: '85.5',
          newsletter: true,
          categories: ['dresses', 'bags'],
          last_visit: ago(days(61)),
          website: 'https://boutique-mediterranee.example/',
          accounting_email: 'compta@boutique-mediterranee.example',
          notes:
            'Livraison par la rue derrière, avant 9 h.\nPréfère le téléphone pour les réassorts urgents.',
        },
      },
      deals: createOrders(45),
      chat: [
        them(days(2), 'Bonjour ! Où en est le réassort de paniers ?'),
        bruno(days(2) - 25, 'Bonjour Sophie, il part demain. Vous recevez le suivi ce soir.'),
        them(days(2) - 31, 'Merci. Comptez aussi dix robes taille 38 pour décembre.'),
        bruno(hours(30), 'C’est noté, je vous prépare le devis.'),
        them(hours(26), 'Parfait, à bientôt.'),
      ],
    },
    {
      id: 'iryna-bondar',
      channel: 'viber',
      name: 'Ірина Бондар',
      profile: {
        avatarUrl: null,
        subscription: { status: 'active', subscribedAt: ago(days(15)), lastActivityAt: ago(days(3)) },
      },
      variables: { email: null, phone: '+380 50 765 43 21', orders: '1' },
      tags: ['First order', 'Київ'],
      deals: [
        {
          name: 'Лляна сорочка',
          stepId: 'store-won',
          amount: '1890.00',
          currency: 'UAH',
          daysAgo: 14,
          by: 'Shop bot',
        },
      ],
      chat: [
        bot(days(14), 'Дякуємо за покупку, Ірино! «Лляна сорочка» вже пакується.'),
        them(days(3), 'Отримала, дуже гарна. А чи можна обміняти на менший розмір?'),
      ],
    },
    {
      id: 'emre-yilmaz',
      channel: 'tiktok',
      name: 'Emre Yılmaz',
      profile: {
        username: 'emreyilmaz.tasarim',
        avatarUrl: null,
        subscription: { status: 'active', subscribedAt: ago(days(4)), lastActivityAt: ago(days(4)) },
      },
      variables: { email: 'emre@tasarim.example', phone: null, dress_size: null },
      tags: ['İstanbul'],
      chat: [
        them(days(4) + 6, 'Merhaba, videodaki çantayı İstanbul’a gönderiyor musunuz?'),
        bot(days(4) + 5, 'Merhaba! Evet, kargo 5–7 iş günü sürüyor.'),
        them(days(4), 'Harika, teşekkürler.'),
      ],
    },
    {
      id: 'visitor-8f3a',
      channel: 'live-chat',
      name: 'Visitor from Porto',
      profile: {
        subscription: { status: 'active', subscribedAt: ago(hours(9)), lastActivityAt: ago(hours(8)) },
        readOnly: 'They asked us to erase their data',
      },
      variables: {
        email: null,
        phone: null,
        utm_source: 'google',
        utm_campaign: 'brand-pt-2025',
        landing_page: 'https://ateliemar.example/vestidos?utm_source=google',
      },
      tags: ['Google'],
      chat: [
        bot(hours(9), 'Olá! Podemos ajudar?'),
        them(hours(9) - 2, 'Boa tarde. Por favor apaguem todos os dados que têm sobre mim.'),
        ana(hours(8), 'Claro, o pedido já foi encaminhado à equipa de privacidade.'),
      ],
    },
  ];
}

const goods = ['Robes d’été', 'Paniers tressés', 'Sandales', 'Chemises en lin', 'Foulards'];
const wholesaleSteps = [
  'won',
  'won',
  'won',
  'lost',
  'won',
  'negotiation',
  'samples',
  'contract',
  'contacted',
];

/** The orders of a shop that buys every month, so that there is more than one page of them. */
function createOrders(count: number): NonNullable<Person['deals']> {
  return Array.from({ length: count }, (_, index) => {
    const isOld = index < count - 5;
    const step = isOld ? wholesaleSteps[index % 5] : wholesaleSteps[4 + (count - index)];
    return {
      name: `${goods[index % goods.length]} · commande ${index + 1}`,
      stepId: `wholesale-${step ?? 'contacted'}`,
      amount: `${800 + ((index * 373) % 5200)}.${String((index * 37) % 100).padStart(2, '0')}`,
      currency: 'EUR',
      assigneeId: index % 3 === 0 ? 'dmytro' : 'carla',
      daysAgo: (count - index) * 20,
    };
  });
}
