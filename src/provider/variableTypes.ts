import type { ComponentType } from 'react';
import type { EditorInput } from '../i18n/parse.ts';
import type { SchemaResult, StandardSchema } from '../model/standardSchema.ts';
import type { CustomInput, CustomTypeName, CustomValue, Variable, VariableValue } from '../model/variable.ts';

/** What a type of the host's own is asked with. */
export interface VariableTypeContext {
  readonly variable: Variable;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface VariableDisplayProps<Value extends VariableValue = VariableValue> {
  readonly variable: Variable;
  /** Never `null`: the card says "Not set" by itself. */
  readonly value: NonNullable<Value>;
}

export interface VariableEditorInputProps<Input = string> {
  readonly variable: Variable;
  /** The accessible name, as plain text. */
  readonly label: string;
  readonly input: Input;
  /** What is typed now. Enter, or leaving the row, asks for it; Escape drops it. */
  readonly onChange: (input: Input) => void;
  /** Something was picked that needs no Enter. */
  readonly onPick: (input: Input) => void;
  /** Of the hint, or of what is wrong. */
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
}

/**
 * A type of variable that the card does not know. Everything is optional: with nothing it is text that can be edited.
 * What a function here throws is told to `onError`, and never reaches the page.
 */
export interface CustomVariableType<Value extends VariableValue = VariableValue, Input = string> {
  /** Draws a value. Default: the text of `format`. */
  readonly Display?: ComponentType<VariableDisplayProps<Value>> | undefined;
  /** Edits a value in its place, by the rules of every editor of the card. Default: a text field. */
  readonly Editor?: ComponentType<VariableEditorInputProps<Input>> | undefined;
  /** What the editor holds when it opens. Default: the value itself, `''` where there is none. */
  readonly toInput?: ((value: Value | null, context: VariableTypeContext) => Input) | undefined;
  /**
   * What is typed as a value, or why it is none: a Standard Schema, or a function that answers like one. It is not
   * asked about an emptied editor, which means unset. Default: what is typed.
   */
  readonly parse?:
    | StandardSchema<Value | null>
    | ((input: Input, context: VariableTypeContext) => SchemaResult<Value | null>)
    | undefined;
  /** A value as text: to be found, copied, and told in a sentence. Default: the value itself. */
  readonly format?: ((value: NonNullable<Value>, context: VariableTypeContext) => string) | undefined;
}

/**
 * The host's own types of variables by their names; a name of the card's own types changes nothing. Once one is added
 * to `VariableTypes`, those that are there are the only ones.
 */
export type CustomVariableTypes = [CustomTypeName] extends [never]
  ? { readonly [name: string]: CustomVariableType }
  : { readonly [Name in CustomTypeName]?: CustomVariableType<CustomValue<Name>, CustomInput<Name>> };

/** Any of them, where it is not known which. */
export type AnyVariableType = CustomVariableType<VariableValue, EditorInput>;

/** Validators by the key of the variable they judge. */
export type VariableValidators = { readonly [key: string]: StandardSchema<VariableValue> };
