import { adoptStyles } from './adoptStyles.ts';
import { createCallbacks } from './createCallbacks.ts';
import { type MountedCard, mountSubscriberCard, type SubscriberCardOptions } from './mountSubscriberCard.tsx';
import type { SubscriberCardElementProperties } from './SubscriberCardElement.ts';

/** Registers `<subscriber-card>`, or the card under another name. Again, and on a server, it does nothing. */
export function defineSubscriberCard(tagName = 'subscriber-card'): void {
  if (typeof customElements === 'undefined' || customElements.get(tagName)) return;
  customElements.define(tagName, createElementClass());
}

/** One for each name, and made late: a server knows no `HTMLElement`. */
function createElementClass(): CustomElementConstructor {
  return class SubscriberCardElement extends HTMLElement {
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #callbacks = createCallbacks(this);
    #properties: SubscriberCardElementProperties = {};
    #mounted: MountedCard | undefined;
    #isDue = false;

    static {
      for (const name of propertyNames) {
        Object.defineProperty(SubscriberCardElement.prototype, name, {
          configurable: true,
          enumerable: true,
          get(this: SubscriberCardElement) {
            return this.#properties[name];
          },
          set(this: SubscriberCardElement, value: unknown) {
            this.#properties = { ...this.#properties, [name]: value };
            this.#drawSoon();
          },
        });
      }
    }

    constructor() {
      super();
      adoptStyles(this.#root);
      // Set before the element was defined, they stand before those of the class.
      for (const name of propertyNames) {
        if (!Object.hasOwn(this, name)) continue;
        const value: unknown = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }

    connectedCallback() {
      this.#drawSoon();
    }

    disconnectedCallback() {
      this.#drawSoon();
    }

    /** In another document, where the sheets of the first do not hold. */
    adoptedCallback() {
      adoptStyles(this.#root);
    }

    /** Once for all properties that are set together; and one that is only moved keeps its card. */
    #drawSoon() {
      if (this.#isDue) return;
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        this.#draw();
      });
    }

    #draw() {
      const options = this.#toOptions();
      if (!this.isConnected || !(options.adapter || options.client)) {
        this.#mounted?.unmount();
        this.#mounted = undefined;
      } else if (this.#mounted) this.#mounted.update(options);
      else this.#mounted = mountSubscriberCard(this.#root, options);
    }

    #toOptions(): SubscriberCardOptions {
      const { canOpenSubscriber, ...properties } = this.#properties;
      const { onOpenSubscriber, ...callbacks } = this.#callbacks;
      return {
        ...properties,
        ...callbacks,
        onOpenSubscriber: canOpenSubscriber ? onOpenSubscriber : undefined,
        nonce: this.nonce || undefined,
      };
    }
  };
}

const propertyNames = Object.keys({
  adapter: true,
  client: true,
  subscriber: true,
  scope: true,
  viewer: true,
  locale: true,
  messages: true,
  timeZone: true,
  currency: true,
  theme: true,
  density: true,
  headingLevel: true,
  readOnly: true,
  sections: true,
  openSections: true,
  defaultOpenSections: true,
  persist: true,
  initialData: true,
  queryClient: true,
  resolveAvatarUrl: true,
  validators: true,
  canOpenSubscriber: true,
  portalContainer: true,
  nativeSelect: true,
} satisfies Record<keyof SubscriberCardElementProperties, true>) as (keyof SubscriberCardElementProperties)[];
