import { z } from 'zod';
import { LEFT_BECAUSE } from '../core/second-opinion/settings.ts';
import { Id, Instant } from './common.ts';
import { Head } from './learning.ts';

/**
 * A language model that is asked where the house is unsure; off unless somebody connects one (inboxes.manage, and only
 * who sees every inbox):
 *
 *   GET  /api/second-opinion         SecondOpinion: what was decided, today's use, how it goes, what was last asked
 *   PUT  /api/second-opinion         KeepSecondOpinion -> SecondOpinion
 *   POST /api/second-opinion/test    TestSecondOpinion -> TestedSecondOpinion: asks about an invented message, now
 */
const Address = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^?#\s]+$/, 'Leave out everything from ? or # on.')
  .transform((text) => text.replace(/\/+$/, '').replace(/\/chat\/completions$/, ''))
  .describe('The base of an OpenAI-compatible server, such as https://host/v1');
const Key = z
  .string()
  .max(500)
  .regex(/^[\x21-\x7e]*$/, 'A key has no spaces and no letters beyond ASCII.')
  .nullable()
  .optional()
  .describe('Left out: the kept one stays; null: the server asks for none. It is never shown again');

const choice = {
  address: Address,
  model: z.string().trim().min(1).max(100),
  callsADay: z.int().min(1).max(1_000_000),
  tokensADay: z.int().min(5_000).max(1_000_000_000).nullable().describe('Null: calls alone are counted'),
  below: z.number().min(0).max(0.9).describe('Asked where nothing is shown, or the opinion is less sure than this'),
  heads: z.array(Head).min(1).max(4).readonly(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'Write a language as de or pt-BR.'))
    .max(50)
    .readonly()
    .describe('Empty: all of them'),
  withPrivate: z.boolean().describe('Private messages may be shown to it, too'),
};

export const KeepSecondOpinion = z.strictObject({
  ...choice,
  version: z.int().min(0).max(2_147_483_647).describe('The one that was read; 0: nothing was kept yet'),
  isOn: z.boolean(),
  key: Key,
});
export const TestSecondOpinion = z.strictObject({ ...choice, key: Key });
export type TestSecondOpinion = z.infer<typeof TestSecondOpinion>;

const Label = z.object({ label: z.string(), p: z.number() });
const SettledOpinion = z.object({
  messageId: Id,
  conversationId: Id.nullable(),
  heads: z.array(Head).readonly(),
  state: z.enum(['done', 'left']),
  why: z.enum(LEFT_BECAUSE).nullable().describe('Why the opinion of the house stands'),
  model: z.string().nullable(),
  said: z.partialRecord(Head, Label).nullable(),
  changed: z
    .array(z.object({ head: Head, was: z.string().nullable(), is: z.string() }))
    .readonly()
    .nullable(),
  isCopy: z.boolean().describe('The same words were asked about before'),
  tookMs: z.number().nullable(),
  settledAt: Instant,
});
export type SettledOpinion = z.infer<typeof SettledOpinion>;

export const SecondOpinion = z.object({
  version: z.number(),
  isOn: z.boolean(),
  address: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  callsADay: z.number(),
  tokensADay: z.number().nullable(),
  below: z.number(),
  heads: z.array(Head).readonly(),
  languages: z.array(z.string()).readonly(),
  withPrivate: z.boolean(),
  today: z.object({ calls: z.number(), tokens: z.number(), isSpent: z.boolean() }),
  failures: z.number(),
  restsUntil: Instant.nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: Instant.nullable(),
  settled: z.array(SettledOpinion).readonly(),
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

export const TestedSecondOpinion = z.object({
  sent: z.string().describe('All of the message that left the house'),
  tookMs: z.number(),
  problem: z.string().nullable(),
  answer: z.string().nullable().describe('As it came'),
  said: z.partialRecord(Head, Label).nullable().describe('Null: it was not what was asked for'),
});
export type TestedSecondOpinion = z.infer<typeof TestedSecondOpinion>;
