import type { Tag } from 'subscriber-card';

const subjects = [
  'Invoice',
  'Webinar',
  'Delivery',
  'Refund',
  'Trial',
  'Coupon',
  'Referral',
  'Support',
  'Partner',
  'Event',
];
const states = ['paid', 'open', 'late', 'new', 'vip', 'lost', 'won', 'cold', 'warm', 'done'];
const colors = ['#0c683c', '#854b00', '#b32020', '#3b5bdb', '#6741d9'];

/** An account's tags. Each has a number in its name, so that no two are alike. */
export function createTags(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `tag-${place}`,
    name: `${subjects[place % 10]} ${states[Math.floor(place / 10) % 10]} ${String(place).padStart(5, '0')}`,
    color: colors[place % colors.length] ?? '#3b5bdb',
  }));
}

let vocabulary: readonly Tag[] | undefined;

/** The tags of the account whose cards are shown, made when somebody first asks. */
export function getVocabulary(): readonly Tag[] {
  vocabulary ??= createTags(10_000);
  return vocabulary;
}
