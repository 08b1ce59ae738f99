import { HEADS, type Head } from '../../../core/learning/own.ts';
import type { Understood } from '../../../wire/understood.ts';

/** What is said of nearly every message says little: it comes in sight with the pointer only. */
const USUAL: Readonly<Record<Head, string>> = { sentiment: 'neutral', kind: 'chatter', urgency: '0', topic: 'other' };
const ORDER: readonly Head[] = ['kind', 'sentiment', 'urgency', 'topic'];

export interface ShownLabel {
  readonly head: Head | 'language';
  /** Null: unclear. */
  readonly label: string | null;
  /** Seen without a pointer on it. */
  readonly isTelling: boolean;
}

/** The labels of a message, telling ones first, so that no gap stands where a usual one hides. @param reader the reader's own language */
export function labelsInRest(understood: Understood, reader: string): readonly ShownLabel[] {
  const { code } = understood.language;
  const heads = ORDER.filter((head) => HEADS.includes(head)).map((head): ShownLabel => {
    const { label, by } = understood[head];
    const isTelling = label !== null && (by === 'agent' || String(label) !== USUAL[head]);
    return { head, label: label === null ? null : String(label), isTelling };
  });
  const language: ShownLabel = { head: 'language', label: code, isTelling: code !== null && code !== reader };
  return [...heads, language].toSorted((a, b) => Number(b.isTelling) - Number(a.isTelling));
}
