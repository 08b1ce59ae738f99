import { z } from 'zod';
import type { Http, HttpCall } from '../shared/http.ts';
import { type RestAnswer, type RestWords, restAnswerOf } from '../shared/rest.ts';
import { lenient, text } from '../shared/shapes.ts';
import type { AppStoreCredentials } from './credentials.ts';
import { tokenOf } from './token.ts';

export const API = 'https://api.appstoreconnect.apple.com';

export const WORDS: RestWords = {
  name: 'The App Store',
  login: 'Make a new key in App Store Connect, Users and Access, Integrations, and enter it in its settings.',
};

const Errors = z.object({
  errors: z.array(z.object({ code: lenient(text), title: lenient(text), detail: lenient(text) })).min(1),
});
const readError = (json: unknown) => {
  const [first] = Errors.safeParse(json).data?.errors ?? [];
  return { code: first?.code ?? '', message: first?.detail ?? first?.title ?? '' };
};

/** `path` from `/v1` on. */
export type Call = (method: HttpCall['method'], path: string, body?: HttpCall['body']) => Promise<RestAnswer>;

export function callOf(http: Http, base: string, credentials: AppStoreCredentials, now: () => Date): Call {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${tokenOf(credentials, now())}` };
    const answer = await http({ method, url: `${base}/v1${path}`, headers, ...(body ? { body } : {}) });
    return restAnswerOf(answer, 'The App Store', readError, now());
  };
}
