import { en } from '../../../src/i18n/en.ts';

/** A control, and what assistive technology and the tests of hosts call it. */
export interface AccessibleName {
  readonly control: string;
  readonly role: string;
  readonly names: readonly string[];
}

const { card, variables, copy, tags, deals, dealForm, contact, header, save, form, conflict, undo, section } =
  en.messages;

/** A promise: one of them changes only with a major version. In braces stands what is shown there. */
export const accessibleNames: readonly AccessibleName[] = [
  {
    control: 'the card; a second one on a page',
    role: 'complementary',
    names: [card.landmark, card.landmarkOf('{name}')],
  },
  { control: 'a section that folds', role: 'button', names: [section.variables, section.tags] },
  { control: 'the pencil of a variable', role: 'button', names: [variables.edit('{label}')] },
  { control: 'its editor', role: 'textbox, combobox, switch', names: ['{label}'] },
  {
    control: 'clear it, copy it',
    role: 'button',
    names: [variables.clear('{label}'), variables.copy('{label}'), copy.copied],
  },
  { control: 'a value that is hidden', role: 'button', names: [variables.show('{label}')] },
  { control: 'the field of tags', role: 'combobox', names: [tags.add] },
  { control: 'an assigned tag', role: 'button', names: [tags.remove('{name}')] },
  { control: 'the tabs of the CRM', role: 'tab', names: [deals.tab, contact.addTab, contact.tab] },
  { control: 'more deals, a new one', role: 'button', names: [deals.showMore(), deals.add] },
  {
    control: 'its form',
    role: 'combobox, textbox',
    names: [
      dealForm.pipeline,
      dealForm.step,
      dealForm.name,
      dealForm.value,
      dealForm.currency,
      dealForm.assignee,
    ],
  },
  { control: 'the end of that form', role: 'button', names: [dealForm.save, dealForm.cancel] },
  {
    control: 'a deal of the list',
    role: 'button; link',
    names: [deals.edit('{name}'), deals.open('{name}')],
  },
  {
    control: 'the contact',
    role: 'textbox',
    names: [contact.firstName, contact.lastName, contact.phone, contact.email],
  },
  {
    control: 'its buttons',
    role: 'button',
    names: [
      contact.addPhone,
      contact.addEmail,
      contact.removePhone(2),
      contact.makePrimary,
      contact.moreFields,
      contact.save,
      contact.cancel,
    ],
  },
  { control: 'the links of a group', role: 'button', names: [header.copyShareLink, header.copyInviteLink] },
  { control: 'a campaign', role: 'link', names: ['{campaign name}'] },
  { control: 'what could not be saved', role: 'button', names: [save.retry, save.discard] },
  {
    control: 'what two people have changed',
    role: 'button',
    names: [conflict.keepMine, conflict.takeTheirs],
  },
  { control: 'text that would be lost', role: 'alertdialog', names: [form.discardQuestion] },
  { control: 'the last change', role: 'button', names: [undo.undo] },
];
