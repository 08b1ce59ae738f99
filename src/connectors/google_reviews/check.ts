import { z } from 'zod';
import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { RestFailure } from '../shared/rest.ts';
import { text } from '../shared/shapes.ts';
import { wrong } from '../shared/wrong.ts';
import type { Calls } from './calls.ts';
import type { GoogleReviewsCredentials } from './credentials.ts';

const Location = z.object({ title: text });

export async function checkAccount(calls: Calls, credentials: GoogleReviewsCredentials): Promise<AccountCheck> {
  const { locationId } = credentials;
  const reviews = await calls.reviews('GET', '?pageSize=1');
  if (reviews.kind === 'failed') return whatIsWrong(reviews);
  const location = await calls.information(`locations/${locationId}?readMask=title`);
  const title = location.kind === 'ok' ? Location.safeParse(location.json).data?.title : undefined;
  return {
    ok: true,
    account: { id: locationId as ExternalAccountId, name: title ?? `Location ${locationId}` },
    warnings: title
      ? []
      : ['Google does not tell the name of the location: switch on the Business Information API of the project.'],
  };
}

function whatIsWrong({ status, code, message }: RestFailure): AccountCheck {
  if (code === 'invalid_client')
    return wrong('Google does not know this client with this secret.', 'Copy both again.', 'clientSecret');
  if (status === 401)
    return wrong(
      'Google does not accept the refresh token.',
      'Let an owner or manager of the profile consent again. While the consent screen is in testing a token ends after 7 days.',
      'refreshToken',
    );
  if (status === 403)
    return wrong(
      `Google refuses: ${message}`,
      'Ask Google for access to the Business Profile APIs for this project, switch them on, and let somebody consent who manages the location.',
    );
  if (status === 404)
    return wrong(
      'Google has no such location in this account.',
      'Compare both numbers with accounts.list and accounts.locations.list.',
      'locationId',
    );
  if (status === 400)
    return wrong(`Google refuses: ${message}`, 'Reviews can be read of verified locations only: verify it first.');
  if (status === 429) return wrong('Google asks to slow down.', 'Wait a minute, then test again.');
  return wrong(`Google does not answer as it should: ${message}`, 'Wait some minutes, then test again.');
}
