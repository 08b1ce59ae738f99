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

/** How it went with one question. `refused`: how often X did not understand it: as it was meant, and in its plain form. */
interface Standing {
  askedAt: number;
  refused: number;
  restsUntil: number;
}
export interface Listening {
  readonly searches: readonly Search[];
  readonly handle: string;
  readonly historyMs: number;
}

export function createListening() {
  const standings = new Map<string, Map<string, Standing>>();
  const untold = new Map<string, Trouble>();

  return async function pullListen(reading: Reading, cursor: Cursor | null, asked: Listening): Promise<Pulled> {
    const { account, api, spending, now } = reading;
    const told = untold.get(account);
    untold.delete(account);
    if (told) throw told;

    const questions = new Map(
      asked.searches.flatMap((one) => queriesOf(one, asked.handle)).map((one) => [one.key, one]),
    );
    const before = standings.get(account);
    const known = new Map([...questions.keys()].map((key) => [key, before?.get(key) ?? unasked()]));
    standings.set(account, known);
    const marksBefore = PostsCursor.safeParse(cursor).data?.marks ?? {};
    // a question that nobody asks any more is forgotten
    const marks: Record<string, Mark> = Object.fromEntries(
      Object.entries(marksBefore).filter(([key]) => questions.has(key)),
    );

    const walks: Walked[] = [];
    for (const { question, standing } of inTurn(questions, known, now)) {
      const left = api.callsLeft(SEARCH_PATH);
      if (api.restsUntil(SEARCH_PATH) || (left !== null && left < CALLS_KEPT)) break;
      standing.askedAt = now.getTime();
      try {
        const walked = await ask(reading, question, standing, marks[question.key] ?? null, asked.historyMs);
        if (walked.mark) marks[question.key] = walked.mark;
        walks.push(walked);
      } catch (error) {
        if (error instanceof OddSearch) {
          Object.assign(standing, { refused: 0, restsUntil: now.getTime() + ODD_MS });
          // told with the next look, so that what the others found now is kept
          untold.set(account, oddTrouble(error));
        } else if (isPassing(error) && walks.length > 0) break;
        else if (error instanceof Trouble && error.kind === 'limited') break;
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

const unasked = (): Standing => ({ askedAt: Number.NEGATIVE_INFINITY, refused: 0, restsUntil: 0 });

function inTurn(
  questions: ReadonlyMap<string, ListenQuery>,
  standings: ReadonlyMap<string, Standing>,
  now: Date,
): { readonly question: ListenQuery; readonly standing: Standing }[] {
  return [...questions.values()]
    .flatMap((question) => {
      const standing = standings.get(question.key);
      return standing && standing.restsUntil <= now.getTime() ? [{ question, standing }] : [];
    })
    .toSorted((one, other) => (one.standing.askedAt < other.standing.askedAt ? -1 : 1))
    .slice(0, AT_ONCE);
}

/** As it is meant; in its plain form from the moment on that X does not understand that. */
async function ask(
  reading: Reading,
  { key, query, plain }: ListenQuery,
  standing: Standing,
  mark: Mark | null,
  historyMs: number,
): Promise<Walked> {
  const rules = { historyMs, overlapMs: OVERLAP_MS };
  const through = (words: string) => walk(mark, rulesOf(reading, searchFor(key, words, 'search', rules)));
  if (standing.refused > 0) return through(plain);
  try {
    return await through(query);
  } catch (error) {
    if (!(error instanceof OddSearch) || plain === query) throw error;
    standing.refused += 1;
    return through(plain);
  }
}

const oddTrouble = ({ message }: OddSearch): Trouble =>
  new Trouble('misconfigured', `A listening rule looks for something that cannot be asked for: ${message}`);

const isPassing = (error: unknown): boolean =>
  error instanceof Trouble && (error.kind === 'unavailable' || error.kind === 'limited');

/** Each post once, however many questions find it; what one of them finds as news is news. */
function foundIn(walks: readonly Walked[], own: readonly string[]): Pulled['entries'] {
  const all = walks.flatMap(({ fresh, isHistory }) => fresh.map((post) => ({ post, isHistory })));
  const past = all.filter(({ isHistory }) => isHistory);
  const fresh = all.filter(({ isHistory }) => !isHistory);
  const each = new Map([...past, ...fresh].map((one) => [one.post.id, one]));
  return [...each.values()].map(({ post, isHistory }) => entryOf(post, own, isHistory));
}
