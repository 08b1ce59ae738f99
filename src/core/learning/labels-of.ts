import type { Opinion, Understood } from '../understanding/understood.ts';
import { type Head, LABELS, type OwnTopic } from './own.ts';

/** The labels a person may choose, as text; the workspace's own topics come after the shipped ones. */
export function labelsOf(head: Head, topics: readonly Pick<OwnTopic, 'key'>[]): readonly string[] {
  return head === 'topic' ? [...LABELS.topic, ...topics.map(({ key }) => key)] : LABELS[head];
}

/** A label as text, whatever the head has it as. */
export const asText = ({ label }: Opinion<unknown>): string | null => (label === null ? null : String(label));

/** With one opinion put in the place of another. */
export function withOpinion(understood: Understood, head: Head, opinion: Opinion<unknown>): Understood {
  return { ...understood, [head]: opinion };
}

/** What a person says is so. */
export const told = (head: Head, label: string): Opinion<unknown> => ({
  label: head === 'urgency' ? Number(label) : label,
  p: 1,
  because: [],
  by: 'agent',
});
