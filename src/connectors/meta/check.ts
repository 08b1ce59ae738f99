import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient, webUrl } from '../shared/shapes.ts';
import type { MetaCredentials } from './credentials.ts';
import { judge } from './errors.ts';
import { asApp, asPage, type Graph, type GraphAnswer } from './graph.ts';
import { subscribedFields } from './subscription.ts';

type Bad = Extract<AccountCheck, { ok: false }>;
const bad = (problem: string, todo: string, field?: string): Bad => ({
  ok: false,
  problem,
  todo,
  ...(field ? { field } : {}),
});

const Token = z.object({
  data: z.object({
    app_id: lenient(id),
    type: lenient(z.string()),
    profile_id: lenient(id),
    is_valid: z.boolean(),
    expires_at: lenient(z.number()),
    data_access_expires_at: lenient(z.number()),
    scopes: lenient(z.array(z.string())),
    granular_scopes: lenient(z.array(z.object({ scope: z.string(), target_ids: lenient(z.array(id)) }))),
    error: lenient(z.object({ code: z.number(), subcode: lenient(z.number()), message: z.string().default('') })),
  }),
});
type TokenFacts = z.infer<typeof Token>['data'];
const Page = z.object({
  id,
  name: z.string(),
  username: lenient(z.string()),
  picture: lenient(z.object({ data: z.object({ url: webUrl }) })),
});

export interface CheckNeeds {
  /** Without these the channel cannot work. */
  readonly scopes: readonly string[];
  /** Without these a part of it does not. */
  readonly useful: Readonly<Record<string, string>>;
  /** What the channel listens to. */
  readonly fields: readonly string[];
}

/** Looks whose Page the credentials open, and whether they are enough. Asks in the order in which an admin fills them in. */
export async function checkPage(
  graph: Graph,
  credentials: MetaCredentials,
  needs: CheckNeeds,
  callbackUrl?: string,
): Promise<AccountCheck> {
  const { pageId } = credentials;
  const inspected = await graph(
    { method: 'GET', path: 'debug_token', query: { input_token: credentials.pageAccessToken } },
    asApp(credentials),
  );
  if (inspected.kind !== 'ok') return appIsWrong(inspected);
  const facts = Token.safeParse(inspected.body);
  if (!facts.success) return bad('Meta described the token in a way we do not understand.', 'Try again in a while.');
  const wrong = tokenIsWrong(facts.data.data, credentials, needs);
  if (wrong) return wrong;

  const read = await graph(
    { method: 'GET', path: pageId, query: { fields: 'id,name,username,picture{url}' } },
    asPage(credentials),
  );
  if (read.kind !== 'ok') return pageIsWrong(read, pageId);
  const page = Page.safeParse(read.body);
  if (!page.success || page.data.id !== pageId)
    return bad(`Meta knows no Page with the ID ${pageId}.`, 'Copy the Page ID again.', 'pageId');

  const { expires_at: expires, data_access_expires_at: reviewed } = facts.data.data;
  const warnings = await listeningWarnings(graph, credentials, needs, callbackUrl);
  const { scopes } = facts.data.data;
  for (const [scope, what] of Object.entries(needs.useful)) {
    if (scopes && !scopes.includes(scope))
      warnings.push(`Without the permission ${scope} the Page cannot ${what} from here.`);
  }
  if (reviewed && reviewed * 1000 < Date.now() + REVIEW_SOON_MS)
    warnings.push(
      `Somebody must connect the Page again before ${day(reviewed)}, or Meta stops showing what people write.`,
    );
  const { name, username, picture } = page.data;
  return {
    ok: true,
    account: {
      id: pageId as ExternalAccountId,
      name,
      ...(username ? { handle: username } : {}),
      ...(picture ? { avatarUrl: picture.data.url } : {}),
    },
    ...(expires ? { expiresAt: new Date(expires * 1000) } : {}),
    warnings,
  };
}

/** Meta shows user data for 90 days after the last login; a month is enough to act. Source: "Access tokens"; read 2026-11. */
const REVIEW_SOON_MS = 30 * 86_400_000;
const day = (secondsSince1970: number) => new Date(secondsSince1970 * 1000).toISOString().slice(0, 10);

function appIsWrong(answer: Exclude<GraphAnswer, { kind: 'ok' }>): Bad {
  if (answer.kind === 'lost')
    return bad(answer.detail, 'Look whether this machine can reach graph.facebook.com, then try again.');
  const { means, detail } = judge(answer.error);
  if (means === 'limited' || means === 'transient')
    return bad(detail, 'Nothing is wrong with what you filled in. Try again in some minutes.');
  return bad(
    `Meta does not know this app ID with this app secret. ${detail}`,
    'Copy both again from the app dashboard: App settings, Basic.',
    'appSecret',
  );
}

function tokenIsWrong(facts: TokenFacts, { pageId, appId }: MetaCredentials, needs: CheckNeeds): Bad | null {
  const field = 'pageAccessToken';
  if (!facts.is_valid) {
    const error = facts.error;
    const why = error
      ? judge({ code: error.code, subcode: error.subcode, message: error.message, waitMs: undefined }).detail
      : 'Meta no longer accepts the token.';
    return bad(why, 'Make a new Page token from a long-lived user token and fill it in.', field);
  }
  if (facts.app_id !== undefined && facts.app_id !== appId) {
    return bad(
      `The token was made with another app (${facts.app_id}).`,
      'Make the token with the app whose ID and secret stand here.',
      field,
    );
  }
  if (facts.type !== undefined && facts.type !== 'PAGE') {
    return bad(
      'This is the token of a person, not of the Page.',
      'Call me/accounts with it and take the access_token of the Page from the answer.',
      field,
    );
  }
  if (facts.profile_id !== undefined && facts.profile_id !== pageId) {
    return bad(
      `The token opens the Page ${facts.profile_id}, not ${pageId}.`,
      'Correct the Page ID, or take the token of the other Page.',
      'pageId',
    );
  }
  const { scopes, granular_scopes: granular } = facts;
  if (!scopes) return null;
  const missing = needs.scopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    return bad(
      `The token lacks ${missing.join(', ')}.`,
      'Log in again with the app and allow these permissions, then make a new Page token.',
      field,
    );
  const elsewhere = needs.scopes.filter((scope) =>
    granular?.some((one) => one.scope === scope && one.target_ids !== undefined && !one.target_ids.includes(pageId)),
  );
  if (elsewhere.length > 0)
    return bad(
      `The permission ${elsewhere.join(', ')} was given for other Pages only.`,
      'Log in again with the app and choose this Page too.',
      field,
    );
  return null;
}

function pageIsWrong(answer: Exclude<GraphAnswer, { kind: 'ok' }>, pageId: string): Bad {
  if (answer.kind === 'lost') return bad(answer.detail, 'Try again in a while.');
  const { means, detail } = judge(answer.error);
  if (means === 'gone')
    return bad(`The token does not open a Page with the ID ${pageId}.`, 'Copy the Page ID again.', 'pageId');
  if (means === 'needs_login') return bad(detail, 'Make a new Page token and fill it in.', 'pageAccessToken');
  return bad(detail, 'Try again in some minutes. If it stays, connect the Page again.');
}

async function listeningWarnings(
  graph: Graph,
  credentials: MetaCredentials,
  { fields }: CheckNeeds,
  callbackUrl: string | undefined,
): Promise<string[]> {
  const { page, app } = await subscribedFields(graph, credentials);
  const warnings: string[] = [];
  const onPage = fields.filter((field) => !page?.includes(field));
  if (page && onPage.length > 0)
    warnings.push(`The Page is not subscribed to ${onPage.join(', ')}: connecting the inbox does that.`);
  const inApp = fields.filter((field) => !app?.fields.includes(field));
  if (app && inApp.length > 0)
    warnings.push(`The app does not ask for ${inApp.join(', ')}: nothing of that arrives until it does.`);
  if (callbackUrl !== undefined && app?.callbackUrl && !isSameAddress(app.callbackUrl, callbackUrl))
    warnings.push(
      `The app sends what happens on its Pages to ${shownAddress(app.callbackUrl)}, not to this desk: in the app dashboard, Webhooks, Page, change it to ${callbackUrl}.`,
    );
  return warnings;
}
