import { z } from 'zod';
import { KINDS, PERSONAL, SENTIMENTS } from '../core/understanding/understood.ts';

export const Sentiment = z.enum(SENTIMENTS);
export const Kind = z.enum(KINDS);
export const Urgency = z.union([z.literal(0), z.literal(1), z.literal(2)]).describe('0 can wait, 1 today, 2 now');

const opinion = <Label extends z.ZodType>(label: Label) =>
  z.object({
    label: label.nullable().describe('Null: not sure enough to be shown'),
    p: z.number().describe('How sure, 0 to 1'),
    because: z.array(z.string()).readonly().describe('What decided, the strongest first'),
    by: z.enum(['model', 'own', 'rule', 'agent', 'llm']),
  });
/** What one message says, as far as it can be told without anybody reading it. */
export const Understood = z.object({
  language: z.object({ code: z.string().nullable(), p: z.number() }),
  sentiment: opinion(Sentiment),
  kind: opinion(Kind),
  urgency: opinion(Urgency),
  topic: opinion(z.string()),
  needsReply: opinion(z.boolean()),
  triggers: z.array(z.string()).readonly(),
  personal: z.array(z.object({ kind: z.enum(PERSONAL), from: z.number(), to: z.number() })).readonly(),
  model: z.string(),
});
export type Understood = z.infer<typeof Understood>;

/** One clock of a conversation. */
export const Clock = z.object({
  kind: z.enum(['first_response', 'acknowledgement', 'next_response', 'resolution']),
  policyId: z.string(),
  startedAt: z.string(),
  dueAt: z.string(),
  warnAt: z.string().nullable(),
  warnedAt: z.string().nullable(),
  breachedAt: z.string().nullable(),
  stoppedAt: z.string().nullable(),
  pausedAt: z.string().nullable().optional().describe('It stands still since then: the customer is to answer'),
});
export type Clock = z.infer<typeof Clock>;
