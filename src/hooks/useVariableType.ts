'use client';
import { isKnownType } from '../model/variable.ts';
import { useCardContext } from '../provider/useCardContext.ts';
import type { AnyVariableType } from '../provider/variableTypes.ts';

/** What the host says of a type of its own; `undefined` for the card's own types, and those that nobody knows. */
export function useVariableType(type: string): AnyVariableType | undefined {
  return findVariableType(useCardContext().variableTypes, type);
}

export function findVariableType(
  variableTypes: { readonly [name: string]: AnyVariableType },
  type: string,
): AnyVariableType | undefined {
  return !isKnownType(type) && Object.hasOwn(variableTypes, type) ? variableTypes[type] : undefined;
}
