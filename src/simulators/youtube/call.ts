import { invalid } from './refusal.ts';

/** One request to the API, read and not yet understood. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The JSON body; undefined when there is none. */
  readonly body: unknown;
}
/** Undefined: answered 204. */
export type Endpoint = (call: Call) => unknown;

/** Every method of Google's takes these. */
const STANDARD = ['key', 'alt', 'fields', 'prettyPrint', 'quotaUser', 'access_token', 'oauth_token', '$.xgafv'];

/** Refuses what the method does not know, as Google does. */
export function expectOnly({ query }: Call, known: readonly string[]): void {
  for (const name of query.keys())
    if (!known.includes(name) && !STANDARD.includes(name))
      throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter.`);
}

export function partsOf({ query }: Call, allowed: readonly string[]): readonly string[] {
  const parts = query.getAll('part').flatMap((value) => value.split(','));
  if (parts.length === 0) throw invalid('Required parameter: part', 'missingRequiredParameter');
  for (const part of parts) if (!allowed.includes(part)) throw invalid(`'${part}'`, 'unknownPart');
  return parts;
}

export const idsOf = ({ query }: Call): string[] => query.getAll('id').flatMap((value) => value.split(','));

/** Which one of the filters was given; more or none is an error. */
export function filterOf({ query }: Call, filters: readonly string[]): string {
  const given = filters.filter((name) => query.has(name));
  const [only] = given;
  if (only === undefined)
    throw invalid(`No filter selected. Expected one of: ${filters.join(', ')}`, 'missingRequiredParameter');
  if (given.length > 1) throw invalid(`Incompatible parameters specified in the request: ${given.join(', ')}`);
  return only;
}

export function choiceOf({ query }: Call, name: string, choices: readonly string[]): string {
  const value = query.get(name) ?? choices[0] ?? '';
  if (!choices.includes(value)) throw invalid(`Invalid value at '${name}': "${value}"`, 'invalidParameter');
  return value;
}

/** A page by number; its token says which list it belongs to, and a strange one is refused. */
export function pageOf<Item>({ query }: Call, items: readonly Item[], most: number, usual: number) {
  const size = Number(query.get('maxResults') ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most)
    throw invalid(`Invalid value '${query.get('maxResults')}'. Values must be within the range: [1, ${most}]`);
  const token = query.get('pageToken');
  const from =
    token === null
      ? 0
      : Number(
          Buffer.from(token, 'base64url')
            .toString()
            .replace(/^from /, ''),
        );
  if (!Number.isInteger(from) || from < 0)
    throw invalid('The request specifies an invalid page token.', 'invalidPageToken');
  const page = items.slice(from, from + size);
  const isMore = from + size < items.length;
  return {
    page,
    about: {
      ...(isMore ? { nextPageToken: Buffer.from(`from ${from + size}`).toString('base64url') } : {}),
      pageInfo: { totalResults: items.length, resultsPerPage: size },
    },
  };
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
