import { z } from 'zod';
import { Attention, Id, Instant, Resolution } from './common.ts';

const Name = z.string().trim().min(1, 'A name is needed.').max(60);
/** A hue of the desk's own palette; the desk decides what it looks like in light, dark and high contrast. */
export const Colour = z.enum(['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink']);

export const Label = z.object({ id: Id, name: z.string(), colour: Colour, isArchived: z.boolean() });
export const LabelList = z.object({ items: z.array(Label) });
export const NewLabel = z.object({ id: Id, name: Name, colour: Colour.default('grey') });
export const PatchLabel = z.object({
  name: Name.optional(),
  colour: Colour.optional(),
  isArchived: z.boolean().optional(),
});
export const PutLabels = z.object({ add: z.array(Id).max(50).default([]), remove: z.array(Id).max(50).default([]) });

export const CustomField = z.object({
  id: Id,
  about: z.enum(['conversation', 'contact']),
  name: z.string(),
  kind: z.enum(['text', 'number', 'date', 'choice', 'toggle']),
  choices: z.array(z.string()),
  isArchived: z.boolean(),
  position: z.number(),
});
export const CustomFieldList = z.object({ items: z.array(CustomField) });
const Choices = z.array(z.string().trim().min(1).max(80)).max(100);
export const NewCustomField = z.object({
  id: Id,
  about: CustomField.shape.about,
  name: Name,
  kind: CustomField.shape.kind,
  choices: Choices.default([]),
});
export const PatchCustomField = z.object({
  name: Name.optional(),
  choices: Choices.optional(),
  isArchived: z.boolean().optional(),
});
export const FieldOrder = z
  .object({ about: CustomField.shape.about, ids: z.array(Id).max(1_000) })
  .describe('Of those about one of the two that are not archived; those that are not named stay behind them');
/** By the field's id. A date is YYYY-MM-DD. Null takes the value away. */
export const FieldValues = z.record(Id, z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]));
export const PutFields = z.object({ values: FieldValues });

export const Task = z.object({
  id: Id,
  conversationId: Id,
  text: z.string(),
  assigneeId: Id.nullable(),
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  doneBy: Id.nullable(),
  createdBy: Id.nullable(),
  createdAt: Instant,
});
const TaskText = z.string().trim().min(1, 'Write what is to be done.').max(300);
export const NewTask = z.object({
  id: Id,
  text: TaskText,
  assigneeId: Id.nullable().default(null),
  dueAt: Instant.nullable().default(null),
});
export const PatchTask = z.object({
  text: TaskText.optional(),
  assigneeId: Id.nullable().optional(),
  dueAt: Instant.nullable().optional(),
  isDone: z.boolean().optional(),
});
export const TaskList = z.object({ items: z.array(Task) });
/** One's own that are open, the first due first; those without a date last. */
export const TaskQuery = z.object({ dueBefore: Instant.optional() });

export const PutTeam = z.object({ teamId: Id.nullable() });
/** "By Tuesday": kept as a dated follow-up. */
export const PutPromise = z.object({ for: Instant, words: z.string().trim().max(300).default('') });

/** One act on many. An API token may do all of them but say that nothing waits any more, or that a promise was kept. */
export const BulkAct = z.discriminatedUnion('do', [
  z.object({ do: z.literal('attention'), attention: Attention, reason: z.string().trim().max(500).optional() }),
  z.object({ do: z.literal('assign'), agentId: Id.nullable() }),
  z.object({ do: z.literal('team'), teamId: Id.nullable() }),
  z.object({ do: z.literal('label'), add: z.array(Id).max(50), remove: z.array(Id).max(50) }),
  z.object({ do: z.literal('snooze'), until: Instant.nullable() }),
  z.object({ do: z.literal('resolve'), resolution: Resolution }),
  z.object({ do: z.literal('promise'), for: Instant.nullable(), words: z.string().trim().max(300).default('') }),
]);
export const NewBulk = z.object({ id: Id, conversations: z.array(Id).min(1).max(500), act: BulkAct });
/** What could not be done, and why, in words. Nothing is lost in silence. */
export const Left = z.object({ conversationId: Id, why: z.string() });
export const Bulked = z.object({
  done: z.number(),
  left: z.array(Left),
  undoId: Id.nullable().describe('Null: nothing was changed'),
});

/** Others become part of this one. */
export const NewMerge = z.object({ id: Id, conversations: z.array(Id).min(1).max(20) });
/** These messages become a conversation of their own. */
export const NewSplit = z.object({ id: Id, conversationId: Id, messages: z.array(Id).min(1).max(500) });
export const NewLink = z.object({ conversationId: Id });
export const Reversible = z.object({ undoId: Id });
/** What was changed by somebody meanwhile stays as it is now, and is named. */
export const Undone = z.object({ undone: z.number(), left: z.array(Left) });

export const PutAttention = z.object({ attention: Attention, reason: z.string().trim().max(500).optional() });
export const PutAssignee = z.object({ agentId: Id.nullable() });
export const PutSnooze = z.object({ until: Instant });
export const PutResolution = z.object({ resolution: z.enum(['proposed', 'confirmed', 'unconfirmed']) });
export const NewNote = z.object({
  id: Id,
  text: z.string().trim().min(1, 'Write something first.').max(20_000),
  mentions: z
    .object({ agents: z.array(Id).max(50).default([]), teams: z.array(Id).max(10).default([]) })
    .default({ agents: [], teams: [] })
    .describe('Who is called; their names stand in the text as @Name'),
});

export type Colour = z.infer<typeof Colour>;
export type Label = z.infer<typeof Label>;
export type CustomField = z.infer<typeof CustomField>;
export type FieldValues = z.infer<typeof FieldValues>;
export type Task = z.infer<typeof Task>;
export type BulkAct = z.infer<typeof BulkAct>;
export type Bulked = z.infer<typeof Bulked>;
export type Undone = z.infer<typeof Undone>;
