import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { Graph, GraphAnswer } from '../meta/graph.ts';
import { id, lenient } from '../shared/shapes.ts';
import { asApp, type WhatsAppCredentials } from './credentials.ts';
import { judge } from './errors.ts';

export type Bad = Extract<AccountCheck, { ok: false }>;
export const bad = (problem: string, todo: string, field?: string): Bad => ({
  ok: false,
  problem,
  todo,
  ...(field ? { field } : {}),
});

const SENDING = 'whatsapp_business_messaging';
const MANAGING = 'whatsapp_business_management';
const DAY_MS = 86_400_000;

const Token = z.object({
  data: z.object({
    app_id: lenient(id),
    is_valid: z.boolean(),
    expires_at: lenient(z.number()),
    scopes: lenient(z.array(z.string())),
    granular_scopes: lenient(z.array(z.object({ scope: z.string(), target_ids: lenient(z.array(id)) }))),
    error: lenient(z.object({ code: z.number(), message: z.string().default('') })),
  }),
});
type TokenFacts = z.infer<typeof Token>['data'];

export interface GoodToken {
  readonly expiresAt: Date | null;
  readonly warnings: readonly string[];
}

/** What Meta says of the token. Source: Meta, "debug_token"; read 2026-11. */
export async function checkToken(graph: Graph, credentials: WhatsAppCredentials, now: Date): Promise<GoodToken | Bad> {
  const answer = await graph(
    { method: 'GET', path: 'debug_token', query: { input_token: credentials.accessToken } },
    asApp(credentials),
  );
  if (answer.kind !== 'ok') return appIsWrong(answer);
  const facts = Token.safeParse(answer.body);
  if (!facts.success)
    return bad('Meta described the token in a way that we do not understand.', 'Try again in a while.');
  const wrong = whatIsWrong(facts.data.data, credentials);
  if (wrong) return wrong;
  const { expires_at: expires } = facts.data.data;
  const expiresAt = expires ? new Date(expires * 1_000) : null;
  return { expiresAt, warnings: expiresAt ? [expiryWarning(expiresAt, now)] : [] };
}

function expiryWarning(expiresAt: Date, now: Date): string {
  const isTemporary = expiresAt.getTime() - now.getTime() < 2 * DAY_MS;
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const why = isTemporary ? ' It looks like the one of the API setup page, which lasts a day.' : '';
  return `The token ends on ${until}.${why} A token of a system user can be made to never expire.`;
}

function appIsWrong(answer: Exclude<GraphAnswer, { kind: 'ok' }>): Bad {
  if (answer.kind === 'lost')
    return bad(answer.detail, 'Look whether this machine can reach graph.facebook.com, then try again.');
  const { means, detail } = judge(answer.error);
  if (means === 'limited' || means === 'transient' || means === 'busy')
    return bad(detail, 'Nothing is wrong with what you filled in. Try again in some minutes.');
  return bad(
    `Meta does not know this app ID with this app secret. Meta says: ${answer.error.message.slice(0, 200)}`,
    'Copy both again from the app dashboard: App settings, Basic.',
    'appSecret',
  );
}

function whatIsWrong(facts: TokenFacts, { appId, wabaId }: WhatsAppCredentials): Bad | null {
  const field = 'accessToken';
  if (!facts.is_valid) {
    const { code = 190, message = '' } = facts.error ?? {};
    return bad(
      judge({ code, subcode: undefined, message, waitMs: undefined }).detail,
      'Make a new token of the system user and fill it in.',
      field,
    );
  }
  if (facts.app_id !== undefined && facts.app_id !== appId)
    return bad(
      `The token was made with another app (${facts.app_id}).`,
      'Make the token with the app whose ID and secret stand here.',
      field,
    );
  const { scopes, granular_scopes: granular } = facts;
  if (!scopes) return null;
  const missing = [SENDING, MANAGING].filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    return bad(
      `The token lacks ${missing.join(' and ')}.`,
      'Make a new token of the system user and tick these permissions.',
      field,
    );
  const isElsewhere = granular?.some(
    ({ scope, target_ids: targets }) => scope === SENDING && targets !== undefined && !targets.includes(wabaId),
  );
  return isElsewhere
    ? bad(
        `The token opens other WhatsApp Business accounts, not ${wabaId}.`,
        'Assign this account to the system user in the business settings, then make a new token; or correct the account ID.',
        'wabaId',
      )
    : null;
}
