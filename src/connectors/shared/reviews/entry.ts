import { z } from 'zod';
import { isStorable, moment } from '../shapes.ts';

const Id = z.string().min(1).max(500).refine(isStorable);
const AnswerSeen = z.object({ id: Id, change: z.enum(['new', 'edited', 'gone']), at: moment });

/** What the ledger keeps: the review as the network gave it, and what is new about it since the last look. */
export const PulledReview = z.union([
  z.object({
    review: z.looseObject({}),
    isEdited: z.boolean().default(false),
    answer: AnswerSeen.nullable().default(null),
  }),
  z.object({ gone: Id, at: moment.optional() }),
]);
export type PulledReview = z.infer<typeof PulledReview>;
