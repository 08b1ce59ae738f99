import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { checkPage } from '../meta/check.ts';
import type { GraphAnswer } from '../meta/graph.ts';
import { isOurDoor, shownAddress } from '../shared/door.ts';
import { id, lenient, text, webUrl } from '../shared/shapes.ts';
import type { InstagramCredentials } from './credentials.ts';
import { judge, MESSAGES_SWITCHED_OFF, wordsOf } from './errors.ts';
import type { Hosts, Road } from './road.ts';
import { appListens, FIELDS, metaLike, subscribedAt } from './subscription.ts';

type Bad = Extract<AccountCheck, { ok: false }>;
const bad = (problem: string, todo: string, field?: string): Bad => ({
  ok: false,
  problem,
  todo,
  ...(field ? { field } : {}),
});

const SCOPES = ['instagram_basic', 'instagram_manage_comments', 'instagram_manage_messages', 'pages_manage_metadata'];
const USEFUL = { pages_messaging: 'send direct messages' };

/** Looks whose account the credentials open, and whether they are enough. Each warning says what ends it. */
export function checkAccount(
  hosts: Hosts,
  road: Road,
  credentials: InstagramCredentials,
  callbackUrl?: string,
): Promise<AccountCheck> {
  return credentials.login === 'facebook'
    ? checkByPage(hosts, road, credentials, callbackUrl)
    : checkByAccount(road, credentials);
}

const Linked = z.object({
  instagram_business_account: z.object({
    id,
    username: lenient(text),
    name: lenient(text),
    profile_picture_url: lenient(webUrl),
  }),
});

async function checkByPage(
  hosts: Hosts,
  road: Road,
  credentials: InstagramCredentials,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const page = await checkPage(hosts.facebook, metaLike(credentials), { scopes: SCOPES, useful: USEFUL, fields: [] });
  if (!page.ok) return page.field === 'pageAccessToken' ? { ...page, field: 'accessToken' } : page;
  const read = await road.graph(
    {
      method: 'GET',
      path: credentials.pageId,
      query: { fields: 'instagram_business_account{id,username,name,profile_picture_url}' },
    },
    road.as,
  );
  if (read.kind !== 'ok') return unreadable(read);
  const linked = Linked.safeParse(read.body).data?.instagram_business_account;
  if (!linked)
    return bad(
      `No Instagram account is linked to the Page ${page.account.name}, or it is not a professional one.`,
      'In the Instagram app: Settings, Account type, switch to professional; then link it on the Page, Settings, Linked accounts.',
      'pageId',
    );
  if (linked.id !== credentials.accountId)
    return bad(
      `The account linked to this Page is ${linked.username ?? 'another one'}, ${linked.id}.`,
      'Correct the Instagram account ID, or take the Page that the other account is linked to.',
      'accountId',
    );
  const warnings = [...page.warnings, ...(await messageWarnings(road))];
  const app = await appListens(hosts.facebook, credentials);
  if (app) warnings.push(...fieldWarnings(app.fields, 'The app does not ask for'));
  if (app?.callbackUrl && !isOurDoor(app.callbackUrl, 'instagram', callbackUrl))
    warnings.push(
      `The app sends what happens on Instagram to ${shownAddress(app.callbackUrl)}, not to this desk: in the app dashboard, Webhooks, Instagram, change it${callbackUrl === undefined ? '' : ` to ${callbackUrl}`}.`,
    );
  if ((await subscribedAt(road))?.length === 0)
    warnings.push('The Page is not subscribed to anything, so nothing arrives: connecting the inbox does that.');
  return {
    ok: true,
    account: shown(linked.id, linked),
    ...(page.expiresAt ? { expiresAt: page.expiresAt } : {}),
    warnings,
  };
}

const Me = z.object({
  user_id: lenient(id),
  id: lenient(id),
  username: lenient(text),
  name: lenient(text),
  account_type: lenient(z.string()),
  profile_picture_url: lenient(webUrl),
});

/** Source: Meta, "Instagram API with Instagram login: access tokens"; read 2026-11. */
const TOKEN_LIFE_MS = 60 * 86_400_000;

async function checkByAccount(road: Road, { accountId, tokenMadeOn }: InstagramCredentials): Promise<AccountCheck> {
  const read = await road.graph(
    { method: 'GET', path: 'me', query: { fields: 'user_id,username,name,account_type,profile_picture_url' } },
    road.as,
  );
  if (read.kind !== 'ok') return unreadable(read);
  const me = Me.safeParse(read.body).data;
  const mine = me?.user_id;
  if (!me || mine === undefined)
    return bad('Instagram does not say whose account this is.', 'Make a new token and fill it in.', 'accessToken');
  if (mine !== accountId)
    return bad(
      me.id === accountId
        ? `${accountId} is the id that the app knows the account by. Webhooks name it ${mine}.`
        : `The token opens the account ${me.username ?? mine}, ${mine}.`,
      `Fill in ${mine} as the Instagram account ID, or take the token of the other account.`,
      'accountId',
    );
  if (me.account_type === 'PERSONAL')
    return bad(
      'This is a personal account, and Meta lets no app at those.',
      'In the Instagram app: Settings, Account type and tools, switch to a professional account.',
      'accountId',
    );
  const there = await subscribedAt(road);
  return {
    ok: true,
    account: shown(mine, me),
    ...(tokenMadeOn ? { expiresAt: new Date(Date.parse(tokenMadeOn) + TOKEN_LIFE_MS) } : {}),
    warnings: [
      ...(await messageWarnings(road)),
      ...(there ? fieldWarnings(there, 'The account is not subscribed to') : []),
      ...(tokenMadeOn
        ? []
        : [
            'The token ends 60 days after it was made or last refreshed, and Instagram does not tell when. Fill in that day, and you are reminded in time.',
          ]),
    ],
  };
}

const shown = (
  accountId: string,
  { username, name, profile_picture_url: avatarUrl }: Omit<z.infer<typeof Me>, 'user_id' | 'id' | 'account_type'>,
) => ({
  id: accountId as ExternalAccountId,
  name: name || username || accountId,
  ...(username ? { handle: username } : {}),
  ...(avatarUrl ? { avatarUrl } : {}),
});

function fieldWarnings(fields: readonly string[], words: string): string[] {
  const missing = FIELDS.filter((field) => !fields.includes(field));
  return missing.length > 0 ? [`${words} ${missing.join(', ')}: connecting the inbox does that.`] : [];
}

/** Access to messages can be switched off in the app at any time, and then nothing comes and nothing says so. */
async function messageWarnings({ graph, as, sender }: Road): Promise<string[]> {
  const query = { platform: 'instagram', fields: 'id', limit: '1' };
  const answer = await graph({ method: 'GET', path: `${sender}/conversations`, query }, as);
  if (answer.kind !== 'error') return [];
  const isOff = answer.error.subcode === MESSAGES_SWITCHED_OFF;
  return isOff || judge(answer.error).means === 'not_allowed' ? [`No direct messages: ${wordsOf(answer)}`] : [];
}

function unreadable(answer: Exclude<GraphAnswer, { kind: 'ok' }>): Bad {
  if (answer.kind === 'lost') return bad(answer.detail, 'Try again in a while.');
  const { means, detail } = judge(answer.error);
  if (means === 'needs_login') return bad(detail, 'Make a new token and fill it in.', 'accessToken');
  if (means === 'limited' || means === 'transient')
    return bad(detail, 'Nothing is wrong with what you filled in. Try again in some minutes.');
  return bad(detail, 'Log in again with the app and allow the permissions, then make a new token.', 'accessToken');
}
