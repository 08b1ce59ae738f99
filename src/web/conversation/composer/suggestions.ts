import { withoutVariables } from '../../../core/composing/fill-reply.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { Macro, SavedReply } from '../../../wire/composing.ts';

export interface Suggestion {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
  readonly pick:
    | { readonly kind: 'reply'; readonly reply: SavedReply }
    | { readonly kind: 'macro'; readonly macro: Macro }
    | { readonly kind: 'mention'; readonly name: string };
}

const MOST = 8;

/** Saved replies for what was typed: by shortcut first, then by title, then by their words. The most used stand first among equals. */
export function repliesFor(replies: readonly SavedReply[], words: string): Suggestion[] {
  return best(replies, words, (reply) => [
    reply.shortcut ?? '',
    reply.title,
    reply.variants.map(({ text }) => text).join(' '),
  ]).map((reply) => ({
    key: reply.id,
    title: reply.title,
    detail: withoutVariables(reply.variants[0]?.text ?? '')
      .replace(/\s+/g, ' ')
      .slice(0, 160),
    hint: reply.shortcut ? `/${reply.shortcut}` : '',
    pick: { kind: 'reply', reply },
  }));
}

export function macrosFor(macros: readonly Macro[], words: string): Suggestion[] {
  return best(macros, words, (macro) => [macro.name]).map((macro) => ({
    key: macro.id,
    title: macro.name,
    detail: '',
    hint: '',
    pick: { kind: 'macro', macro },
  }));
}

export function peopleFor(
  people: readonly { readonly id: string; readonly name: string; readonly hint: string }[],
  words: string,
): Suggestion[] {
  return best(people, words, (one) => [one.name]).map(({ id, name, hint }) => ({
    key: id,
    title: name,
    detail: '',
    hint,
    pick: { kind: 'mention', name },
  }));
}

function best<One>(all: readonly One[], typed: string, textsOf: (one: One) => readonly string[]): readonly One[] {
  const words = foldName(typed);
  const ranked = all.flatMap((one) => {
    const rank = rankOf(textsOf(one).map(foldName), words);
    return rank === null ? [] : [{ one, rank }];
  });
  // Sorting is stable: what the server put first stays first within a rank.
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** Lower is better; null: not at all. Beginnings before insides, earlier texts before later ones. */
function rankOf(texts: readonly string[], words: string): number | null {
  if (words === '') return 0;
  const starts = texts.findIndex((text) => text.split(/[\s_.-]+/).some((word) => word.startsWith(words)));
  if (starts >= 0) return starts;
  const within = texts.findIndex((text) => text.includes(words));
  return within < 0 ? null : texts.length + within;
}
