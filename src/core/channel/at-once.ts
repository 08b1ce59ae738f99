/** How it stands with the line by which a network brings what is said as it is said, beside what is looked for. */
export type AtOnce =
  /** `what` comes by it, in words: "mentions". */
  | { readonly state: 'open'; readonly what: readonly string[] }
  | { readonly state: 'opening' }
  /** `why` in words that go on a sentence: "rests until noon, as …". */
  | { readonly state: 'resting'; readonly until: Date; readonly why: string }
  | { readonly state: 'off'; readonly why: string };
