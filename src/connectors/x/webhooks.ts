import { z } from 'zod';
import { isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient } from '../shared/shapes.ts';
import { field } from './accounts.ts';
import type { Api, ApiFailure } from './api.ts';
import { listOf } from './shapes.ts';

const Hook = z.looseObject({ id, url: z.string(), valid: lenient(z.boolean()) });
/** One address to which an app sends what happens. */
export type Hook = z.infer<typeof Hook>;
export interface Refused {
  /** In a sentence's part, without a full stop. */
  readonly why: string;
  /** In a while it may be otherwise, without anybody's doing on X. */
  readonly isUnsure: boolean;
}
export const isRefused = (value: object): value is Refused => 'why' in value;

/** All addresses of the app, of other programs too. */
export async function hooksOf(app: Api): Promise<readonly Hook[] | ApiFailure> {
  const answer = await app.get('/2/webhooks', { 'webhook_config.fields': 'id,url,valid' });
  return answer.ok ? listOf(Hook).parse(field(answer.body, 'data')) : answer;
}

/**
 * This desk's webhook of the app: the one that is there already, switched on again if it was off, or a new one. Others
 * are left alone.
 *
 * @param addresses where the desk takes webhooks, the one that names the app first
 */
export async function settleHook(
  app: Api,
  known: readonly Hook[],
  addresses: readonly string[],
): Promise<{ readonly hook: Hook; readonly isNew: boolean } | Refused> {
  const ownOf = (hooks: readonly Hook[]) =>
    hooks.find(({ url }) => addresses.some((address) => isSameAddress(url, address)));
  const own = ownOf(known);
  if (own && own.valid !== false) return { hook: own, isNew: false };
  if (own) {
    const again = await app.put(`/2/webhooks/${own.id}`, {});
    if (again.ok && field(field(again.body, 'data'), 'valid') !== false) return { hook: own, isNew: false };
    return again.ok ? UNCHECKED : refusalIn(again, known);
  }
  let refused: Refused = { why: 'X made no webhook', isUnsure: true };
  for (const url of addresses) {
    const answer = await app.post('/2/webhooks', { url });
    const made = answer.ok ? Hook.safeParse(field(answer.body, 'data') ?? answer.body).data : undefined;
    if (made) return made.valid === false ? UNCHECKED : { hook: made, isNew: true };
    if (answer.ok) return { why: 'X answered with something that is not a webhook', isUnsure: true };
    const said = `${answer.title} ${answer.detail}`;
    if (answer.status !== 429 && /Duplicate|Limit/i.test(said)) {
      // another account of the same app may have made it just now
      const again = await hooksOf(app);
      const hooks = 'ok' in again ? known : again;
      const made = ownOf(hooks);
      if (made && made.valid !== false) return { hook: made, isNew: false };
      refused = refusalIn(answer, hooks);
    } else refused = refusalIn(answer, known);
    // the part that names the app may not be to its liking
    if (!/Crc|Url/i.test(said)) return refused;
  }
  return refused;
}

/** The desk may have been away. */
const UNCHECKED: Refused = {
  why: 'X did not take the answer to its check: if the app has a client secret of OAuth 2.0, fill that in, and make sure that the address can be called from outside',
  isUnsure: true,
};

function refusalIn(failure: ApiFailure, known: readonly Hook[]): Refused {
  const said = `${failure.title} ${failure.detail}`;
  if (/Crc/i.test(said)) return UNCHECKED;
  if (/Limit/i.test(said) && failure.status !== 429) {
    const others = known.map(({ url }) => shownAddress(url)).join(', ');
    return { why: `the app may have no more webhooks${others ? `, and sends to ${others}` : ''}`, isUnsure: false };
  }
  return refusedBy(failure);
}

export const refusedBy = (failure: ApiFailure): Refused => ({ why: whyOf(failure), isUnsure: mayPass(failure) });

/** X is not there just now, wants to be left alone, or does not take keys that it may take again. */
export const mayPass = ({ status }: ApiFailure): boolean =>
  status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

/** What X said, as a part of a sentence. */
export const whyOf = ({ detail }: ApiFailure): string => detail.slice(0, 200).replace(/[.\s]+$/, '');
