import type { AccountCheck } from '../../core/channel/connector.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { ApiCredentials } from './credentials.ts';
import type { Line } from './line.ts';

/** Asks the source with a signed `ping`, so that a secret that differs shows before an answer of an agent is refused. */
export async function checkSource(line: Line, credentials: ApiCredentials): Promise<AccountCheck> {
  const { source, title, url } = credentials;
  const account = { id: source as ExternalAccountId, name: title || source };
  // To hear only is no fault: `connect` says so once, and the composer whenever it matters.
  if (!url) return { ok: true, account, warnings: [] };
  const answer = await line({ body: { type: 'ping', source } }, credentials);
  if (answer.kind === 'forbidden')
    return {
      ok: false,
      problem: answer.detail,
      todo: 'Enter an https:// address that the whole internet reaches, or have this one named where the server is set up.',
      field: 'url',
    };
  if (answer.kind === 'lost')
    return {
      ok: false,
      problem: answer.detail,
      todo: 'Look whether the program runs there, then test again.',
      field: 'url',
    };
  const { status } = answer;
  if (status >= 200 && status < 300) return { ok: true, account, warnings: [] };
  if (status === 401 || status === 403)
    return {
      ok: false,
      problem: `The source does not take our signature (${status}).`,
      todo: 'Put the same secret into both sides, and look whether its clock is right.',
      field: 'secret',
    };
  if (status === 400 || status === 404 || status === 422 || status === 501)
    return {
      ok: true,
      account,
      warnings: [`The source answered ${status} to a ping: it may not know it, or the address may be wrong.`],
    };
  return {
    ok: false,
    problem: `The source answered ${status}.`,
    todo: 'Look into its log, then test again.',
    field: 'url',
  };
}
