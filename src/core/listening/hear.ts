import type { InboxId } from '../ids.ts';
import type { Own } from '../learning/own.ts';
import type { Becomes, Form, ListeningRule } from './listening-rule.ts';

/** A public post as a listening rule sees it. */
export interface OverheardPost {
  readonly text: string;
  /** BCP 47; null: cannot be told. */
  readonly language: string | null;
  readonly inboxId: InboxId;
}

/** Why a rule heard a post. `from` and `to` are UTF-16 units of the raw text, so that it can be marked there. */
export interface HeardWord {
  readonly kind: 'brand' | 'trigger';
  /** Of a brand word. */
  readonly form?: Form;
  /** As the rule or the list has it. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}
export interface Heard {
  readonly ruleId: string;
  readonly boardId: string;
  readonly becomes: Becomes;
  readonly because: readonly HeardWord[];
}
/** Why a rule let a post pass. `word` is the excluded one. */
export interface LetPass {
  readonly ruleId: string;
  readonly why: 'no_brand' | 'no_trigger' | 'excluded' | 'language' | 'source';
  readonly word?: string;
}

export type Hear = (rule: ListeningRule, post: OverheardPost, own: Own['triggers'] | null) => Heard | LetPass;
