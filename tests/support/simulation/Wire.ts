import { AdapterError } from '../../../src/adapters/AdapterError.ts';
import type { News } from '../../../src/store/confirmed.ts';
import type { Card, Page } from './createPage.ts';
import type { Edit } from './edit.ts';

/** A request on its way, or its answer. */
export interface Message {
  /** What made it. When the page is gone nobody hears the answer. */
  readonly page: Page;
  readonly card: Card;
  /** The edits that it carries. */
  readonly edits: readonly Edit[];
  /** The deal that it is to create, by its name. */
  readonly creation?: string | undefined;
  /** It has been sent for the first time under its key. */
  readonly isFirst: boolean;
  readonly signal: AbortSignal;
  /** The server takes it in; throws where it refuses. */
  readonly process: () => unknown;
  /** The server does the first of its parts, and refuses the others with what is returned. */
  readonly processPart: () => AdapterError;
  readonly toNews: (answer: unknown) => News;
  readonly toConflictNews: (error: AdapterError) => News | null;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
  answer?: { readonly value: unknown } | { readonly error: AdapterError } | undefined;
  isDelivered: boolean;
}

/** The network between the pages and the server. The test decides what arrives, when, and whether. */
export class Wire {
  readonly travelling: Message[] = [];
  readonly answered: Message[] = [];

  /** The server takes a request in, maybe long after its sender has given up. */
  process(place: number): void {
    this.settle(take(this.travelling, place), (message) => ({ value: message.process() }));
  }

  /** The server refuses a request, and does nothing of it. */
  refuse(place: number, error: AdapterError): void {
    this.settle(take(this.travelling, place), () => ({ error }));
  }

  /** The server does a part of a request: of the next that has several. */
  processPart(place: number): void {
    const several = this.travelling.filter(({ edits }) => edits.length > 1);
    const next = several[place % several.length];
    if (!next) return;
    const [message] = this.travelling.splice(this.travelling.indexOf(next), 1);
    this.settle(message, (it) => ({ error: it.processPart() }));
  }

  /** A request never arrives. */
  lose(place: number): void {
    take(this.travelling, place);
  }

  /** An answer arrives, or is lost. */
  takeAnswered(place: number): Message | undefined {
    return take(this.answered, place);
  }

  private settle(message: Message | undefined, run: (message: Message) => Message['answer']): void {
    if (!message) return;
    try {
      message.answer = run(message);
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      message.answer = { error };
    }
    this.answered.push(message);
  }
}

export function take<T>(list: T[], place: number): T | undefined {
  return list.length === 0 ? undefined : list.splice(place % list.length, 1)[0];
}
