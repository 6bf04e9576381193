/** Someone of the host's team: an operator, or whom a deal can be assigned to. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly avatarUrl?: string | null | undefined;
  /** An inactive member stays readable where assigned and is not offered. */
  readonly active: boolean;
}
