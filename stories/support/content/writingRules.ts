import { en } from '../../../src/i18n/en.ts';

/** How we write. What is done well is quoted from the card, so that it is always what the card says. */
export interface WritingRule {
  readonly rule: string;
  readonly why: string;
  readonly say: readonly string[];
  readonly not: readonly string[];
}

const {
  deals,
  dealForm,
  contact,
  errors,
  validation,
  form,
  variables,
  save,
  campaign,
  banner,
  tags,
  undo,
  section,
} = en.messages;

export const writingRules: readonly WritingRule[] = [
  {
    rule: 'Sentence case, and no full stop on what is short',
    why: 'Labels and buttons are read a hundred times a day. Only names have capitals; only sentences end with a stop.',
    say: [deals.add, contact.firstName, section.retry],
    not: ['Add Deal', 'First Name:', 'Retry.'],
  },
  {
    rule: 'A button says what it does, with a verb',
    why: 'Who looks at the button alone knows what will happen. “OK” and “Submit” say nothing.',
    say: [dealForm.save, contact.save, form.keepEditing, undo.undo],
    not: ['OK', 'Submit', 'Yes', 'Changes'],
  },
  {
    rule: 'An error says what to do',
    why: 'First what is expected, with an example. Nobody is blamed, nothing is “invalid”, and what was typed stays.',
    say: [validation['not-a-number'], validation['not-an-email'], validation['not-an-option']],
    not: ['Invalid input!', 'Wrong email format', 'Error 422'],
  },
  {
    rule: 'What failed is told with its reason',
    why: 'Two short parts: what did not happen, and why. The way on stands beside it as a button.',
    say: [`${save.failed}: ${errors.unknown}`, section.failed(section.deals), errors.unauthorized],
    not: ['Oops! Something broke :(', 'Request failed with status 401', 'Unable to process your request'],
  },
  {
    rule: 'No is not unknown',
    why: 'What is not set, what nobody knows, what cannot be known here and what could not be loaded read differently.',
    say: [
      variables.notSet,
      en.messages.instagram.followsYouUnknown,
      campaign.none,
      section.unsupported(section.deals),
    ],
    not: ['N/A', '—', 'null', '0'],
  },
  {
    rule: 'What is empty says what to do',
    why: 'One line that says that there is nothing yet, and one that says how something comes.',
    say: [`${deals.none}. ${deals.noneHint}`, `${tags.none}. ${tags.noneHint}`],
    not: ['No data', 'Nothing to see here!'],
  },
  {
    rule: 'Calm, and in the present',
    why: 'It is said what is, without exclamation marks, apologies or jokes: the hundredth time nobody laughs.',
    say: [banner.offline(2), en.messages.notice.notKept, save.waiting],
    not: ['Sorry, you seem to be offline!', 'Successfully saved!!'],
  },
];
