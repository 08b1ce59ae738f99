import { z } from 'zod';
import type { AccountCheck, ConnectResult } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { RestFailure } from '../shared/rest.ts';
import { lenient, text } from '../shared/shapes.ts';
import { wrong } from '../shared/wrong.ts';
import type { Calls } from './calls.ts';
import type { LinkedInCredentials } from './credentials.ts';
import { encoded, organizationUrn } from './urn.ts';

const Roles = z.object({ elements: z.array(z.unknown()) });
const Role = z.object({
  organization: lenient(z.string()),
  organizationTarget: lenient(z.string()),
  roleAssignee: lenient(z.string()),
});
const Organization = z.object({ localizedName: lenient(text), vanityName: lenient(text) });

/** An agency administers more Pages than fit on one page of the list. */
const COUNT = 100;
const PAGES = 10;

/** The member who gave the token, where they administer the Page. */
async function findAdmin(calls: Calls, organizationId: string): Promise<string | null | RestFailure> {
  const urn = organizationUrn(organizationId);
  for (let page = 0; page < PAGES; page++) {
    const query = `q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&start=${page * COUNT}&count=${COUNT}`;
    const answer = await calls({ method: 'GET', path: `/organizationAcls?${query}` });
    if (answer.kind === 'failed') return answer;
    const elements = Roles.safeParse(answer.json).data?.elements ?? [];
    const role = elements
      .flatMap((one) => Role.safeParse(one).data ?? [])
      .find(({ organization, organizationTarget }) => (organization ?? organizationTarget) === urn);
    if (role) return role.roleAssignee ?? '';
    if (elements.length < COUNT) return null;
  }
  return null;
}

export async function checkPage(calls: Calls, credentials: LinkedInCredentials): Promise<AccountCheck> {
  const { organizationId, refreshToken } = credentials;
  const admin = await findAdmin(calls, organizationId);
  if (admin !== null && typeof admin === 'object') return whatIsWrong(admin);
  if (admin === null)
    return {
      ok: false,
      problem: 'Whoever gave this token is no administrator of the Page.',
      todo: 'Let an administrator of the Page give the token, or compare the number of the Page.',
      field: 'organizationId',
    };
  const page = await calls({ method: 'GET', path: `/organizations/${organizationId}` });
  const known = page.kind === 'ok' ? Organization.safeParse(page.json).data : undefined;
  return {
    ok: true,
    account: {
      id: organizationId as ExternalAccountId,
      name: known?.localizedName ?? `Page ${organizationId}`,
      ...(known?.vanityName ? { handle: known.vanityName } : {}),
    },
    warnings: refreshToken
      ? []
      : ['Without a refresh token the login ends 60 days after the access token was given. Enter a new one before.'],
  };
}

/** What the Page's news is told to us by. LinkedIn drops it silently when the member is no administrator any more. */
export async function subscribe(calls: Calls, credentials: LinkedInCredentials, url: string): Promise<ConnectResult> {
  const { organizationId, appId, clientId } = credentials;
  const admin = await findAdmin(calls, organizationId);
  if (typeof admin !== 'string' || admin === '')
    return {
      ok: false,
      problem: 'LinkedIn does not say which administrator gave the token, so webhooks were not ordered.',
      todo: `Connect again with a token of an administrator of the Page (app ${clientId}). Until then, switch webhooks off in its settings: comments are read from lists.`,
    };
  const parts = [
    `developerApplication:${encoded(`urn:li:developerApplication:${appId}`)}`,
    `user:${encoded(admin)}`,
    `entity:${encoded(organizationUrn(organizationId))}`,
    'eventType:ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
  ];
  const path = `/eventSubscriptions/(${parts.join(',')})`;
  const answer = await calls({ method: 'PUT', path, body: { webhook: url } });
  if (answer.kind === 'ok') return { ok: true, detail: 'LinkedIn sends comments and mentions to this address.' };
  return {
    ok: false,
    problem: `LinkedIn did not take the webhook: ${answer.message}`,
    todo: `Enter ${url} in the developer portal, the app, Webhooks, and connect again. The tab is there only for apps that LinkedIn has approved for it; without it, switch webhooks off in its settings, and comments are read every 20 minutes.`,
  };
}

function whatIsWrong({ status, code, message }: RestFailure): AccountCheck {
  if (status === 426 || code === 'NONEXISTENT_VERSION')
    return wrong(message, 'Enter a version of this year.', 'version');
  if (status === 401)
    return wrong(
      code === 'EXPIRED_ACCESS_TOKEN' ? 'The access token has ended.' : 'LinkedIn does not accept the access token.',
      'Let an administrator of the Page give a new one, and paste it whole.',
      'accessToken',
    );
  if (status === 403)
    return wrong(
      `LinkedIn refuses: ${message}`,
      'The app needs the product Community Management API, and the token its three permissions.',
    );
  if (status === 429)
    return wrong('The app has used up its calls of today.', 'Wait until midnight UTC, then test again.');
  return wrong(`LinkedIn does not answer as it should: ${message}`, 'Wait some minutes, then test again.');
}
