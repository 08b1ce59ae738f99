import { type Cursor, type Pulled, Trouble } from '../../core/channel/connector.ts';
import type { Search } from '../../core/listening/search.ts';
import { widestGap } from '../shared/gap.ts';
import { type ListenQuery, queriesOf } from './listen-queries.ts';
import { type Mark, PostsCursor } from './mark.ts';
import { entryOf, OddSearch, type Reading, rulesOf, SEARCH_PATH, searchFor } from './pull-posts.ts';
import { type Walked, walk } from './walk.ts';

/** Questions in one look; the others follow in the next ones, whoever waited longest first. */
const AT_ONCE = 10;
/** Of 300 calls in a quarter of an hour, what is left to the account's own searches and to quotes. */
const CALLS_KEPT = 100;
const ODD_MS = 3_600_000;
const OVERLAP_MS = 2 * 60_000;

/** X did not understand a question. */
interface Refusal {
  /** As it was meant: it is asked in its plain form. */
  readonly isPlain: boolean;
  readonly restsUntil: number;
}
export interface Listening {
  readonly searches: readonly Search[];
  readonly handle: string;
  readonly historyMs: number;
}
type PullListen = (reading: Reading, cursor: Cursor | null, asked: Listening) => Promise<Pulled>;

/** What X does not understand is known to all sessions; whose turn it is, to each by itself. */
export function createListening() {
  const refusals = new Map<string, Refusal>();
  const opened = new Map<string, number>();
  return {
    open(account: string): PullListen {
      const count = opened.get(account) ?? 0;
      opened.set(account, count + 1);
      return openListening(refusals, count * AT_ONCE);
    },
  };
}

/** `skipped`: where an earlier session began, so that one that is often opened anew asks everything in time. */
function openListening(refusals: Map<string, Refusal>, skipped: number): PullListen {
  const askedAt = new Map<string, number>();
  let untold: OddSearch | null = null;

  return async (reading, cursor, asked) => {
    const { account, api, spending, now } = reading;
    const told = untold;
    untold = null;
    if (told) throw oddTrouble(told);

    const questions = new Map(
      asked.searches.flatMap((one) => queriesOf(one, asked.handle)).map((one) => [one.key, one]),
    );
    const marksBefore = PostsCursor.safeParse(cursor).data?.marks ?? {};
    // a question that nobody asks any more is forgotten
    const marks: Record<string, Mark> = Object.fromEntries(
      Object.entries(marksBefore).filter(([key]) => questions.has(key)),
    );
    const refusalOf = ({ key }: ListenQuery) => refusals.get(`${account} ${key}`);
    const due = inTurn([...questions.values()], skipped, askedAt).filter(
      (one) => (refusalOf(one)?.restsUntil ?? 0) <= now.getTime(),
    );

    const walks: Walked[] = [];
    for (const question of due.slice(0, AT_ONCE)) {
      const left = api.callsLeft(SEARCH_PATH);
      if (api.restsUntil(SEARCH_PATH) || (left !== null && left < CALLS_KEPT)) break;
      askedAt.set(question.key, now.getTime());
      const refuse = (isPlain: boolean, restsUntil = 0) =>
        refusals.set(`${account} ${question.key}`, { isPlain, restsUntil });
      try {
        const isPlain = refusalOf(question)?.isPlain ?? false;
        const mark = marks[question.key] ?? null;
        const walked = await ask(reading, question, mark, { isPlain, refuse, historyMs: asked.historyMs });
        if (walked.mark) marks[question.key] = walked.mark;
        walks.push(walked);
      } catch (error) {
        if (error instanceof OddSearch) {
          refuse(false, now.getTime() + ODD_MS);
          // told with the next look, so that what the others found now is kept
          untold = error;
        } else if (error instanceof Trouble && (error.kind === 'limited' || isPassing(error, walks))) break;
        else throw error;
      }
    }
    const gap = widestGap(walks.flatMap((one) => one.gap ?? []));
    return {
      entries: foundIn(walks, reading.own),
      cursor: { marks, own: [], spent: spending.day() } satisfies PostsCursor,
      more: walks.some(({ more }) => more),
      quota: spending.quota(),
      ...(gap ? { gap } : {}),
    };
  };
}

function inTurn(
  questions: readonly ListenQuery[],
  skipped: number,
  askedAt: ReadonlyMap<string, number>,
): ListenQuery[] {
  const at = skipped % Math.max(1, questions.length);
  const lastAsked = ({ key }: ListenQuery) => askedAt.get(key) ?? 0;
  return [...questions.slice(at), ...questions.slice(0, at)].toSorted(
    (one, other) => lastAsked(one) - lastAsked(other),
  );
}

interface Manner {
  readonly isPlain: boolean;
  readonly refuse: (isPlain: boolean) => void;
  readonly historyMs: number;
}

/** As it is meant; in its plain form from the moment on that X does not understand that. */
async function ask(
  reading: Reading,
  { key, query, plain }: ListenQuery,
  mark: Mark | null,
  { isPlain, refuse, historyMs }: Manner,
): Promise<Walked> {
  const rules = { historyMs, overlapMs: OVERLAP_MS };
  const through = (words: string) => walk(mark, rulesOf(reading, searchFor(key, words, 'search', rules)));
  if (isPlain) return through(plain);
  try {
    return await through(query);
  } catch (error) {
    if (!(error instanceof OddSearch) || plain === query) throw error;
    refuse(true);
    return through(plain);
  }
}

const oddTrouble = ({ message }: OddSearch): Trouble =>
  new Trouble('misconfigured', `A listening rule looks for something that cannot be asked for: ${message}`);

/** What was found before the network went away is kept. */
const isPassing = ({ kind }: Trouble, walks: readonly Walked[]): boolean => kind === 'unavailable' && walks.length > 0;

/** Each post once, however many questions find it; what one of them finds as news is news. */
function foundIn(walks: readonly Walked[], own: readonly string[]): Pulled['entries'] {
  const all = walks.flatMap(({ fresh, isHistory }) => fresh.map((post) => ({ post, isHistory })));
  const past = all.filter(({ isHistory }) => isHistory);
  const fresh = all.filter(({ isHistory }) => !isHistory);
  const each = new Map([...past, ...fresh].map((one) => [one.post.id, one]));
  return [...each.values()].map(({ post, isHistory }) => entryOf(post, own, isHistory));
}
