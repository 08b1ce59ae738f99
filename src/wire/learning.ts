import { z } from 'zod';
import { LONGEST_WORD, MOST_TOPICS, MOST_WORDS } from '../core/learning/check-words.ts';
import { HEADS } from '../core/learning/own.ts';
import { Instant } from './common.ts';

/**
 * What is understood of messages, put right and tuned:
 *
 *   PUT /api/messages/:id/understanding   Correction   -> Understood: a person says what it is (conversations.work)
 *   GET /api/understanding/choices        Choices: the labels there are, the workspace's own topics among them
 *   GET /api/understanding                Understanding: the shipped model, the own one, words and topics (triage.manage)
 *   PUT /api/understanding/words          KeepWords    -> OwnWords
 *   PUT /api/understanding/model          ChooseModel  -> Done: back to a version, off, or learning by itself
 */
export const Head = z.enum(HEADS);
export const Correction = z.strictObject({
  head: Head,
  label: z
    .string()
    .max(LONGEST_WORD)
    .nullable()
    .describe('As text, urgency too ("0" to "2"); null: the opinion of the models stands again'),
});

export const Choices = z.object({
  topics: z.array(z.string()).readonly().describe('Own topics; the shipped ones are known'),
});

const Word = z.string().min(1).max(LONGEST_WORD);
const Words = z.array(Word).max(MOST_WORDS).readonly();
const ByLanguage = z
  .record(z.string().regex(/^(\*|[a-z]{2,3})$/), Words)
  .describe('By language; * stands for every language');
export const OwnTopic = z.strictObject({
  key: z.string().trim().min(1).max(LONGEST_WORD).describe('Its name'),
  words: Words.describe('A message with one of them is about it; one that ends in * stands for all that begin so'),
});
const Triggers = z.strictObject({ added: ByLanguage, off: ByLanguage });
export const OwnWords = z.object({
  version: z.number(),
  triggers: Triggers,
  topics: z.array(OwnTopic).readonly(),
});
export type OwnWords = z.infer<typeof OwnWords>;
export const KeepWords = z.strictObject({
  version: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .describe('The one that was read: nobody overwrites what a colleague saved meanwhile'),
  triggers: Triggers,
  topics: z.array(OwnTopic).max(MOST_TOPICS).readonly(),
});

const Score = z.object({ accuracy: z.number(), f1: z.number() });
const Judged = z.object({
  corrections: z.number(),
  confirmations: z.number().describe('Seen by a person and left alone; they count little'),
  heldBack: z.number().describe('The newest of them, kept back to judge by'),
  shipped: Score,
  own: Score,
  labels: z.array(z.string()).readonly().describe('There was enough of these; the others stay as shipped'),
});
export const OwnHead = z.object({
  head: Head,
  mode: z.enum(['auto', 'held', 'off']),
  corrections: z.number(),
  needed: z.number().describe('So many before it begins to learn'),
  outcome: z.enum(['too_few', 'too_alike', 'worse', 'learned']).nullable().describe('Of the last time it learned'),
  fittedAt: Instant.nullable(),
  version: z.number().nullable().describe('In use; null: the shipped model alone'),
  versions: z.array(Judged.extend({ version: z.number(), madeAt: Instant, over: z.string() })).readonly(),
});
export type OwnHead = z.infer<typeof OwnHead>;

const Gate = z.object({ passed: z.boolean(), score: z.number(), accuracy: z.number(), lines: z.number() });
export const Understanding = z.object({
  shipped: z.object({
    version: z.string(),
    languages: z.array(z.object({ language: z.string(), heads: z.partialRecord(Head, Gate) })).readonly(),
    triggers: z.record(z.string(), z.array(z.string()).readonly()),
  }),
  own: z.array(OwnHead).readonly(),
  words: OwnWords,
});
export type Understanding = z.infer<typeof Understanding>;

export const ChooseModel = z.strictObject({
  head: Head,
  mode: z.enum(['auto', 'held', 'off']),
  version: z.int().min(1).max(2_147_483_647).optional().describe('For held: the one to stay with'),
});
