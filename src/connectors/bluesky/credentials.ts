import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';

export interface BlueskyCredentials {
  /** Where to sign in: the entryway or the account's own server, without a trailing slash. */
  readonly service: string;
  /** Handle, e-mail address or DID. */
  readonly identifier: string;
  readonly appPassword: string;
  /** The service that direct messages are proxied to; empty: no direct messages. */
  readonly chatProxy: string;
  /** Words that are searched for in everybody's posts. */
  readonly keywords: readonly string[];
}

export const DEFAULT_SERVICE = 'https://bsky.social';
export const DEFAULT_CHAT_PROXY = 'did:web:api.bsky.chat#bsky_chat';

/** More would cost more calls than one account's share of the network's limit leaves room for. */
const MAX_KEYWORDS = 20;

const fields: readonly CredentialField[] = [
  {
    name: 'service',
    label: 'Server',
    help: 'Where the account lives. Leave it as it is unless the account is on a server of its own.',
    kind: 'url',
    takesSecrets: true,
    initial: DEFAULT_SERVICE,
  },
  {
    name: 'identifier',
    label: 'Handle',
    help: 'The account that answers, for example kettleco.bsky.social, without the @.',
    kind: 'text',
    placeholder: 'kettleco.bsky.social',
  },
  {
    name: 'appPassword',
    label: 'App password',
    help: 'Bluesky: Settings, Privacy and security, App passwords. Tick "Allow access to your direct messages" when direct messages shall come in.',
    kind: 'secret',
    placeholder: 'xxxx-xxxx-xxxx-xxxx',
  },
  {
    name: 'keywords',
    label: 'Keywords',
    help: 'Words to listen for in all public posts, separated by commas. Posts that contain one of them arrive even when they do not mention the account.',
    kind: 'text',
    optional: true,
    placeholder: 'kettleco, "kettle co"',
  },
  {
    name: 'chatProxy',
    label: 'Chat service',
    help: 'The service that carries direct messages. Change it only when the account uses another one than Bluesky.',
    kind: 'text',
    optional: true,
    initial: DEFAULT_CHAT_PROXY,
  },
];

/** A password in clear text may travel inside this machine only. */
export function isSafeService(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

const text = z.string().trim();
const Form = z.object({
  service: text
    .transform((value) => (value === '' ? DEFAULT_SERVICE : value).replace(/\/+$/, ''))
    .refine(isSafeService, 'Give the whole address of the server, beginning with https://.')
    .default(DEFAULT_SERVICE),
  identifier: text
    .transform((value) => value.replace(/^@/, ''))
    .refine((value) => value !== '', 'Give the handle of the account, for example kettleco.bsky.social.'),
  appPassword: text.min(1, 'Give an app password; Bluesky makes one under Settings, Privacy and security.'),
  keywords: z
    .union([text, z.array(z.string()).transform((words) => words.join(','))])
    .default('')
    .transform(splitKeywords)
    .refine((words) => words.length <= MAX_KEYWORDS, `Give at most ${MAX_KEYWORDS} keywords.`),
  chatProxy: text
    .refine(
      (value) => value === '' || /^did:[a-z]+:\S+#\w+$/.test(value),
      'Give it as did:web:HOST#NAME, or leave it empty for no direct messages.',
    )
    .default(DEFAULT_CHAT_PROXY),
});

export const credentialForm: CredentialForm<BlueskyCredentials> = {
  fields,
  parse(input) {
    const result = Form.safeParse(input);
    if (result.success) return { ok: true, value: result.data };
    return {
      ok: false,
      errors: result.error.issues.map((issue) => {
        const field = String(issue.path[0] ?? 'identifier');
        const label = fields.find(({ name }) => name === field)?.label ?? field;
        return { field, message: issue.code === 'invalid_type' ? `${label} is missing.` : issue.message };
      }),
    };
  },
};

function splitKeywords(value: string): string[] {
  const words = value.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}
