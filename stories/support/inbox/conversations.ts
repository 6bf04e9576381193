import type { SubscriberRef } from '../../../src/model/subscriber.ts';

export interface Message {
  readonly id: string;
  readonly text: string;
  /** Minutes before the moment of the stories. */
  readonly ago: number;
  readonly isOurs?: boolean;
}

export interface Conversation {
  readonly subscriber: SubscriberRef & { readonly channel: string };
  readonly name: string;
  readonly app: string;
  /** Of what they write. */
  readonly lang: string;
  readonly messages: readonly [Message, ...Message[]];
  readonly isUnread?: boolean;
}

/** Who writes to a small fashion house on one afternoon. */
export const conversations: readonly [Conversation, ...Conversation[]] = [
  {
    subscriber: { id: 'marina', channel: 'instagram' },
    name: 'Marina Oliveira',
    app: 'Instagram',
    lang: 'en',
    messages: [
      { id: 'message-1', ago: 26, text: 'Hi! Is the green one still there in M?' },
      {
        id: 'marina-2',
        ago: 22,
        isOurs: true,
        text: 'It is. Shall I set it aside for your fitting on Friday?',
      },
      { id: 'marina-3', ago: 6, text: 'Yes please. I think I need an L by now, though. Can we try both?' },
      { id: 'marina-4', ago: 4, text: 'And is the shawl made of the same linen?' },
    ],
  },
  {
    subscriber: { id: 'beatriz', channel: 'live-chat' },
    name: 'Beatriz Antunes',
    app: 'Live chat',
    lang: 'pt',
    messages: [
      { id: 'beatriz-1', ago: 9, text: 'Olá! A loja de Lisboa está aberta no sábado?' },
      { id: 'beatriz-2', ago: 7, isOurs: true, text: 'Está, das 10 às 19 horas. Até sábado!' },
    ],
  },
  {
    subscriber: { id: 'noura', channel: 'whatsapp' },
    name: 'نورة العتيبي',
    app: 'WhatsApp',
    lang: 'ar',
    isUnread: true,
    messages: [
      { id: 'message-7', ago: 31, text: 'السلام عليكم، هل يصل الفستان قبل العيد؟' },
      { id: 'noura-2', ago: 18, isOurs: true, text: 'وعليكم السلام! نعم، نرسله يوم الأحد.' },
      { id: 'noura-3', ago: 12, text: 'ممتاز، شكراً لكم.' },
    ],
  },
  {
    subscriber: { id: 'olena', channel: 'telegram' },
    name: 'Олена Коваленко',
    app: 'Telegram',
    lang: 'uk',
    isUnread: true,
    messages: [
      { id: 'olena-1', ago: 52, text: 'Доброго дня! Сумка вже готова?' },
      { id: 'olena-2', ago: 44, isOurs: true, text: 'Так, залишилося вибрати колір ременя.' },
      { id: 'olena-3', ago: 38, text: 'Тоді темний, як на фото.' },
    ],
  },
  {
    subscriber: { id: 'padel-kyiv', channel: 'telegram' },
    name: 'Падел · Київ 🎾',
    app: 'Telegram',
    lang: 'uk',
    messages: [
      { id: 'padel-1', ago: 75, isOurs: true, text: 'Сорочки для команди пошиті. Хто забере?' },
      { id: 'padel-2', ago: 61, text: 'Я заберу завтра після гри.' },
    ],
  },
  {
    subscriber: { id: 'rafa', channel: 'tiktok' },
    name: 'Rafa baila 🕺🏽✨',
    app: 'TikTok',
    lang: 'es',
    messages: [
      { id: 'rafa-1', ago: 195, text: '¿La camisa del último video también viene en blanco?' },
      { id: 'rafa-2', ago: 180, isOurs: true, text: 'Sí, y en arena. ¿Qué talla usas?' },
    ],
  },
  {
    subscriber: { id: 'james', channel: 'messenger' },
    name: 'James Whitfield',
    app: 'Messenger',
    lang: 'en',
    messages: [
      {
        id: 'james-1',
        ago: 1230,
        text: 'Samples arrived, and the shirts are lovely. Can you hold 45 for Bath?',
      },
      { id: 'james-2', ago: 1200, isOurs: true, text: 'Held until Monday. The quote is on its way.' },
    ],
  },
  {
    subscriber: { id: 'ivanna', channel: 'viber' },
    name: 'Іванна 🌻',
    app: 'Viber',
    lang: 'uk',
    messages: [{ id: 'ivanna-1', ago: 2940, text: 'Дякую, поки що не треба.' }],
  },
];
