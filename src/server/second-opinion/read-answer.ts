import { z } from 'zod';
import { labelsOf } from '../../core/learning/labels-of.ts';
import type { Head, OwnTopic } from '../../core/learning/own.ts';
import type { Said } from '../../core/second-opinion/opinion.ts';
import { UNCLEAR } from '../../core/second-opinion/question.ts';

/** What was answered, label by label. Null: anything else than what was asked for; nothing of it is used then. */
export function readAnswer(
  content: string,
  heads: readonly Head[],
  topics: readonly Pick<OwnTopic, 'key'>[],
): Said | null {
  const one = (head: Head) =>
    z.strictObject({ label: z.enum([...labelsOf(head, topics), UNCLEAR]), confidence: z.number().min(0).max(1) });
  const Answer = z.strictObject(Object.fromEntries(heads.map((head) => [head, one(head)])));
  const answer = Answer.safeParse(parse(bare(content)));
  if (!answer.success) return null;
  return Object.fromEntries(
    Object.entries(answer.data).map(([head, { label, confidence }]) => [head, { label, p: confidence }]),
  );
}

/** Some put even an object that was asked for between fences. */
const bare = (content: string): string => /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(content)?.[1] ?? content;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
