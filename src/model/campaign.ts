/** One touch of an ad. Attribution is a fact of a message, so a subscriber can have several. */
export interface Campaign {
  readonly id: string;
  /** The campaign's name as in the ad account. */
  readonly name: string;
  /** The page that shows the ad. Drawn as a link only when it is a safe absolute URL. */
  readonly url?: string | null | undefined;
  readonly adId?: string | undefined;
  /** The ad's headline. */
  readonly title?: string | undefined;
  /** The ad's text. */
  readonly body?: string | undefined;
  readonly imageUrl?: string | null | undefined;
  /** Where the ad ran, as the platform calls it: "Facebook ad", "Instagram ad", "utm_source=google". */
  readonly source: string;
  /** RFC 3339. */
  readonly clickedAt?: string | null | undefined;
  /** The message that the ad led to. */
  readonly messageId?: string | undefined;
}
