import { existsSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { DatabaseAddress } from '../storage/open.ts';
import { type MailServer, toMailbox, toMailServer } from './mail/mail-server.ts';

/** `web` answers browsers and webhooks, `worker` files, reads and sends; one process does `all` unless told otherwise. */
export type Role = 'all' | 'web' | 'worker';
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Everything that can be set from outside, read once at the start. */
export interface Config {
  readonly role: Role;
  /** Where people and networks reach this server; no slash at the end. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Absolute. Media, the embedded database, the key and the control file lie below it. */
  readonly dataFolder: string;
  readonly database: DatabaseAddress;
  /** `file`: it is made at the first start, see `readSecret`. */
  readonly secret:
    | { readonly kind: 'given'; readonly value: string }
    | { readonly kind: 'file'; readonly path: string };
  readonly isPractice: boolean;
  /** Other addresses than the networks' own, by channel (`meta`: the Graph API), for tests. */
  readonly networkUrls: Readonly<Record<string, string>>;
  /** Sign-in providers in the house's own network; no others there are asked. */
  readonly trustedIssuers: readonly string[];
  /** Whose `X-Forwarded-For` is believed, as Fastify's `trustProxy`: a list of networks, or nobody's. */
  readonly trustProxy: string | false;
  /** The mail server that the house's own mails go through; null: an inbox that an admin chose, or none. */
  readonly mail: MailServer | null;
  readonly log: (typeof LOG_LEVELS)[number];
}

/** One sentence for each wrong value; each names the variable and says what to put. */
export class WrongConfig extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'WrongConfig';
    this.sentences = sentences;
  }
}

const filled = z.string().min(1);
const yesOrNo = (name: string) =>
  z.enum(['0', '1'], { error: `${name} must be 1 (yes) or 0 (no).` }).transform((text) => text === '1');

const Environment = z.object({
  EARSHOT_URL: filled.transform(toOrigin).optional(),
  EARSHOT_HOST: filled
    .refine(
      (host) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host),
      'EARSHOT_HOST must be the address to listen on, such as 127.0.0.1 (only this machine) or 0.0.0.0 (everybody).',
    )
    .default('127.0.0.1'),
  EARSHOT_PORT: filled
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      'EARSHOT_PORT must be a number from 1 to 65535, such as 4100.',
    )
    .transform(Number)
    .default(4100),
  EARSHOT_SECRET: filled
    .refine(
      (secret) => secret.length >= 32 && new Set(secret).size >= 8,
      'EARSHOT_SECRET must be at least 32 random characters. `openssl rand -base64 36` makes one.',
    )
    .optional(),
  EARSHOT_DATA: filled.default('data'),
  DATABASE_URL: filled
    .refine(
      (text) => /^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? ''),
      'DATABASE_URL must look like postgres://user:password@host:5432/name. Leave it out to use the embedded database.',
    )
    .optional(),
  EARSHOT_PRACTICE: yesOrNo('EARSHOT_PRACTICE').optional(),
  EARSHOT_META_GRAPH_URL: filled
    .refine(
      (text) => isSafeTarget(parseUrl(text)),
      'EARSHOT_META_GRAPH_URL must be an https:// address, or http:// on this machine. It is for tests: leave it out to speak with Meta.',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  EARSHOT_NETWORK_URLS: filled
    .transform((text) => text.split(',').map((one) => /^\s*([a-z0-9_]+)=(\S+?)\/*\s*$/.exec(one)))
    .refine(
      (pairs) => pairs.every((pair) => isSafeTarget(parseUrl(pair?.[2] ?? ''))),
      'EARSHOT_NETWORK_URLS must name channels with addresses, such as viber=http://127.0.0.1:4300,x=http://127.0.0.1:4301: https:// ones, or http:// on this machine. It is for tests: leave it out to speak with the networks themselves.',
    )
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])))
    .default({}),
  EARSHOT_TRUSTED_ISSUERS: filled
    .transform((text) => text.split(',').map((one) => parseUrl(one.trim())))
    .refine(
      (urls) => urls.every(isSafeTarget),
      'EARSHOT_TRUSTED_ISSUERS must be the https:// addresses of the sign-in providers in your own network, such as https://login.office.example.',
    )
    .transform((urls) => urls.flatMap((url) => (url ? [url.origin] : [])))
    .default([]),
  EARSHOT_TRUST_PROXY: filled
    .refine(
      (text) => text === '0' || text === '1' || text.split(',').every(isNetwork),
      'EARSHOT_TRUST_PROXY must be 0 (no proxy), 1 (a proxy on this machine) or the addresses of the proxies, such as 10.0.0.0/8.',
    )
    .transform((text) => (text === '0' ? false : text === '1' ? '127.0.0.0/8,::1/128' : text.replaceAll(' ', '')))
    .default(false),
  EARSHOT_SMTP_URL: filled
    .transform(toMailServer)
    .refine(
      (server) => server !== null,
      'EARSHOT_SMTP_URL must look like smtps://user:password@smtp.example.com (TLS, port 465) or smtp://user:password@smtp.example.com:587 (STARTTLS). Write signs such as @ or / in the password as %40 or %2F.',
    )
    .optional(),
  EARSHOT_MAIL_FROM: filled
    .transform(toMailbox)
    .refine(
      (from) => from !== null,
      'EARSHOT_MAIL_FROM must be the address that mails of Earshot come from, such as earshot@example.com or Earshot <earshot@example.com>.',
    )
    .optional(),
  EARSHOT_LOG: z.enum(LOG_LEVELS, { error: `EARSHOT_LOG must be one of ${LOG_LEVELS.join(', ')}.` }).default('info'),
});
export const VARIABLES = Object.keys(Environment.shape) as readonly (keyof typeof Environment.shape)[];

/**
 * Pure: nothing is read but what is given. Throws `WrongConfig`.
 * @param args what stood on the command line: `serve`, `--role web|worker|all`
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[] = []): Config {
  const given = Object.fromEntries(VARIABLES.map((name) => [name, env[name]?.trim() || undefined]));
  const result = Environment.safeParse(given);
  const role = readRole(args);
  if (!result.success || typeof role !== 'string') {
    const wrong = result.success ? [] : result.error.issues.map(({ message }) => message);
    throw new WrongConfig(typeof role === 'string' ? wrong : [...wrong, role.wrong]);
  }
  const values = result.data;
  const dataFolder = resolve(values.EARSHOT_DATA);
  const config: Config = {
    role,
    url: values.EARSHOT_URL ?? `http://${values.EARSHOT_HOST.replace(/^.*:.*$/, '[$&]')}:${values.EARSHOT_PORT}`,
    host: values.EARSHOT_HOST,
    port: values.EARSHOT_PORT,
    dataFolder,
    database: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'pglite', folder: resolve(dataFolder, 'database') },
    secret: values.EARSHOT_SECRET
      ? { kind: 'given', value: values.EARSHOT_SECRET }
      : { kind: 'file', path: resolve(dataFolder, 'key') },
    isPractice: values.EARSHOT_PRACTICE ?? (!values.DATABASE_URL && !values.EARSHOT_URL),
    networkUrls: {
      ...values.EARSHOT_NETWORK_URLS,
      ...(values.EARSHOT_META_GRAPH_URL ? { meta: values.EARSHOT_META_GRAPH_URL } : {}),
    },
    trustedIssuers: values.EARSHOT_TRUSTED_ISSUERS,
    trustProxy: values.EARSHOT_TRUST_PROXY,
    mail:
      values.EARSHOT_SMTP_URL && values.EARSHOT_MAIL_FROM
        ? { ...values.EARSHOT_SMTP_URL, from: values.EARSHOT_MAIL_FROM }
        : null,
    log: values.EARSHOT_LOG,
  };
  const conflicts = [
    ...findConflicts(config, values.EARSHOT_PRACTICE !== undefined),
    ...(values.EARSHOT_SMTP_URL && !values.EARSHOT_MAIL_FROM
      ? [
          'EARSHOT_MAIL_FROM must be set with EARSHOT_SMTP_URL: the address that mails come from, such as earshot@example.com.',
        ]
      : []),
    ...(values.EARSHOT_MAIL_FROM && !values.EARSHOT_SMTP_URL
      ? [
          'EARSHOT_SMTP_URL must be set with EARSHOT_MAIL_FROM: the mail server to send through, such as smtps://user:password@smtp.example.com.',
        ]
      : []),
  ];
  if (conflicts.length > 0) throw new WrongConfig(conflicts);
  return config;
}

/** The settings of this process: `.env` in the working folder fills what the environment leaves out. */
export function readProcessConfig(args: readonly string[] = process.argv.slice(2)): Config {
  loadDotEnv();
  return readConfig(process.env, args);
}

export function loadDotEnv(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}

function findConflicts(config: Config, isPracticeAsked: boolean): readonly string[] {
  const isPublicUrl = !isLoopback(new URL(config.url).hostname);
  const isOpen = !isLoopback(config.host) || isPublicUrl;
  const found: string[] = [];
  if (isOpen && config.secret.kind === 'file')
    found.push(
      'EARSHOT_SECRET must be set before Earshot is reachable from other machines: at least 32 random characters. `openssl rand -base64 36` makes one.',
    );
  if (isOpen && config.isPractice)
    found.push(
      isPracticeAsked
        ? 'EARSHOT_PRACTICE must be 0 when EARSHOT_HOST or EARSHOT_URL is reachable from other machines: the practice workspace lets everybody play a customer.'
        : 'EARSHOT_PRACTICE=0 must be set when EARSHOT_HOST is reachable from other machines: without it, the practice workspace would be open to all.',
    );
  if (['0.0.0.0', '::'].includes(config.host) && new URL(config.url).hostname.replace(/[[\]]/g, '') === config.host)
    found.push('EARSHOT_URL must be set when EARSHOT_HOST is 0.0.0.0 or ::, such as https://care.example.com.');
  if (config.role !== 'all' && config.database.kind === 'pglite')
    found.push(
      'DATABASE_URL must be set to start with --role: the embedded database belongs to one process. Leave out --role, or use PostgreSQL.',
    );
  if (config.role !== 'all' && config.isPractice)
    found.push('EARSHOT_PRACTICE must be 0 with --role: the practice workspace lives in one process.');
  return found;
}

function readRole(args: readonly string[]): Role | { readonly wrong: string } {
  const wrong = { wrong: 'The server takes --role all, --role web or --role worker, and nothing else.' };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { role: { type: 'string', default: 'all' } },
      allowPositionals: true,
    });
    const isServe = positionals.every((word, at) => at === 0 && word === 'serve');
    const role = (['all', 'web', 'worker'] as const).find((one) => one === values.role);
    return isServe && role ? role : wrong;
  } catch {
    return wrong;
  }
}

function toOrigin(text: string, context: z.RefinementCtx): string {
  const url = parseUrl(text);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
    return url.origin;
  context.addIssue({
    code: 'custom',
    message: 'EARSHOT_URL must be the address people open, such as https://care.example.com, without a path.',
  });
  return z.NEVER;
}

function parseUrl(text: string): URL | null {
  return URL.parse(text);
}

function isSafeTarget(url: URL | null): boolean {
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether only this machine reaches it. Takes a name or an address, with or without the brackets of a URL. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  const version = isIP(bare);
  return version === 0 ? bare.toLowerCase() === 'localhost' : LOOPBACK.check(bare, version === 4 ? 'ipv4' : 'ipv6');
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most));
}
