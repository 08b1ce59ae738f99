import { z } from 'zod';
import { id as Id, lenient } from '../shared/shapes.ts';
import { type AppAnswer, type AppCall, type Hitch, hitchOf, isHitch } from './as-app.ts';
import { listOf } from './shapes.ts';
import { differenceOf, type Rule, type StandingRule } from './stream-rules.ts';

const PATH = '/2/tweets/search/stream/rules';
/** Rules in one call. */
const AT_ONCE = 100;
/** X takes 100 changes in a quarter of an hour; to find what it does not understand may not use them up. */
const TRIES = 40;
/** Enterprise has 25,000 rules; a list of them comes in pages. */
const PAGES = 50;
const ODD_MS = 3_600_000;

const Standing = z.looseObject({ id: Id, value: z.string(), tag: lenient(z.string()) });
const Rules = z.looseObject({
  data: listOf(Standing),
  meta: z
    .looseObject({ next_token: lenient(z.string().min(1)) })
    .catch({})
    .default({}),
  errors: listOf(
    z.looseObject({
      id: lenient(Id),
      title: lenient(z.string()),
      type: lenient(z.string()),
      value: lenient(z.string()),
    }),
  ),
});

export interface Settled {
  /** What each rule that stands looks for, by its id; also those of other programs. */
  readonly byId: ReadonlyMap<string, string>;
}
/** Rules that X did not take, and until when they are left out, in milliseconds since 1970. */
export type OddRules = Map<string, number>;

/** Lets exactly what is wanted stand, beside what other programs made. What X does not take is left out. */
export async function settleRules(
  call: AppCall,
  wanted: readonly Rule[],
  { accounts, odd, now }: { readonly accounts: ReadonlySet<string>; readonly odd: OddRules; readonly now: () => Date },
): Promise<Settled | Hitch> {
  const standing = await listRules(call);
  if (isHitch(standing)) return standing;
  const asked = wanted.filter(({ value }) => (odd.get(value) ?? 0) <= now().getTime());
  const { add, remove } = differenceOf(asked, standing, accounts);
  // first what is not to cost any more, which also makes room
  for (const ids of inParts(remove, AT_ONCE)) {
    const answer = await call('POST', PATH, { delete: { ids } });
    if (isHitch(answer)) return answer;
    if (!answer.read.ok) return hitchOf(answer.read);
  }
  const byId = new Map(standing.filter(({ id }) => !remove.includes(id)).map(({ id, value }) => [id, value]));
  const outcome = { byId, refuse: (value: string) => odd.set(value, now().getTime() + ODD_MS), tries: TRIES };
  let isUnknown = false;
  for (const rules of inParts(add, AT_ONCE)) {
    const added = await addRules(call, rules, outcome);
    if (isHitch(added)) return added;
    isUnknown ||= added.isUnknown;
  }
  // somebody was quicker: by which id it comes is in the list only
  const again = isUnknown ? await listRules(call) : [];
  if (isHitch(again)) return again;
  for (const { id, value } of again) byId.set(id, value);
  return { byId };
}

async function listRules(call: AppCall): Promise<StandingRule[] | Hitch> {
  const all: StandingRule[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const answer = await call('GET', `${PATH}${token ? `?pagination_token=${encodeURIComponent(token)}` : ''}`);
    if (isHitch(answer)) return answer;
    if (!answer.read.ok) return hitchOf(answer.read);
    const page = Rules.safeParse(answer.json).data;
    // taken for an empty list it would be made anew
    if (!page) return { failure: 'http' };
    all.push(...page.data.map(({ id, value, tag = '' }) => ({ id, value, tag })));
    if (page.meta.next_token === undefined || page.meta.next_token === token) break;
    token = page.meta.next_token;
  }
  return all;
}

interface Adding {
  readonly byId: Map<string, string>;
  readonly refuse: (value: string) => void;
  tries: number;
}

/** Whether X leaves out of a list only what it does not understand, or all of it, it does not say: both are met. */
async function addRules(
  call: AppCall,
  rules: readonly Rule[],
  adding: Adding,
): Promise<Hitch | { readonly isUnknown: boolean }> {
  if (rules.length === 0) return { isUnknown: false };
  adding.tries -= 1;
  if (adding.tries < 0) {
    for (const { value } of rules) adding.refuse(value);
    return { isUnknown: false };
  }
  const answer = await call('POST', PATH, { add: rules });
  if (isHitch(answer)) return answer;
  if (!answer.read.ok && !isAboutRules(answer)) return hitchOf(answer.read);
  const { data, errors } = Rules.safeParse(answer.json).data ?? { data: [], errors: [] };
  for (const { id, value } of data) adding.byId.set(id, value);
  const made = new Set(data.map(({ value }) => value));
  const valuesOf = (some: typeof errors) => new Set(some.flatMap(({ value }) => value ?? []));
  const duplicates = errors.filter(isDuplicate);
  const [twice, refused] = [valuesOf(duplicates), valuesOf(errors.filter((one) => !isDuplicate(one)))];
  // X may see two as one that are not written alike
  for (const { id, value } of duplicates) if (id !== undefined && value !== undefined) adding.byId.set(id, value);
  for (const { value } of rules) if (refused.has(value)) adding.refuse(value);
  const left = rules.filter(({ value }) => !made.has(value) && !twice.has(value) && !refused.has(value));
  const rest = await addRest(call, left, rules.length, adding);
  return isHitch(rest) ? rest : { isUnknown: rest.isUnknown || duplicates.some(({ id }) => id === undefined) };
}

/** When nothing was said of any of them, each half is tried by itself. */
async function addRest(call: AppCall, left: readonly Rule[], tried: number, adding: Adding) {
  const [only] = left;
  if (left.length < tried) return addRules(call, left, adding);
  if (only && left.length === 1) {
    adding.refuse(only.value);
    return { isUnknown: false };
  }
  const half = Math.ceil(left.length / 2);
  const first = await addRules(call, left.slice(0, half), adding);
  if (isHitch(first)) return first;
  const second = await addRules(call, left.slice(half), adding);
  return isHitch(second) ? second : { isUnknown: first.isUnknown || second.isUnknown };
}

const isDuplicate = ({ title, type }: { title?: string | undefined; type?: string | undefined }): boolean =>
  title === 'DuplicateRule' || (type?.endsWith('/duplicate-rules') ?? false);

/** Something is wrong with what was asked, and not with who asked or when. */
const isAboutRules = ({ read }: AppAnswer): boolean => !read.ok && (read.status === 400 || read.status === 422);

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
