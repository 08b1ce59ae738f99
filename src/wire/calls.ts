import { z } from 'zod';
import { CALL_DIRECTIONS, CALL_OUTCOMES } from '../core/channel/call.ts';
import { Id, Instant } from './common.ts';

/** A call that is over, as somebody who was on the line or a telephone system tells of it. */
export const NewCall = z
  .object({
    id: z.uuid().describe('Made by whoever logs it: a second try with it logs nothing'),
    inboxId: Id.optional().describe('Which line; may be left out where there is one'),
    contactId: Id.optional().describe('A person who is known already'),
    conversationId: Id.optional().describe('The talk that the call was about'),
    number: z.string().trim().max(40).optional(),
    name: z.string().trim().max(200).optional(),
    direction: z.enum(CALL_DIRECTIONS),
    outcome: z.enum(CALL_OUTCOMES),
    at: Instant.optional().describe('When it began; now, where it is left out'),
    seconds: z.number().int().min(0).max(604_800).optional(),
    note: z.string().trim().max(4_000).optional(),
    recordingUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    isAnswer: z.boolean().default(false).describe('It answered them. An agent alone can say so'),
  })
  .refine(({ contactId, number }) => contactId !== undefined || number !== undefined, {
    path: ['number'],
    message: 'Say whom the call was with: a number, or a person.',
  });
export const LoggedCall = z.object({
  inboxId: Id,
  isMarked: z.boolean().describe('Whether the talk counts as answered now'),
});

export type NewCall = z.input<typeof NewCall>;
export type LoggedCall = z.infer<typeof LoggedCall>;
