import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import { type Candidate, chooseFound, isSameText } from '../shared/timing.ts';
import type { Calls } from './calls.ts';
import { Comment, CommentList } from './comment.ts';
import { placeOf } from './send.ts';
import { commentUrn, encoded, organizationUrn, readCommentUrn } from './urn.ts';

const COUNT = 50;
const PAGES = 4;

/** LinkedIn has no key against doing a thing twice: a lost answer is looked for by the Page, its words and its time. */
export async function findAct(calls: Calls, act: Outgoing, account: string): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return findReply(calls, act, account);
    case 'edit':
    case 'delete': {
      const name = readCommentUrn(act.target.id);
      if (!name) return { kind: 'absent' };
      const answer = await calls({
        method: 'GET',
        path: `/socialActions/${encoded(name.post)}/comments/${name.number}`,
      });
      if (answer.kind === 'failed' && answer.status === 404)
        return act.kind === 'delete' ? { kind: 'accepted' } : { kind: 'absent' };
      if (answer.kind === 'failed') return { kind: 'unclear', detail: answer.message };
      if (act.kind === 'delete') return { kind: 'absent' };
      const words = Comment.safeParse(answer.json).data?.message?.text ?? '';
      return isSameText(words, act.content.text) ? { kind: 'accepted' } : { kind: 'absent' };
    }
    case 'like':
      // a second like changes nothing, so doing it again is right
      return { kind: 'absent' };
    default:
      return { kind: 'absent' };
  }
}

async function findReply(calls: Calls, act: Outgoing & { kind: 'reply' }, account: string): Promise<Finding> {
  const { post, parent } = placeOf(act);
  const candidates: Candidate[] = [];
  let isWhole = false;
  for (let page = 0; page < PAGES && !isWhole; page++) {
    const query = `start=${page * COUNT}&count=${COUNT}`;
    const answer = await calls({ method: 'GET', path: `/socialActions/${encoded(parent ?? post)}/comments?${query}` });
    if (answer.kind === 'failed') return { kind: 'unclear', detail: answer.message };
    const list = CommentList.safeParse(answer.json).data;
    if (!list) return { kind: 'unclear', detail: 'LinkedIn answered with something that is no list of comments.' };
    for (const raw of list.elements) {
      const one = Comment.safeParse(raw).data;
      // it may be the one that is looked for
      if (!one?.actor) return { kind: 'unclear', detail: 'LinkedIn lists a comment that cannot be read.' };
      if (one.actor !== organizationUrn(account) || !isSameText(one.message?.text ?? '', act.content.text)) continue;
      if (!one.created?.time) return { kind: 'unclear', detail: 'LinkedIn does not say when this comment was made.' };
      const name = readCommentUrn(one.commentUrn ?? one.$URN ?? '') ?? { post, number: one.id };
      candidates.push({ id: commentUrn(name), at: one.created.time });
    }
    isWhole = list.elements.length < COUNT;
  }
  const found = chooseFound(candidates, act.createdAt, isWhole);
  return found.kind === 'accepted' ? { ...found, remote: { post, ...(parent ? { parent } : {}) } } : found;
}
