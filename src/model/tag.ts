/** A tag of the account's vocabulary. Referenced by id; an id unknown to the vocabulary is still drawn. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  /** Any CSS colour in `#rrggbb`; anything else is ignored. */
  readonly color?: string | undefined;
  readonly group?: string | undefined;
}
