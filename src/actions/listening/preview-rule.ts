import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { noSuch } from '../../core/access/no-such.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { InboxId, Json } from '../../core/ids.ts';
import type { Own } from '../../core/learning/own.ts';
import type { Hear, Heard, HeardWord, LetPass } from '../../core/listening/hear.ts';
import type { ListeningBody, ListeningRule } from '../../core/listening/listening-rule.ts';
import { type Need, needsOf } from '../../core/listening/needs.ts';
import { searchesOf } from '../../core/listening/searches-of.ts';
import { priceOf, ratesOf } from '../../core/listening/voice-rates.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { Reader } from '../../storage/database.ts';
import { type InboxRow, listInboxes, readSealed } from '../../storage/inboxes.ts';
import type { OwnOf } from '../../storage/learning/own.ts';
import { findBoard } from '../../storage/listening/boards.ts';
import type { SaidPublicly } from '../../storage/listening/hits.ts';
import { listRecentPosts, type RecentPost } from '../../storage/listening/recent-posts.ts';
import type { Principal } from '../who.ts';
import { type Answered, type AskingDeps, askNetwork } from './ask-network.ts';
import { checkListeningRule } from './check-listening-rule.ts';

export interface PreviewDeps extends AskingDeps {
  readonly db: Reader;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly understand: Understand;
  readonly hear: Hear;
  readonly ownOf: OwnOf;
}
export interface PreviewPost extends RecentPost {
  /** The desk had it already. */
  readonly isKept: boolean;
}
export interface Previewed {
  readonly items: readonly (PreviewPost & Pick<Heard, 'because' | 'needs' | 'becomes'>)[];
  readonly looked: number;
  readonly passed: {
    readonly noTrigger: number;
    readonly excluded: number;
    readonly language: number;
    readonly noBrand: number;
  };
  readonly nearly: readonly (PreviewPost &
    Pick<Heard, 'because'> & {
      readonly why: NearlyWhy;
      readonly word: string | null;
      /** What it is understood as, where a rule that asks for that would have heard it. */
      readonly needs: readonly Need[];
    })[];
  readonly asked: readonly (Pick<Answered, 'inboxId' | 'costUsd' | 'problem'> & { readonly found: number })[];
  readonly perDay: number | null;
  readonly usdPerDay: number | null;
}
export type NearlyWhy = Exclude<LetPass['why'], 'no_brand' | 'source'>;

/** The newest that the desk has are looked at. */
const LOOKED_AT = 5_000;
const SHOWN = 200;
const NEARLY_SHOWN = 30;
/** Only so that a draft is a rule; nothing is kept under it. */
const DRAFT = '00000000-0000-0000-0000-000000000000';

/**
 * What a rule would have heard, before it is saved: of what the desk has, and of what the networks find just now that
 * are asked. Keeps nothing. Throws what `checkListeningRule` throws, and `no_such_inbox`.
 */
export async function previewRule(
  deps: PreviewDeps,
  who: Principal,
  { body: given, ask }: { readonly body: ListeningBody; readonly ask: readonly InboxId[] },
  now: Date,
): Promise<Previewed> {
  const { db, connectors, hear } = deps;
  const body = await checkListeningRule(db, who, given, true);
  const board = await findBoard(db, who.workspaceId, body.boardId);
  const rule: ListeningRule = { ...body, id: DRAFT, boardKind: board?.kind ?? 'own' };
  const visible = visibleInboxes(who.inboxes ?? null);
  const own = await deps.ownOf(who.workspaceId);
  const all = await listInboxes(db, who.workspaceId);
  const inboxes = new Map(all.filter(({ id }) => visible?.includes(id) ?? true).map((inbox) => [inbox.id, inbox]));
  const answers = await askAll(deps, who, { rule, ask, inboxes, own }, now);
  const kept = (await listRecentPosts(db, who.workspaceId, { visible, limit: LOOKED_AT }, now)).map((post) => ({
    ...post,
    isKept: true,
  }));
  const known = new Set(kept.map(sameness));
  const found = answers
    .flatMap(({ inboxId, events }) => {
      const inbox = inboxes.get(inboxId);
      return inbox ? events.map((event) => postOf(event, inbox, deps.understand, own)) : [];
    })
    .filter((post) => !known.has(sameness(post)));
  const judged = [...found, ...kept].map((post) => ({ post, verdict: hear(rule, post, own?.triggers ?? null) }));
  const heard = judged.flatMap(({ post, verdict }) => ('why' in verdict ? [] : [{ ...post, ...pick(verdict) }]));
  const passed = judged.flatMap(({ post, verdict }) => ('why' in verdict ? [{ post, ...verdict }] : []));
  // What stood in its way put aside, so that the brand is marked in what was let pass, too.
  const open: ListeningRule = { ...rule, care: 'anything', without: [], languages: [] };
  const brandIn = (post: PreviewPost): readonly HeardWord[] => {
    const verdict = hear(open, post, null);
    return 'why' in verdict ? [] : verdict.because.filter(({ kind }) => kind === 'brand');
  };
  const count = (why: LetPass['why']) => passed.filter((one) => one.why === why).length;
  return {
    items: heard.toSorted(newestFirst).slice(0, SHOWN),
    looked: judged.length - count('source'),
    passed: {
      noTrigger: count('no_trigger'),
      excluded: count('excluded'),
      language: count('language'),
      noBrand: passed.filter(({ why, post }) => why === 'no_brand' && !post.isKept).length,
    },
    nearly: passed
      .flatMap(({ post, why, word }) => (isNearly(why) ? [{ ...post, why, word: word ?? null }] : []))
      .toSorted(newestFirst)
      .slice(0, NEARLY_SHOWN)
      .map((post) => ({
        ...post,
        because: brandIn(post),
        needs: post.why === 'no_trigger' ? needsOf(post.understood) : [],
      })),
    asked: answers.map(({ inboxId, events, costUsd, problem }) => ({
      inboxId,
      found: events.length,
      costUsd,
      problem,
    })),
    ...ratesOf({
      heard,
      kept,
      answers: answers.map(({ inboxId, events, reachMs, problem }) => ({
        inboxId,
        reachMs,
        found: problem === null ? events.map(({ sentAt }) => sentAt) : null,
      })),
      priced: pricedFor(rule, connectors, all),
      now,
    }),
  };
}

const isNearly = (why: LetPass['why']): why is NearlyWhy => why !== 'no_brand' && why !== 'source';
const pick = ({ because, needs, becomes }: Heard) => ({ because, becomes, ...(needs ? { needs } : {}) });
const newestFirst = (a: SaidPublicly, b: SaidPublicly): number => b.saidAt.getTime() - a.saidAt.getTime();
/** A post has one address; where a network gives none, one text at one time. */
const sameness = ({ channel, permalink, text, saidAt }: SaidPublicly): string =>
  `${channel} ${permalink ?? `${saidAt.getTime()} ${text}`}`;

async function askAll(
  deps: PreviewDeps,
  who: Principal,
  asked: {
    readonly rule: ListeningRule;
    readonly ask: readonly InboxId[];
    readonly inboxes: ReadonlyMap<InboxId, InboxRow>;
    readonly own: Own | null;
  },
  now: Date,
): Promise<readonly Answered[]> {
  const { rule, ask, inboxes, own } = asked;
  const known = [...new Set(ask)].map((id) => {
    const inbox = inboxes.get(id);
    if (!inbox) throw noSuch('inbox');
    return inbox;
  });
  return Promise.all(
    known.map(async ({ id, channel, handle }) => {
      const [sealed] = await readSealed(deps.db, who.workspaceId, { id });
      if (!sealed) throw noSuch('inbox');
      const searches = searchesOf([rule], id, handle, own?.triggers ?? null);
      return askNetwork(deps, who.workspaceId, deps.connectors.get(channel), sealed, searches, now);
    }),
  );
}

function postOf(
  event: MessageEvent,
  inbox: { readonly id: InboxId; readonly channel: string; readonly language: string | null },
  understand: Understand,
  own: Own | null,
): PreviewPost {
  const { text, attachments } = event.content;
  const person = event.author.kind === 'contact' ? event.author.person : null;
  const understood = understand(text, { isPrivate: false, likelyLanguage: inbox.language, rating: null, own });
  return {
    channel: inbox.channel,
    inboxId: inbox.id,
    author: {
      name: person?.name ?? person?.handle ?? '',
      handle: person?.handle ?? null,
      avatarUrl: person?.avatarUrl ?? null,
      followers: person?.followers ?? null,
    },
    text,
    media: attachments?.length ?? 0,
    permalink: event.permalink ?? null,
    saidAt: event.sentAt,
    understood,
    language: understood.language.code,
    sentiment: understood.sentiment.label,
    urgency: understood.urgency.label,
    isKept: false,
  };
}

/** What a found post costs, of the accounts that would look for this rule. */
function pricedFor(
  rule: ListeningRule,
  connectors: PreviewDeps['connectors'],
  inboxes: readonly { readonly id: InboxId; readonly channel: string; readonly quota: Json }[],
): ReadonlyMap<InboxId, number> {
  const looking = inboxes.filter(({ id }) => rule.sources.length === 0 || rule.sources.includes(id));
  return new Map(
    looking.flatMap(({ id, channel, quota }) => {
      const price = priceOf(connectors.get(channel)?.capabilities.listening, quota);
      return price === null ? [] : [[id, price] as const];
    }),
  );
}
