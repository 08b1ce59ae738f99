import { useSyncExternalStore } from 'react';

export interface ChoiceLimit {
  readonly max: number;
  readonly maxLength: number;
}

const NONE: readonly string[] = [];
/** By conversation, for as long as the page lives: answers to tap are few and quickly written anew. */
const held = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();

export function holdChoices(conversationId: string, choices: readonly string[]): void {
  if (choices.length === 0) held.delete(conversationId);
  else held.set(conversationId, choices);
  for (const listener of listeners) listener();
}

/** Answers to tap that will go with the next reply in a conversation. */
export const useChoices = (conversationId: string): readonly string[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => held.get(conversationId) ?? NONE,
  );

/** With one more, where it says something that none of them says. */
export function withChoice(choices: readonly string[], words: string): readonly string[] {
  const choice = words.trim();
  return choice === '' || choices.includes(choice) ? choices : [...choices, choice];
}

/** Why these cannot go with a reply this way; null: they can. */
export function choiceProblem(
  choices: readonly string[],
  limit: ChoiceLimit | null,
  text: string,
): 'none' | 'many' | 'long' | 'alone' | null {
  if (choices.length === 0) return null;
  if (!limit) return 'none';
  if (choices.length > limit.max) return 'many';
  if (choices.some((one) => one.length > limit.maxLength)) return 'long';
  return text.trim() === '' ? 'alone' : null;
}
