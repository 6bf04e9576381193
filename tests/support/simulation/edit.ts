import type { FieldId } from '../../../src/model/field.ts';
import type { Operator } from './cast.ts';
import type { Text } from './texts.ts';

/** What an operator wanted of one field, and what has become of it. */
export interface Edit {
  readonly operator: Operator;
  readonly field: FieldId;
  readonly text: Text;
  /** Its place among all that was asked for. */
  readonly order: number;
  /** What the operator had before their eyes, and so may overwrite. */
  readonly saw: Text;
  /** It came from an editor, which takes it back should the server refuse it. */
  readonly isTyped: boolean;
  /** The revision at which the server held it first. */
  landedAt?: number;
  /** The answer to its first sending was heard, so that the card knows what the server made of it. */
  isAnswered: boolean;
  isRefused: boolean;
  isGivenUp: boolean;
  /** It has left the card: what is confirmed has said the same. */
  isSettled: boolean;
}

/** A deal that an operator wanted created, or deleted, and what has become of that. */
export interface Wish {
  isRefused: boolean;
  isGivenUp: boolean;
  isSettled: boolean;
}

/** What is typed into one editor, and what the operator saw when they opened it. */
export interface OpenEditor {
  readonly text: string;
  readonly saw: Text;
}
