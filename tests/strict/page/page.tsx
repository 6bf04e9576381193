import { expect, userEvent, waitFor } from 'storybook/test';
import { createDemoData, createMemoryAdapter } from 'subscriber-card/adapters/memory';
import { defineSubscriberCard } from 'subscriber-card/element';
import { settled } from '../../a11y/settled.ts';
import { composeAll, type PlayableStory } from '../../a11y/stories.ts';

const nonce = document.querySelector('script')?.nonce;
const strict = nonce ? { nonce } : { nativeSelect: true };
const stories: readonly PlayableStory[] = [
  ...composeAll(strict),
  { name: 'Element/Default', run: drawElement },
];

/** What can be opened: editors, pickers, selects, popovers, forms, sections. */
const openers = [
  '[role=combobox]',
  'select',
  '[aria-haspopup]',
  '[aria-expanded=false]',
  '[role=tab][aria-selected=false]',
  '.sbc-editable button',
].join();

/** A list may have thousands of rows. */
const ENOUGH = 40;
const opened = new Set<string>();

/** What the test asks of the page. */
const storyPage = {
  names: stories.map(({ name }) => name),

  /** Draws a story in place of the last and plays it. */
  async play(name: string): Promise<void> {
    const canvas = document.createElement('div');
    document.body.replaceChildren(canvas);
    await stories.find((story) => story.name === name)?.run(canvas);
    await settled();
  },

  /** Opens all that can be opened in what is drawn and has not been in another story, and says how much it was. */
  async openAll(): Promise<number> {
    let count = 0;
    for (let next = findOpener(); next && count < ENOUGH; next = findOpener()) {
      opened.add(nameOf(next));
      count += 1;
      await userEvent.click(next);
      await nextFrame();
      await userEvent.keyboard('{Escape}');
      await nextFrame();
    }
    return count;
  },

  break(what: string): void {
    try {
      breaks[what]?.();
    } catch {
      // Trusted Types throws as well.
    }
  },
};

/** What no page under the policy can do unheard. */
const breaks: { readonly [what: string]: () => void } = {
  'a style attribute': () => document.body.setAttribute('style', 'color: red'),
  'a style element': () => document.head.append(document.createElement('style')),
  'markup out of a text': () => {
    document.body.innerHTML = '<p>text</p>';
  },
};

Object.assign(window, { storyPage });

/** `<subscriber-card>`, whose styles no stylesheet of the page brings. */
async function drawElement(canvas: HTMLElement): Promise<void> {
  defineSubscriberCard();
  const element = document.createElement('subscriber-card');
  Object.assign(element, strict);
  element.adapter = createMemoryAdapter(createDemoData());
  element.subscriber = { id: 'marina', channel: 'instagram' };
  canvas.append(element);
  await waitFor(() => expect(element.shadowRoot?.querySelector('[data-status=ready]')).toBeVisible());
  await waitFor(() => expect(element.shadowRoot?.querySelector('[data-status=loading]')).toBeNull());
}

function findOpener(): HTMLElement | undefined {
  const roots = [document, document.querySelector('subscriber-card')?.shadowRoot ?? []].flat();
  const found = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(`.sbc-root :is(${openers})`)]);
  return found.find((element) => element.checkVisibility() && !opened.has(nameOf(element)));
}

function nameOf(element: HTMLElement): string {
  return `${element.getAttribute('role') ?? element.localName} ${element.ariaLabel || element.textContent}`;
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
