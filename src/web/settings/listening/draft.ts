import type { z } from 'zod';
import { type BoardKind, BRAND_WORDS_MOST, FORMS } from '../../../core/listening/listening-rule.ts';
import type { Board, ListeningBody, ListeningRule } from '../../../wire/listening.ts';
import { newId } from '../../api/new-id.ts';

export type Body = z.infer<typeof ListeningBody>;
export interface NewBoard {
  readonly id: string;
  readonly name: string;
  readonly kind: BoardKind;
}
/** A rule while somebody writes it, with the board that is made together with it. */
export interface Draft {
  readonly body: Body;
  readonly newBoard: NewBoard | null;
}

export const BEGINNINGS = ['own', 'care', 'competitor'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** What the house calls itself, and what the screen calls what is begun with. */
export interface House {
  readonly names: readonly string[];
  readonly rule: (beginning: Beginning) => string;
  readonly board: (kind: BoardKind) => string;
}

export const bodyOf = (rule: ListeningRule): Body => {
  const { name, boardId, brand, forms, care, triggers, without, languages, sources, becomes } = rule;
  return { name, boardId, brand, forms, care, triggers, without, languages, sources, becomes };
};

/** A rule that is not kept yet: empty, or begun with what most houses want first. */
export function begin(item: string, boards: readonly Board[], house: House): Draft {
  const beginning = BEGINNINGS.find((one) => item === `new-${one}`) ?? null;
  const kind: BoardKind = beginning === 'competitor' ? 'competitor' : 'own';
  const board = boards.find((one) => one.kind === kind);
  const newBoard = board ? null : { id: newId(), name: house.board(kind), kind };
  return {
    newBoard,
    body: {
      name: beginning ? house.rule(beginning) : '',
      boardId: board?.id ?? newBoard?.id ?? '',
      brand: beginning === 'own' || beginning === 'care' ? house.names.slice(0, BRAND_WORDS_MOST) : [],
      forms: [...FORMS],
      // Whoever wants to know all that is said of a name, or compares boards by it, asks for nothing beside it.
      care: beginning === 'own' || beginning === 'competitor' ? 'anything' : 'understood',
      triggers: {},
      without: [],
      languages: [],
      sources: [],
      becomes: beginning === 'care' ? 'conversation' : 'board',
    },
  };
}

/** The same again, to be changed into another one. */
export const copyOf = (rule: ListeningRule, name: string): Draft => ({
  newBoard: null,
  body: { ...bodyOf(rule), name: name.slice(0, 100) },
});

/** What keeps a draft from hearing anything. */
export type Missing = 'brand' | 'forms' | 'board';
export function missingIn({ body, newBoard }: Draft): Missing | null {
  if (body.brand.length === 0) return 'brand';
  if (body.forms.length === 0) return 'forms';
  return body.boardId === '' || newBoard?.name.trim() === '' ? 'board' : null;
}

/** Which parts of two versions differ. */
export const differing = (one: Body, other: Body): readonly (keyof Body)[] =>
  (Object.keys(one) as (keyof Body)[]).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
