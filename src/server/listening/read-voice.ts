import { type InboxRights, visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { mostSaid } from '../../core/listening/terms.ts';
import { addMoods, beginningOf, type Mood, NO_MOOD, postsOf, seriesOf, stepOf } from '../../core/listening/voice.ts';
import type { Reader } from '../../storage/database.ts';
import { listBoards } from '../../storage/listening/boards.ts';
import { readBrandWords } from '../../storage/listening/spike-facts.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import {
  channelsSeen,
  readSaidLately,
  readVoiceHours,
  readVoiceParts,
  type VoicePart,
} from '../../storage/listening/voice.ts';
import type { ShareOfVoice, Voice } from '../../wire/listening.ts';

interface Asked {
  readonly workspaceId: WorkspaceId;
  readonly inboxes?: InboxRights;
}
const DAY_MS = 86_400_000;
/** What is expected of the first step is learned from the four weeks before it. */
const LEARNED_MS = 28 * DAY_MS;
const LANGUAGES_MOST = 12;

export async function readVoice(
  db: Reader,
  { workspaceId, inboxes = null }: Asked,
  { boardId, days }: { readonly boardId: string; readonly days: number },
  now: Date,
): Promise<Voice> {
  const from = beginningOf(days, now);
  const visible = visibleInboxes(inboxes);
  const channels = await channelsSeen(db, workspaceId, visible);
  const since = new Date(from.getTime() - LEARNED_MS);
  const hours = await readVoiceHours(db, workspaceId, boardId, { since, channels });
  const before = new Date(from.getTime() - days * DAY_MS);
  const parts = await readVoiceParts(db, workspaceId, boardId, { from, before, channels });
  const said = await readSaidLately(db, workspaceId, boardId, { since: from, visible });
  const brand = await readBrandWords(db, workspaceId, boardId === SAID_TO_US ? null : boardId);
  return {
    step: stepOf(days),
    series: seriesOf(hours, days, now).map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    channels: byChannel(parts),
    languages: [...Map.groupBy(said, ({ language }) => language)]
      .map(([language, posts]) => ({ language, posts: posts.length }))
      .toSorted((a, b) => b.posts - a.posts)
      .slice(0, LANGUAGES_MOST),
    terms: [...mostSaid(said, brand)],
  };
}

export async function readShare(
  db: Reader,
  { workspaceId, inboxes = null }: Asked,
  days: number,
  now: Date,
): Promise<Omit<ShareOfVoice, 'spike'>> {
  const from = beginningOf(days, now);
  const visible = visibleInboxes(inboxes);
  const channels = await channelsSeen(db, workspaceId, visible);
  const before = new Date(from.getTime() - days * DAY_MS);
  const parts = await readVoiceParts(db, workspaceId, null, { from, before, channels });
  const boards = await listBoards(db, workspaceId, visible, now);
  return {
    boards: boards.map(({ id, name, kind }) => {
      const own = parts.filter(({ boardId }) => boardId === id);
      return { id, name, kind, ...own.reduce<Mood>(moodOf, NO_MOOD), before: sumOf(own) };
    }),
    saidToUs: byChannel(parts.filter(({ boardId }) => boardId === SAID_TO_US)),
  };
}

const moodOf = (sum: Mood, part: VoicePart): Mood => addMoods(sum, part);
const sumOf = (parts: readonly VoicePart[]): number => parts.reduce((sum, { before }) => sum + before, 0);

const byChannel = (parts: readonly VoicePart[]) =>
  parts
    .map(({ boardId: _, ...part }) => part)
    .filter((part) => postsOf(part) + part.before > 0)
    .toSorted((a, b) => postsOf(b) - postsOf(a) || b.before - a.before);
