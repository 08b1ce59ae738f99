import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { RestFailure } from '../shared/rest.ts';
import { text } from '../shared/shapes.ts';
import { wrong } from '../shared/wrong.ts';
import type { Call } from './calls.ts';

const App = z.object({ data: z.object({ attributes: z.object({ name: text }) }) });

export async function checkApp(call: Call, appId: string): Promise<AccountCheck> {
  const reviews = await call('GET', `/apps/${appId}/customerReviews?sort=-createdDate&limit=1`);
  if (reviews.kind === 'failed') return whatIsWrong(reviews);
  const app = await call('GET', `/apps/${appId}`);
  const name = app.kind === 'ok' ? App.safeParse(app.json).data?.data.attributes.name : undefined;
  return { ok: true, account: { id: appId as ExternalAccountId, name: name ?? `App ${appId}` }, warnings: [] };
}

function whatIsWrong({ status, message }: RestFailure): AccountCheck {
  if (status === 401)
    return wrong(
      'Apple does not accept this key.',
      'Compare issuer ID and key ID with App Store Connect, and see that the key was not revoked and this machine has the right time.',
      'privateKey',
    );
  if (status === 403)
    return wrong(
      `Apple refuses: ${message}`,
      'Give the key the role Customer Support in App Store Connect, and see that no agreement waits for a signature.',
    );
  if (status === 404) return wrong('This key sees no such app.', 'Compare the Apple ID of the app.', 'appId');
  if (status === 429) return wrong('Apple asks to slow down.', 'Wait an hour, then test again.');
  return wrong(`Apple does not answer as it should: ${message}`, 'Wait some minutes, then test again.');
}
