import { z } from 'zod';
import { Trouble } from '../../core/channel/connector.ts';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import type { Api } from './api.ts';
import { textOfHtml } from './html.ts';
import { troubleOf } from './outcome.ts';
import { readOwner } from './owner.ts';
import { acceptedAs, draftOf, type Writing } from './post.ts';
import { Status } from './status.ts';
import { shownNames } from './words.ts';

const PAGES = 5;
const LIMIT = 40;

/** Looks among the account's own posts for the words of an act whose outcome is unknown. */
export async function findAct(api: Api, act: Outgoing): Promise<Finding> {
  if (act.kind !== 'reply' && act.kind !== 'private_reply' && act.kind !== 'publish' && act.kind !== 'quote')
    return { kind: 'absent' }; // marks, edits and deletions are never in doubt: they are done again
  try {
    return await findPost(api, act);
  } catch (error) {
    if (error instanceof Trouble) return { kind: 'unclear', detail: error.message };
    throw error;
  }
}

async function findPost(api: Api, act: Writing): Promise<Finding> {
  const draft = draftOf(act);
  if ('kind' in draft) return { kind: 'absent' };
  const { id: ownerId } = await readOwner(api);
  const since = act.createdAt.getTime() - CLOCK_SKEW_MS;
  const posts: Status[] = [];
  let isWhole = false;
  for (let page = 0; page < PAGES && !isWhole; page += 1) {
    const { found, count } = await read(api, ownerId, posts.at(-1)?.id);
    // among those that cannot be read may be the one that is looked for
    if (found.length < count) return { kind: 'unclear', detail: 'The server lists posts that cannot be read.' };
    posts.push(...found);
    isWhole = count < LIMIT || found.some(({ created_at: at }) => at.getTime() < since);
  }
  const wanted = shownNames(draft.text);
  const same = posts.filter(
    (post) =>
      isSameText(shownNames(textOfHtml(post.content)), wanted) && (post.in_reply_to_id ?? undefined) === draft.answers,
  );
  const finding = chooseFound(
    same.map(({ id, created_at: at }) => ({ id: id as ExternalMessageId, at })),
    act.createdAt,
    isWhole,
  );
  if (finding.kind !== 'accepted' || finding.id === undefined) return finding;
  return acceptedAs(act, finding.id, draft.visibility, draft.text, draft.warning);
}

async function read(api: Api, ownerId: string, maxId: string | undefined) {
  const answer = await api.get(`/api/v1/accounts/${encodeURIComponent(ownerId)}/statuses`, {
    limit: LIMIT,
    exclude_reblogs: true,
    max_id: maxId,
  });
  if (answer.kind !== 'ok') throw troubleOf(answer);
  const list = z.array(z.unknown()).safeParse(answer.body).data;
  if (!list) throw new Trouble('unavailable', 'The server answered with something that is no list of posts.');
  return { found: list.flatMap((one) => Status.safeParse(one).data ?? []), count: list.length };
}
