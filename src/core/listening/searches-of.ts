import type { InboxId } from '../ids.ts';
import type { Own } from '../learning/own.ts';
import type { ListeningRule } from './listening-rule.ts';
import type { Search } from './search.ts';
import { brandForms, triggerForms } from './searched-words.ts';

/**
 * What the rules ask of one account, each question once. Rules that differ in their brand words only are one question.
 * @param handle the account's own: what names it comes with its mentions, and is not looked for again.
 */
export function searchesOf(
  rules: readonly ListeningRule[],
  inboxId: InboxId,
  handle?: string | null,
  own: Own['triggers'] | null = null,
): readonly Search[] {
  const asked = rules.filter(({ sources }) => sources.length === 0 || sources.includes(inboxId));
  const merged = new Map<string, Search>();
  for (const rule of asked) {
    const search = searchOf(rule, handle ?? null, own);
    const key = JSON.stringify([search.together, search.without, search.languages]);
    const other = merged.get(key);
    merged.set(key, { ...search, anyOf: sorted([...(other?.anyOf ?? []), ...search.anyOf]) });
  }
  const all = [...merged.values()].filter(({ anyOf }) => anyOf.length > 0);
  return all.filter((one) => !all.some((other) => other !== one && findsAllOf(other, one)));
}

function searchOf(rule: ListeningRule, handle: string | null, own: Own['triggers'] | null): Search {
  const ownName = handle === null ? null : `@${handle.replace(/^@/, '').toLowerCase()}`;
  const words = rule.brand.flatMap((word) => brandForms(word, rule)).filter((word) => word !== ownName);
  return {
    anyOf: sorted(words),
    // No network can be asked for what a post is understood as: it is asked for the brand alone, and sorted here.
    together: rule.care === 'words' ? sorted(triggerForms(rule, own)) : [],
    // A network knows no endings, and takes names and tags for something else: what it lets through, the rule does not.
    without: sorted(rule.without.map((word) => word.trim()).filter((word) => word !== '' && !/[*@#]/.test(word))),
    languages: sorted(rule.languages),
  };
}

const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

/** Whether `wide` brings whatever `narrow` would. */
function findsAllOf(wide: Search, narrow: Search): boolean {
  const isWithin = (some: readonly string[], all: readonly string[]) => some.every((word) => all.includes(word));
  const isWideInWords =
    wide.together.length === 0 || (narrow.together.length > 0 && isWithin(narrow.together, wide.together));
  const isWideInTongues =
    wide.languages.length === 0 || (narrow.languages.length > 0 && isWithin(narrow.languages, wide.languages));
  return (
    isWideInWords && isWideInTongues && isWithin(narrow.anyOf, wide.anyOf) && isWithin(wide.without, narrow.without)
  );
}
