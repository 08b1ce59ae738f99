import type { InboxId } from '../ids.ts';
import type { WordsByLanguage } from '../learning/own.ts';

/** What is said of us, and what is said of others. What is found of others never becomes work by itself. */
export const BOARD_KINDS = ['own', 'competitor'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Where a post goes that a rule finds. */
export const BECOMES = ['board', 'conversation'] as const;
export type Becomes = (typeof BECOMES)[number];

/** In which forms a brand word counts: `kettleco`, `#kettleco`, `@kettleco`, `ketleco`. */
export const FORMS = ['plain', 'hashtag', 'handle', 'misspelt'] as const;
export type Form = (typeof FORMS)[number];

/**
 * What must stand beside a brand word: a word that calls for care, or that the post is understood as a need (a complaint,
 * a question, urgent), or nothing.
 */
export const CARES = ['understood', 'words', 'anything'] as const;
export type Care = (typeof CARES)[number];

export const BRAND_WORDS_MOST = 30;
export const EXCLUDED_MOST = 100;
export const LISTENING_RULES_MOST = 100;
export const BOARDS_MOST = 30;

/** What a team lead writes down: any of the brand words, and a call for care where one is asked for, and none that is excluded. */
export interface ListeningBody {
  readonly name: string;
  readonly boardId: string;
  /** As people write it, without # and @: "Kettle Co" stands for `kettle co`, `#kettleco`, `@kettleco`. */
  readonly brand: readonly string[];
  readonly forms: readonly Form[];
  /** `words`: a trigger of the post's language; `understood`: one, or what is understood as a need. */
  readonly care: Care;
  /** Beside the workspace's own lists and the shipped ones; `*` stands for every language. */
  readonly triggers: WordsByLanguage;
  readonly without: readonly string[];
  /** BCP 47; none: in every language. What is in a language that cannot be told passes. */
  readonly languages: readonly string[];
  /** The accounts that look; none: every one that can. */
  readonly sources: readonly InboxId[];
  readonly becomes: Becomes;
}

export interface ListeningRule extends ListeningBody {
  readonly id: string;
  readonly boardKind: BoardKind;
}
