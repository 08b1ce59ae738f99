import { z } from 'zod';
import {
  BECOMES,
  BOARD_KINDS,
  BOARDS_MOST,
  BRAND_WORDS_MOST,
  CARES,
  EXCLUDED_MOST,
  FORMS,
} from '../core/listening/listening-rule.ts';
import { NEEDS } from '../core/listening/needs.ts';
import { VOICE_DAYS } from '../core/listening/voice.ts';
import { SENTIMENTS } from '../core/understanding/understood.ts';
import { Cursor, Id, Instant } from './common.ts';
import { Quota } from './inboxes.ts';
import { Sentiment, Urgency } from './understood.ts';

/**
 * What is said of us and of others without being said to us.
 *
 *   GET    /api/boards                                        BoardList
 *   POST   /api/boards                 NewBoard               -> BoardList     (triage.manage)
 *   PATCH  /api/boards/:id             PatchBoard             -> BoardList     (triage.manage)
 *   PUT    /api/boards/order           BoardOrder             -> BoardList     (triage.manage)
 *   DELETE /api/boards/:id                                    -> Done: its rules go with it (triage.manage)
 *   GET    /api/boards/:id/hits?…      HitQuery               HitList, the newest first
 *   GET    /api/boards/:id/voice?days=                        Voice
 *   GET    /api/boards/:id/spikes                             SpikeList, the newest first
 *          (for voice and spikes the zero UUID names what is said to us in public)
 *   GET    /api/voice?days=                                   ShareOfVoice: all boards, and what is said to us, by network
 *   GET    /api/hits/:id                                      OneHit, with those alike
 *   POST   /api/hits/judge             JudgeHits              -> Judged: acknowledge, ignore, or put back
 *   POST   /api/hits/:id/take-up       TakeUpHit              -> TakenUp: it becomes a conversation, somebody's if said
 *   POST   /api/hits/:id/like          ActOnHit               -> TakenUp: liked in public, and acknowledged by that
 *   POST   /api/hits/:id/thank         ThankHit               -> TakenUp: a short public answer, and answered by that
 *   GET    /api/listening-rules                               ListeningRuleList (triage.manage)
 *   POST   /api/listening-rules        NewListeningRule       -> ListeningRule (triage.manage)
 *   PATCH  /api/listening-rules/:id    PatchListeningRule     -> ListeningRule (triage.manage)
 *   DELETE /api/listening-rules/:id                           -> Done          (triage.manage)
 *   POST   /api/listening-rules/preview  AskPreview           -> Preview: its last 200 hits, before it is saved (triage.manage)
 *   GET    /api/listening-sources                             SourceList: who can look where, and what it costs (triage.manage)
 */
export const Driver = z.object({
  terms: z.array(z.object({ term: z.string(), posts: z.number(), usual: z.number() })),
  hits: z.array(Id).describe('The posts that most of it repeats or answers, the widest heard first'),
  threads: z
    .array(z.object({ conversationId: Id, title: z.string().nullable(), posts: z.number(), negative: z.number() }))
    .describe('Of what is said to us: below which of our posts, the angriest first, with a conversation there'),
});
export const Spike = z.object({
  id: Id,
  boardId: Id,
  beganAt: Instant,
  seenAt: Instant,
  endedAt: Instant.nullable(),
  posts: z.number().describe('In the hour of its height'),
  expected: z.number().describe('As many as the same hour of the weeks before would let one expect'),
  authors: z.number(),
  negative: z.number().describe('How many of the posts were negative'),
  drivers: Driver,
});
export type Spike = z.infer<typeof Spike>;

export const Board = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(BOARD_KINDS),
  waiting: z.object({ count: z.number(), isCapped: z.boolean() }),
  rules: z
    .array(z.object({ id: Id, name: z.string(), isOn: z.boolean() }).readonly())
    .readonly()
    .describe('That fill it, those switched off too'),
  lastDay: z.number().describe('Posts heard within 24 hours'),
  dayBefore: z.number(),
  spike: Spike.nullable().describe('Going on just now'),
});
export type Board = z.infer<typeof Board>;
export const BoardList = z.object({ items: z.array(Board) });
const BoardName = z.string().trim().min(1, 'A name is needed.').max(60);
export const NewBoard = z.object({ id: Id, name: BoardName, kind: z.enum(BOARD_KINDS) });
export const PatchBoard = z.object({
  name: BoardName.optional(),
  kind: z.enum(BOARD_KINDS).optional(),
  position: z.int().min(0).max(1_000).optional(),
});

export const BoardOrder = z
  .object({ ids: z.array(Id).max(BOARDS_MOST) })
  .describe('Those that are not named stay behind them');

export const HeardWord = z.object({
  kind: z.enum(['brand', 'trigger']),
  form: z.enum(FORMS).optional(),
  word: z.string(),
  from: z.number(),
  to: z.number().describe('UTF-16 units of `text`'),
});
export const HeardNeed = z.object({ is: z.enum(NEEDS), p: z.number().describe('How sure, 0 to 1') });
export const HIT_STATES = ['waiting', 'acknowledged', 'ignored', 'taken_up', 'gone'] as const;
export const Overheard = z.object({
  channel: z.string(),
  inboxId: Id.describe('The account that found it'),
  author: z.object({
    name: z.string(),
    handle: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    followers: z.number().nullable(),
  }),
  text: z.string(),
  media: z.number().describe('How many pictures, films or files hang on it'),
  permalink: z.string().nullable(),
  saidAt: Instant,
  language: z.string().nullable(),
  sentiment: Sentiment.nullable(),
  urgency: Urgency.nullable(),
  because: z.array(HeardWord),
  needs: z.array(HeardNeed).describe('What it is understood as, where that counts as a call for care; else empty'),
});
export const Hit = Overheard.extend({
  id: Id,
  rules: z.array(z.object({ id: Id, name: z.string() })),
  alike: z.number().describe('How many others say nearly the same'),
  state: z.enum(HIT_STATES),
  reason: z.string().nullable(),
  judgedBy: z.string().nullable(),
  judgedAt: Instant.nullable(),
  conversationId: Id.nullable(),
  canLike: z.boolean(),
  canAnswer: z.boolean().describe('In public, by the account that found it'),
  whyNot: z.string().nullable().describe('Why it cannot be answered there'),
});
export type Hit = z.infer<typeof Hit>;
export const HitQuery = z.object({
  state: z.enum(['waiting', 'handled', 'all']).default('waiting'),
  channel: z.string().max(40).optional(),
  sentiment: z.enum([...SENTIMENTS, 'unclear']).optional(),
  language: z.string().max(20).optional(),
  rule: Id.optional(),
  words: z
    .string()
    .trim()
    .max(80)
    .optional()
    .describe('In its text, each at the beginning of a word. Pages may then hold few or none, and more may follow'),
  alike: Id.optional().describe('Those that say nearly what this one says'),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const HitList = z.object({ items: z.array(Hit), cursor: Cursor.nullable() });
export const OneHit = Hit.extend({ others: z.array(Hit).describe('Those that say nearly the same, the newest first') });

export const JudgeHits = z.object({
  ids: z.array(Id).min(1).max(200),
  state: z.enum(['waiting', 'acknowledged', 'ignored']),
  reason: z.string().trim().max(200).default(''),
  withAlike: z.boolean().default(false).describe('Also those that say nearly the same'),
});
export const Judged = z.object({
  done: z.number(),
  left: z.array(z.object({ id: Id, why: z.string() })).describe('What could not be judged any more'),
});
export const TakeUpHit = z.object({ assigneeId: Id.nullable().default(null), teamId: Id.nullable().default(null) });
export const ActOnHit = z.object({ actId: Id.describe('Made by whoever asks: a second try changes nothing') });
export const ThankHit = z.object({
  messageId: Id.describe('Made by whoever asks: a second try changes nothing'),
  text: z.string().trim().min(1, 'Write a few words.').max(10_000),
});
export const TakenUp = z.object({ conversationId: Id, messageId: Id });

const Mood = z.object({ positive: z.number(), neutral: z.number(), negative: z.number(), unclear: z.number() });
export const VoiceQuery = z.object({
  days: z.coerce.number().pipe(z.literal(VOICE_DAYS)).default(7),
});
export const Voice = z.object({
  step: z.enum(['hour', 'day']),
  series: z.array(Mood.extend({ at: Instant, expected: z.number().nullable() })).describe('Without gaps; days are UTC'),
  channels: z
    .array(Mood.extend({ channel: z.string(), before: z.number().describe('In as many days before') }))
    .describe('Where people speak, the most first'),
  languages: z.array(z.object({ language: z.string().nullable(), posts: z.number() })),
  terms: z.array(z.object({ term: z.string(), posts: z.number() })).describe('What is said most, of the newest posts'),
});
export type Voice = z.infer<typeof Voice>;
export const ShareOfVoice = z.object({
  boards: z.array(Mood.extend({ id: Id, name: z.string(), kind: z.enum(BOARD_KINDS), before: z.number() })),
  saidToUs: z
    .array(Mood.extend({ channel: z.string(), before: z.number() }))
    .describe('Comments, mentions and reviews, by network'),
  spike: Spike.nullable().describe('Going on just now in what is said to us'),
});
export type ShareOfVoice = z.infer<typeof ShareOfVoice>;
export const SpikeList = z.object({
  items: z.array(Spike.extend({ posted: z.array(Hit).describe('The posts that drive it') })),
});

const Word = z.string().trim().min(1).max(80);
const Words = z.record(z.string().max(20), z.array(Word).max(200));
export const ListeningBody = z.object({
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  boardId: Id,
  brand: z.array(Word).min(1, 'Say which words to listen for.').max(BRAND_WORDS_MOST),
  forms: z.array(z.enum(FORMS)).min(1, 'Choose at least one form.'),
  care: z
    .enum(CARES)
    .describe(
      'What must stand beside the brand: a word that calls for care (words), one or a complaint, a question or something urgent (understood), or nothing (anything)',
    ),
  triggers: Words.default({}),
  without: z.array(Word).max(EXCLUDED_MOST).default([]),
  languages: z.array(z.string().min(2).max(20)).max(60).default([]),
  sources: z.array(Id).max(200).default([]),
  becomes: z.enum(BECOMES),
});
export const ListeningRule = ListeningBody.extend({
  id: Id,
  isOn: z.boolean(),
  version: z.number(),
  hits: z.number().describe('Within the last 30 days'),
  lastAt: Instant.nullable(),
});
export type ListeningRule = z.infer<typeof ListeningRule>;
export const ListeningRuleList = z.object({ items: z.array(ListeningRule) });
export const NewListeningRule = ListeningBody.extend({
  id: Id,
  isOn: z.boolean().default(true),
  care: ListeningBody.shape.care.default('understood'),
});
export const PatchListeningRule = z.object({
  isOn: z.boolean().optional(),
  body: ListeningBody.optional(),
  version: z.int().min(1).optional().describe('The version that was changed: of two who save at once, one is told'),
});
export const AskPreview = z.object({
  body: ListeningBody,
  ask: z
    .array(Id)
    .max(20)
    .default([])
    .describe('Inboxes whose networks are asked just now; what costs money is asked only when named here'),
});
export const Preview = z.object({
  items: z.array(
    Overheard.extend({ isKept: z.boolean().describe('True: the desk had it already'), becomes: z.enum(BECOMES) }),
  ),
  looked: z.number().describe('Posts that were looked at'),
  passed: z.object({
    noTrigger: z.number(),
    excluded: z.number(),
    language: z.number(),
    noBrand: z.number().describe('The network found them, the rule does not hear them'),
  }),
  nearly: z
    .array(Overheard.extend({ why: z.enum(['no_trigger', 'excluded', 'language']), word: z.string().nullable() }))
    .describe('The newest that it let pass'),
  asked: z.array(
    z.object({
      inboxId: Id,
      found: z.number(),
      costUsd: z.number().nullable(),
      problem: z.string().nullable().describe('Why this network did not answer'),
    }),
  ),
  perDay: z.number().nullable().describe('About as many hits a day; null: too few to say'),
  usdPerDay: z.number().nullable(),
});
export type Preview = z.infer<typeof Preview>;

export const ListeningSource = z.object({
  inboxId: Id,
  channel: z.string(),
  name: z.string(),
  can: z.boolean(),
  how: z.string().describe('How it searches, or why it cannot'),
  searches: z.number().describe('That rules ask of it now'),
  isNarrowed: z
    .boolean()
    .describe('It asks for care words beside the brand, too: a rule that hears more than those makes it find more'),
  searchesMost: z.number().nullable(),
  usdPerPost: z.number().nullable(),
  quota: Quota.nullable(),
  problem: z.string().nullable().describe('Why it does not look just now'),
});
export type ListeningSource = z.infer<typeof ListeningSource>;
export const SourceList = z.object({ items: z.array(ListeningSource) });
