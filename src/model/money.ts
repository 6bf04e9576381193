/** An amount of money. Never a float. */
export interface Money {
  /** Decimal digits with an optional sign and a point: `1280.50`. */
  readonly amount: string;
  /** ISO 4217 code in upper case: `BRL`. */
  readonly currency: string;
}
