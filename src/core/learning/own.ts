import { KINDS, SENTIMENTS, TOPICS } from '../understanding/understood.ts';

/** The opinions a person can put right, and from which a workspace's own model learns. */
export const HEADS = ['sentiment', 'kind', 'urgency', 'topic'] as const;
export type Head = (typeof HEADS)[number];

/** The labels of each head as text, in the order in which every model has them. */
export const LABELS: Readonly<Record<Head, readonly string[]>> = {
  sentiment: SENTIMENTS,
  kind: KINDS,
  urgency: ['0', '1', '2'],
  topic: TOPICS,
};

/** What a text consists of, hashed. `value` has a length of about one. */
export interface Features {
  readonly index: Uint32Array;
  readonly value: Float32Array;
}

/** The own model has fewer places than the shipped one: it knows what one company's customers say. */
export const OWN_PLACES = 2 ** 16;

/** What is laid over the shipped model's opinion. */
export interface OwnHead {
  readonly labels: readonly string[];
  /** `OWN_PLACES` times the number of labels; the labels of one place lie together. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Words of one language that call for care, beside the shipped ones. `*` stands for every language. */
export type WordsByLanguage = Readonly<Record<string, readonly string[]>>;

export interface OwnTopic {
  readonly key: string;
  /** One that ends in `*` stands for all words that begin so. */
  readonly words: readonly string[];
}

/** All that a workspace knows better than what is shipped. */
export interface Own {
  readonly version: string;
  readonly heads: Readonly<Partial<Record<Head, OwnHead>>>;
  readonly triggers: { readonly added: WordsByLanguage; readonly off: WordsByLanguage };
  readonly topics: readonly OwnTopic[];
}
