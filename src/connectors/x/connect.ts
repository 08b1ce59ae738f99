import type { ConnectResult } from '../../core/channel/connector.ts';
import type { AccessTokens } from '../shared/access-tokens.ts';
import { isSameAddress } from '../shared/door.ts';
import { BY_OLDER } from './activity-kinds.ts';
import type { Api, ApiOptions } from './api.ts';
import { openAsApp } from './api.ts';
import type { AppKeys } from './app-tokens.ts';
import { asApp, isHitch } from './as-app.ts';
import type { XCredentials } from './credentials.ts';
import { isPublicDoor } from './public-door.ts';
import { sentHere } from './sent-here.ts';
import { doorMark } from './signature.ts';
import { subscribeAccount } from './subscribe-account.ts';
import { type Subscribed, subscribeActivity } from './subscribe-activity.ts';
import { type Hook, hooksOf, isRefused, type Refused, refusedBy, settleHook } from './webhooks.ts';

export interface Doorman extends ApiOptions {
  readonly tokens: AccessTokens<AppKeys>;
}

/**
 * Has X send what happens, by the newer of its two services, else by the older, else not at all. No refusal is a failure:
 * everything is read by polling anyway.
 */
export async function connectAccount(
  doorman: Doorman,
  credentials: XCredentials,
  account: { readonly api: Api; readonly id: string },
  callbackUrl: string,
): Promise<ConnectResult> {
  if (!isPublicDoor(callbackUrl))
    return polled({
      why: 'the address of this desk is not one of the public internet with HTTPS and without a port',
      isUnsure: false,
    });
  const opened = await openHooks(doorman, credentials);
  if (isRefused(opened)) return polled(opened);
  const { app, hooks } = opened;
  const settled = await settleHook(app, hooks, doorsOf(callbackUrl, credentials));
  if (isRefused(settled)) return polled(settled);
  const { hook, isNew } = settled;
  const activity = await subscribeActivity(app, account, hook.id);
  if (activity.taken.length > 0) return told(activity);
  const older = await subscribeAccount(account.api, hook.id);
  if (older === null)
    return {
      ok: true,
      detail: 'X now sends what happens to this account here. It is read by polling as well.',
      sends: BY_OLDER,
    };
  // nobody is to be called for nothing
  if (isNew) await app.delete(`/2/webhooks/${hook.id}`);
  const whys = [...new Set([...activity.refused.map((one) => one.why), older.why])];
  return polled({ why: whys.join('; '), isUnsure: activity.isUnsure || older.isUnsure });
}

/**
 * What X sends here of an account just now, and whether it has switched off the webhook of this desk. Whatever is wrong
 * with webhooks, polling goes on.
 */
export async function lookAtDoor(
  doorman: Doorman,
  credentials: XCredentials,
  account: string,
  callbackUrl: string | undefined,
): Promise<{ readonly warnings: readonly string[]; readonly sends?: readonly string[] }> {
  if (callbackUrl === undefined || !isPublicDoor(callbackUrl)) return { warnings: [] };
  const opened = await openHooks(doorman, credentials);
  if (isRefused(opened)) return opened.isUnsure ? { warnings: [] } : { warnings: [], sends: [] };
  const doors = doorsOf(callbackUrl, credentials);
  const own = opened.hooks.find(({ url }) => doors.some((door) => isSameAddress(url, door)));
  if (own === undefined) return { warnings: [], sends: [] };
  if (own.valid === false) return { warnings: [SWITCHED_OFF], sends: [] };
  const sends = await sentHere(opened.app, account, own.id);
  return sends === null ? { warnings: [] } : { warnings: [], sends };
}

const SWITCHED_OFF =
  'X has switched off its webhook to this desk, because it got no good answer there. Everything still comes by polling, a little later.';

/** The address as X is to call it: with the app's mark, or without it where X does not take that. */
function doorsOf(callbackUrl: string, credentials: XCredentials): readonly string[] {
  const marked = new URL(callbackUrl);
  marked.searchParams.set('app', doorMark(credentials));
  return [marked.href, callbackUrl];
}

type Opened = { readonly app: Api; readonly hooks: readonly Hook[] } | Refused;

async function openHooks(doorman: Doorman, credentials: XCredentials): Promise<Opened> {
  const look = async (token: string) => {
    const app = openAsApp(doorman, token);
    return { app, hooks: await hooksOf(app) };
  };
  const opened = await asApp(doorman.tokens, credentials, look, ({ hooks }) => 'ok' in hooks && hooks.status === 401);
  if (isHitch(opened))
    return { why: (opened.problem ?? 'X gave the app no token').replace(/[.\s]+$/, ''), isUnsure: true };
  const { app, hooks } = opened;
  return 'ok' in hooks ? refusedBy(hooks) : { app, hooks };
}

const polled = ({ why, isUnsure }: Refused): ConnectResult => ({
  ok: true,
  detail: `X sends nothing by itself for this account (${why}). It is read by polling, which brings the same a little later.`,
  ...(isUnsure ? {} : { sends: [] }),
});

function told({ taken, refused, isUnsure }: Subscribed): ConnectResult {
  const whys = [...new Set(refused.map(({ why }) => why))].join('; ');
  const left = refused.length === 0 ? '' : ` It does not tell ${listed(refused.map(({ what }) => what))} (${whys}).`;
  return {
    ok: true,
    detail: `X now tells of this account as it happens: ${listed(taken)}.${left} What is said is read by polling as well.`,
    ...(isUnsure ? {} : { sends: taken }),
  };
}

const words = new Intl.ListFormat('en', { type: 'conjunction' });
const listed = (parts: readonly string[]): string => words.format(parts);
