import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { findOverflow } from './findOverflow.ts';
import { playStory } from './playStory.ts';

// K8, K18: reflow in columns of four widths, with text twice as large, and with the reader's own text spacing (1.4.12)
// and font.

beforeAll(async () => {
  await page.viewport(480, 1800);
});
afterAll(async () => {
  await page.viewport(480, 900);
});

const spacing = `.sbc-root :is([class^='sbc-'], [class*=' sbc-'], bdi) {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  .sbc-root p { margin-block-end: 2em !important }`;

const letters = {
  'as it is': '',
  'twice as large': '.sbc-root { --sbc-font-size: 28px }',
  'with text spacing': spacing,
  'in a wide font of the reader’s own': '* { font-family: monospace !important }',
};

const shown = [
  'SubscriberCard/Instagram',
  'SubscriberCard/Telegram',
  'SubscriberCard/TelegramGroup',
  'SubscriberCard/Messenger',
  'SubscriberCard/WhatsApp',
  'SubscriberCard/Viber',
  'SubscriberCard/TikTok',
  'SubscriberCard/LiveChat',
  'SubscriberCard/LongText',
  'SubscriberCard/RightToLeft',
  'SubscriberCard/LoadFailed',
  'SubscriberCard/DeletedElsewhere',
  'SubscriberCard/SignedOut',
  'SubscriberCard/Empty',
  'VariableEditor/EveryType',
  'VariableEditor/Editing',
  'VariableEditor/InvalidValue',
  'VariableEditor/ChangedElsewhere',
  'VariableEditor/SaveFailed',
  'VariableEditor/LongText',
  'TagPicker/LongText',
  'TagPicker/SaveFailed',
  'DealList/InvalidValue',
  'DealList/ChangedElsewhere',
  'DealList/DeletedElsewhere',
  'DealList/LongText',
  'ContactForm/Editing',
  'ContactForm/InvalidValue',
  'ContactForm/ChangedElsewhere',
  'ContactForm/LongText',
  'ContactHeader/LongText',
  'AdCampaignBadge/LongText',
  'AdCampaignReply/LongText',
  'Localization/Arabic',
  'Localization/Russian',
  'Localization/Pseudo',
];

test.each(shown)('nothing is cut or overlaps in %s', { timeout: 60_000 }, async (name) => {
  await playStory(name);
  const frame = document.querySelector('main');
  if (frame) frame.style.padding = '0';
  const column = document.querySelector<HTMLElement>('.story-column');
  if (!column) throw new Error('The frame of the stories has no column.');
  const style = document.head.appendChild(document.createElement('style'));
  const problems: string[] = [];
  for (const [how, css] of Object.entries(letters)) {
    style.textContent = css;
    for (const width of [280, 320, 340, 420]) {
      column.style.inlineSize = `${width}px`;
      await new Promise(requestAnimationFrame);
      problems.push(...findOverflow().map((problem) => `${width} px, ${how}: ${problem}`));
    }
  }
  style.remove();
  expect(problems).toEqual([]);
});
