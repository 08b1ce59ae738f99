import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { RestFailure } from '../shared/rest.ts';
import { wrong } from '../shared/wrong.ts';
import type { Call } from './desk.ts';

export async function checkApp(call: Call, packageName: string): Promise<AccountCheck> {
  const reviews = await call('GET', '?maxResults=1');
  if (reviews.kind === 'failed') return whatIsWrong(reviews, packageName);
  return { ok: true, account: { id: packageName as ExternalAccountId, name: packageName }, warnings: [] };
}

function whatIsWrong({ status, message }: RestFailure, packageName: string): AccountCheck {
  if (status === 401)
    return wrong(
      'Google does not accept the key of the service account.',
      'Make a new key in Google Cloud, IAM, Service accounts, and paste the file.',
      'serviceAccount',
    );
  if (status === 403)
    return wrong(
      `Google Play refuses: ${message}`,
      'Play Console, Users and permissions: invite the address of the service account and give it "Reply to reviews" for this app. It can take a day until it works.',
    );
  if (status === 404)
    return wrong(`Google Play has no app ${packageName}.`, 'Compare the name with the Play Console.', 'packageName');
  if (status === 429)
    return wrong('Google Play asks to slow down.', 'Wait an hour, then test again: it allows 200 reads an hour.');
  return wrong(`Google Play does not answer as it should: ${message}`, 'Wait some minutes, then test again.');
}
