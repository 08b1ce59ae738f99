import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import { type Candidate, CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import { type Sending, thingOf } from './send.ts';
import { listIn, standingOf, Thing } from './shapes.ts';

const PAGES = 5;
const unclear = (detail: string): Finding => ({ kind: 'unclear', detail });

/** Reddit has no key against doing a thing twice: looks among the account's own comments, which show removed ones too. */
export async function findAct(sending: Sending, act: Outgoing): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return findReply(sending, act);
    case 'edit':
      return look(sending, act.target.id, (thing) => isSameText(wordsOf(thing), act.content.text));
    case 'delete':
      return look(sending, act.target.id, (thing) => standingOf(thing) === 'gone');
    default:
      return { kind: 'absent' }; // hiding again does no harm, and other acts never leave the house
  }
}

async function findReply(
  { reddit, credentials }: Sending,
  act: Outgoing & { readonly kind: 'reply' },
): Promise<Finding> {
  const path = `/user/${encodeURIComponent(credentials.username)}/comments`;
  const candidates: Candidate[] = [];
  let after: string | undefined;
  let isWhole = false;
  for (let page = 0; page < PAGES && !isWhole; page += 1) {
    const answer = await reddit({ method: 'GET', path, query: { sort: 'new', limit: 100, after } });
    if (answer.kind === 'failed') return unclear(answer.message);
    const list = listIn(answer.body);
    for (const raw of list.children) {
      const thing = Thing.safeParse(raw).data;
      if (thing?.kind !== 't1') continue;
      const { parent_id, name, created_utc: at } = thing.data;
      if (at.getTime() < act.createdAt.getTime() - CLOCK_SKEW_MS) isWhole = true;
      if (parent_id === thingOf(act) && isSameText(wordsOf(thing), act.content.text))
        candidates.push({ id: name as Candidate['id'], at });
    }
    after = list.after;
    if (after === undefined) isWhole = true;
  }
  return chooseFound(candidates, act.createdAt, isWhole);
}

async function look({ reddit }: Sending, name: string, isDone: (thing: Thing) => boolean): Promise<Finding> {
  const answer = await reddit({ method: 'GET', path: '/api/info', query: { id: name } });
  if (answer.kind === 'failed') return unclear(answer.message);
  const thing = Thing.safeParse(listIn(answer.body).children[0]).data;
  return thing && isDone(thing) ? { kind: 'accepted' } : { kind: 'absent' };
}

const wordsOf = ({ kind, data }: Thing): string => (kind === 't3' ? (data.selftext ?? '') : data.body);
