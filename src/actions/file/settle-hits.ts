import type { MessageEvent } from '../../core/channel/event.ts';
import type { ConversationId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Heard } from '../../core/listening/hear.ts';
import { needsIn } from '../../core/listening/needs.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import type { Voice } from '../../storage/filing/hours.ts';
import {
  insertHits,
  markTakenUp,
  type NewHit,
  putOnBoards,
  type TakenUp,
  widenHits,
} from '../../storage/listening/filing.ts';
import { newId } from '../../storage/new-id.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import type { HitMemory } from './hit-memory.ts';
import type { Placed } from './parse-entries.ts';
import { keyOfPost, type Post, placeOf, type Sorted } from './sort-overheard.ts';
import type { Verdict } from './verdict.ts';

type Message = Placed<MessageEvent>;
interface Where {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
}
export interface Settled {
  /** Those of `filed`, and of what was left out of it. */
  readonly verdicts: readonly Verdict[];
  readonly changes: readonly Change[];
  readonly voices: readonly Voice[];
}

/** Writes down what was overheard, once it is known what became of the messages of the batch. */
export async function settleHits(
  tx: Tx,
  workspaceId: WorkspaceId,
  sorted: Sorted,
  filed: readonly Verdict[],
  memory: HitMemory,
  now: Date,
): Promise<Settled> {
  const verdictOf = new Map(filed.map((verdict) => [`${verdict.entryId} ${verdict.position}`, verdict]));
  const whereIs = (message: Message): Where | null => {
    const { messageId, conversationId = null } = verdictOf.get(placeOf(message)) ?? {};
    return messageId ? { messageId, conversationId } : null;
  };
  const whereIsPost = ({ is }: Post): Where | null =>
    is === null ? null : 'entry' in is ? whereIs(is) : { messageId: is.id, conversationId: is.conversationId };

  const rulesOf = new Map(
    sorted.posts.flatMap(({ message, heard, is }) =>
      is === message ? [[placeOf(message), namesOf(message, heard)]] : [],
    ),
  );
  const echoes = sorted.echoes.map(({ message, of }): Verdict => {
    const first = whereIs(of);
    return {
      entryId: message.entry.id,
      position: message.position,
      state: 'duplicate',
      kind: 'message',
      became: 'known already',
      ...(first ?? {}),
    };
  });
  const verdicts = [
    ...filed.map((verdict) => {
      const rules = rulesOf.get(`${verdict.entryId} ${verdict.position}`);
      return rules && verdict.state === 'filed'
        ? { ...verdict, became: `message, found by ${rules.join(', ')}` }
        : verdict;
    }),
    ...echoes,
  ];
  const taken: TakenUp[] = sorted.met.flatMap(({ hit, message }) => {
    const where = whereIs(message);
    return where ? [{ id: hit.id, ...where }] : [];
  });
  if (sorted.posts.length === 0) {
    await markTakenUp(tx, workspaceId, taken, now);
    return { verdicts, changes: taken.length > 0 ? [LISTENING] : [], voices: [] };
  }

  const wider: { id: string; because: readonly Heard[] }[] = [];
  const fresh: (NewHit & { readonly message: Message })[] = [];
  for (const post of sorted.posts) {
    const where = whereIsPost(post);
    if (!post.hit) fresh.push({ ...describeHit(post, where), message: post.message });
    else {
      const known = new Set(post.hit.because.map(({ ruleId }) => ruleId));
      const added = post.heard.filter(({ ruleId }) => !known.has(ruleId));
      if (added.length > 0 && post.hit.state !== 'gone')
        wider.push({ id: post.hit.id, because: [...post.hit.because, ...added] });
      if (where && post.hit.messageId !== where.messageId) taken.push({ id: post.hit.id, ...where });
    }
  }
  const leaders = await memory.leaders(tx, workspaceId, fresh, now);
  const rows = fresh.map(({ message: _, ...hit }) => ({ ...hit, alikeId: leaders.get(hit.id) ?? hit.id }));
  const inserted = await insertHits(tx, workspaceId, rows, now);
  await widenHits(tx, workspaceId, wider, now);
  await markTakenUp(tx, workspaceId, taken, now);
  const boarded = await putOnBoards(tx, workspaceId, [...inserted, ...wider.map(({ id }) => id)]);
  await addTimelineEvents(
    tx,
    workspaceId,
    sorted.posts.flatMap((post) => foundBy(post, whereIsPost(post))),
  );

  const saidBy = new Map([
    ...fresh.map(({ id, message }) => [id, message] as const),
    ...sorted.posts.flatMap(({ hit, message }) => (hit ? [[hit.id, message] as const] : [])),
  ]);
  const isNews = inserted.size + wider.length + taken.length > 0;
  return {
    verdicts,
    changes: isNews ? [LISTENING] : [],
    voices: boarded.flatMap(({ boardId, hitId }) => {
      const message = saidBy.get(hitId);
      return message ? [{ boardId, ...voiceOf(message) }] : [];
    }),
  };
}

const LISTENING: Change = { kind: 'listening', conversationId: null };

const voiceOf = ({ inbox, event, understood }: Message) => ({
  channel: inbox.channel,
  at: event.sentAt,
  mood: understood?.sentiment.label ?? null,
});

function describeHit({ message, heard }: Post, where: Where | null): NewHit {
  const { inbox, event, entry, understood } = message;
  const person = event.author.kind === 'contact' ? event.author.person : null;
  const id = newId<string>();
  return {
    ...keyOfPost(message),
    id,
    inboxId: inbox.id,
    localId: event.id,
    ledgerId: entry.id,
    event: event as unknown as Json,
    authorId: person?.id ?? null,
    author: {
      name: person?.name ?? person?.handle ?? '',
      handle: person?.handle ?? null,
      avatarUrl: person?.avatarUrl ?? null,
      followers: person?.followers ?? null,
      scope: person?.scope ?? '',
    },
    text: event.content.text,
    permalink: event.permalink ?? event.thread.permalink ?? null,
    saidAt: event.sentAt,
    language: understood?.language.code ?? null,
    sentiment: understood?.sentiment.label ?? null,
    urgency: understood?.urgency.label ?? null,
    understood: (understood ?? null) as unknown as Json,
    because: heard,
    alikeId: id,
    state: where ? 'taken_up' : 'waiting',
    messageId: where?.messageId ?? null,
    conversationId: where?.conversationId ?? null,
  };
}

/** Of what a rule made work, which rule it was and what it heard. */
function foundBy({ message, heard, is }: Post, where: Where | null) {
  if (is !== message || !where?.conversationId) return [];
  return [
    {
      conversationId: where.conversationId,
      at: message.event.sentAt,
      actorKind: 'rule' as const,
      actorId: null,
      kind: 'found_by_listening',
      detail: {
        messageId: where.messageId,
        rules: namesOf(message, heard),
        words: wordsOf(heard),
        needs: needsIn(heard),
      },
    },
  ];
}

const namesOf = ({ overheard }: Message, heard: readonly Heard[]): readonly string[] =>
  heard.flatMap(({ ruleId }) => overheard?.names.get(ruleId) ?? []);

export const wordsOf = (heard: readonly Heard[]): readonly string[] => [
  ...new Set(heard.flatMap(({ because }) => because.map(({ word }) => word))),
];
