import { z } from 'zod';
import { type MediaPlace, Trouble } from '../../core/channel/connector.ts';
import type { Api } from './api.ts';
import { troubleOf } from './outcome.ts';

const Found = z.object({ file_path: z.string().min(1).max(500) });

/**
 * The bytes themselves and never their address: the address of a file has the bot's token in it.
 *
 * @returns null when Telegram does not have it any more, or not for bots
 */
export async function readMedia(api: Api, token: string, fileId: string): Promise<MediaPlace | null> {
  const answer = await api.call(token, 'getFile', { file_id: fileId });
  if (answer.kind === 'refused' && answer.code === 400)
    return /temporarily unavailable/i.test(answer.description) ? unavailable('The file is not there just now.') : null;
  if (answer.kind !== 'ok') throw troubleOf(answer);
  const path = Found.safeParse(answer.result).data?.file_path;
  if (path === undefined) return null;
  const file = await api.file(token, path);
  if (file.kind === 'lost') return unavailable(file.detail);
  if (file.status === 200) return { bytes: file.bytes };
  if (file.status === 404) return unavailable('The link to the file has ended; another one is asked for.');
  if (file.status === 401) throw troubleOf({ kind: 'refused', code: 401, description: '' });
  return unavailable(`Telegram does not give the file just now (${file.status}).`);
}

function unavailable(words: string): never {
  throw new Trouble('unavailable', words);
}
