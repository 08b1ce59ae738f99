import type { Own } from '../learning/own.ts';

export const KINDS = ['question', 'complaint', 'idea', 'compliment', 'purchase', 'spam', 'chatter'] as const;
export type Kind = (typeof KINDS)[number];
export const TOPICS = [
  'delivery',
  'order',
  'payment',
  'refund',
  'product',
  'staff',
  'account',
  'outage',
  'price',
  'store',
  'booking',
  'other',
] as const;
/** One of `TOPICS`, or a topic of the workspace's own. */
export type Topic = string;
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];
/** 0 can wait, 1 today, 2 now. */
export type Urgency = 0 | 1 | 2;
export const PERSONAL = ['email', 'phone', 'iban', 'card', 'order', 'address'] as const;
export type PersonalKind = (typeof PERSONAL)[number];

/** An opinion about one message. `label` is null where it is not sure enough to be shown. */
export interface Opinion<Label> {
  readonly label: Label | null;
  /** How sure, 0 to 1, of the likeliest label, shown or not. */
  readonly p: number;
  /** What decided, in words of the message or names of rules; the strongest first, five at most. */
  readonly because: readonly string[];
  /** Who says so: the shipped model, the workspace's own, a rule, a person, or an LLM. */
  readonly by: 'model' | 'own' | 'rule' | 'agent' | 'llm';
}

/** Where personal data stands in the text; never a copy of it. Offsets are UTF-16 units of the raw text. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly from: number;
  readonly to: number;
}

/** What one message says, as far as it can be told without anybody reading it. */
export interface Understood {
  /** BCP 47; null: cannot be told. */
  readonly language: { readonly code: string | null; readonly p: number };
  readonly sentiment: Opinion<Sentiment>;
  readonly kind: Opinion<Kind>;
  readonly urgency: Opinion<Urgency>;
  readonly topic: Opinion<Topic>;
  readonly needsReply: Opinion<boolean>;
  /** Words in it that call for care, as the workspace's lists have them. */
  readonly triggers: readonly string[];
  readonly personal: readonly PersonalSpan[];
  /** Version of the model, such as `2026.11-1`. */
  readonly model: string;
}

/** What else is known when a message is read. */
export interface Reading {
  readonly isPrivate: boolean;
  /** The language in which this person last wrote, then the inbox's. */
  readonly likelyLanguage: string | null;
  /** Of a review, 0 (worst) to 1 (best); null: no review. */
  readonly rating: number | null;
  /** What this workspace knows better than what is shipped. */
  readonly own?: Own | null;
}
/** Pure and synchronous. */
export type Understand = (text: string, reading: Reading) => Understood;
