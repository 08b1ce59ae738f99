import type { ConnectResult } from '../../core/channel/connector.ts';
import type { AccessTokens } from '../shared/access-tokens.ts';
import { isSameAddress } from '../shared/door.ts';
import type { Api, ApiOptions } from './api.ts';
import { openAsApp } from './api.ts';
import type { AppKeys } from './app-tokens.ts';
import { asApp, isHitch } from './as-app.ts';
import type { XCredentials } from './credentials.ts';
import { isPublicDoor } from './public-door.ts';
import { doorMark } from './signature.ts';
import { subscribeAccount } from './subscribe-account.ts';
import { type Subscribed, subscribeActivity } from './subscribe-activity.ts';
import { type Hook, hooksOf, isRefused, settleHook, whyOf } from './webhooks.ts';

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
    return polled('the address of this desk is not one of the public internet with HTTPS and without a port');
  const opened = await openHooks(doorman, credentials);
  if ('why' in opened) return polled(opened.why);
  const { app, hooks } = opened;
  const settled = await settleHook(app, hooks, doorsOf(callbackUrl, credentials));
  if (isRefused(settled)) return polled(settled.why);
  const { hook, isNew } = settled;
  const activity = await subscribeActivity(app, account, hook.id);
  if (activity.taken.length > 0) return told(activity);
  const why = await subscribeAccount(account.api, hook.id);
  if (why === null)
    return { ok: true, detail: 'X now sends what happens to this account here. It is read by polling as well.' };
  // nobody is to be called for nothing
  if (isNew) await app.delete(`/2/webhooks/${hook.id}`);
  return polled([...new Set([...activity.refused.map((one) => one.why), why])].join('; '));
}

/** Warns of a webhook of this desk that X has switched off. Whatever else is wrong with webhooks, polling goes on. */
export async function doorWarnings(
  doorman: Doorman,
  credentials: XCredentials,
  callbackUrl: string | undefined,
): Promise<readonly string[]> {
  if (callbackUrl === undefined || !isPublicDoor(callbackUrl)) return [];
  const opened = await openHooks(doorman, credentials);
  if ('why' in opened) return [];
  const doors = doorsOf(callbackUrl, credentials);
  const own = opened.hooks.find(({ url }) => doors.some((door) => isSameAddress(url, door)));
  return own?.valid === false
    ? [
        'X has switched off its webhook to this desk, because it got no good answer there. Everything still comes by polling, a little later; test the inbox to have it switched on again.',
      ]
    : [];
}

/** The address as X is to call it: with the app's mark, or without it where X does not take that. */
function doorsOf(callbackUrl: string, credentials: XCredentials): readonly string[] {
  const marked = new URL(callbackUrl);
  marked.searchParams.set('app', doorMark(credentials));
  return [marked.href, callbackUrl];
}

type Opened = { readonly app: Api; readonly hooks: readonly Hook[] } | { readonly why: string };

async function openHooks(doorman: Doorman, credentials: XCredentials): Promise<Opened> {
  const look = async (token: string) => {
    const app = openAsApp(doorman, token);
    return { app, hooks: await hooksOf(app) };
  };
  const opened = await asApp(doorman.tokens, credentials, look, ({ hooks }) => 'ok' in hooks && hooks.status === 401);
  if (isHitch(opened)) return { why: (opened.problem ?? 'X gave the app no token').replace(/[.\s]+$/, '') };
  const { app, hooks } = opened;
  return 'ok' in hooks ? { why: whyOf(hooks) } : { app, hooks };
}

const polled = (why: string): ConnectResult => ({
  ok: true,
  detail: `X sends nothing by itself for this account (${why}). It is read by polling, which brings the same a little later.`,
});

function told({ taken, refused }: Subscribed): ConnectResult {
  const whys = [...new Set(refused.map(({ why }) => why))].join('; ');
  const left = refused.length === 0 ? '' : ` It does not tell ${listed(refused.map(({ what }) => what))} (${whys}).`;
  return {
    ok: true,
    detail: `X now tells of this account as it happens: ${listed(taken)}.${left} What is said is read by polling as well.`,
  };
}

const words = new Intl.ListFormat('en', { type: 'conjunction' });
const listed = (parts: readonly string[]): string => words.format(parts);
