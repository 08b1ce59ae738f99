/**
 * What an account is to look for on its network: a post with any of `anyOf`, one of `together` unless that is empty,
 * and none of `without`. A word of `together` that ends in `*` stands for all that begin so; a network that knows no
 * endings leaves that list out, for it would miss posts. A connector asks as exactly as its network can and gives what comes; the rule decides again.
 */
export interface Search {
  /** As they stand in a post: `kettle co`, `kettleco`, `#kettleco`, `@kettleco`. */
  readonly anyOf: readonly string[];
  readonly together: readonly string[];
  readonly without: readonly string[];
  /** BCP 47; none: in every language. */
  readonly languages: readonly string[];
}

/** As many posts at most is a network asked for at once when somebody tries a rule, since some charge for each. */
export const SAMPLED_MOST = 100;

/** Where an inbox's settings say what is to be looked for: `{ listen: { searches: Search[] } }`. */
export const LISTEN_SETTING = 'listen';
/** The stream that brings what was found, and the source that its entries have in the ledger. */
export const LISTEN_STREAM = 'listen';
