import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig, WrongConfig } from './config.ts';

const SECRET = 'f3Jx0sQm8ZtV5cB1nK7wR2yH9uL4aE6d';

/** The sentences that stop the start; none when it may go ahead. */
function complaints(env: Record<string, string>, args: readonly string[] = []): readonly string[] {
  try {
    readConfig(env, args);
    return [];
  } catch (error) {
    if (error instanceof WrongConfig) return error.sentences;
    throw error;
  }
}

describe('without any setting', () => {
  it('opens the practice workspace on this machine only, on an embedded database', () => {
    expect(readConfig({})).toMatchObject({
      role: 'all',
      url: 'http://127.0.0.1:4100',
      host: '127.0.0.1',
      port: 4100,
      isPractice: true,
      trustProxy: false,
      log: 'info',
      database: { kind: 'pglite' },
      secret: { kind: 'file' },
    });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ EARSHOT_PORT: '', DATABASE_URL: '  ' })).toEqual(readConfig({}));
  });
});

describe('a production set-up', () => {
  const production = {
    EARSHOT_URL: 'https://care.example.com/',
    EARSHOT_SECRET: SECRET,
    DATABASE_URL: 'postgres://earshot@localhost/earshot',
    EARSHOT_PRACTICE: '0',
  };

  const ISSUERS = 'https://login.office.example/realms/care, https://id.office.example:8443';

  it('is read whole', () => {
    expect(
      readConfig({ ...production, EARSHOT_TRUST_PROXY: '1', EARSHOT_TRUSTED_ISSUERS: ISSUERS }, [
        'serve',
        '--role',
        'web',
      ]),
    ).toMatchObject({
      role: 'web',
      url: 'https://care.example.com',
      host: '127.0.0.1',
      isPractice: false,
      trustProxy: '127.0.0.0/8,::1/128',
      trustedIssuers: ['https://login.office.example', 'https://id.office.example:8443'],
      database: { kind: 'postgres', url: production.DATABASE_URL },
      secret: { kind: 'given', value: SECRET },
    });
  });

  it.each([
    { what: 'DATABASE_URL', env: { DATABASE_URL: production.DATABASE_URL } },
    { what: 'EARSHOT_URL', env: { EARSHOT_URL: 'http://127.0.0.1:4100' } },
  ])('has no practice workspace once $what is set', ({ env }) => {
    expect(readConfig(env).isPractice).toBe(false);
  });
});

describe('a wrong value stops the start and is named', () => {
  it.each<Record<string, string>>([
    { EARSHOT_PORT: 'http' },
    { EARSHOT_PORT: '70000' },
    { EARSHOT_HOST: 'my host' },
    { EARSHOT_SECRET: 'short' },
    { EARSHOT_SECRET: 'a'.repeat(40) },
    { EARSHOT_URL: 'care.example.com' },
    { EARSHOT_URL: 'https://example.com/care' },
    { EARSHOT_URL: 'ftp://example.com' },
    { DATABASE_URL: 'mysql://localhost/earshot' },
    { EARSHOT_PRACTICE: 'yes' },
    { EARSHOT_TRUST_PROXY: '10.0.0.0/99' },
    { EARSHOT_META_GRAPH_URL: 'http://graph.example.com' },
    { EARSHOT_TRUSTED_ISSUERS: 'https://login.office.example,login' },
    { EARSHOT_TRUSTED_ISSUERS: 'http://login.office.example' },
    { EARSHOT_SMTP_URL: 'mail.example.com', EARSHOT_MAIL_FROM: 'a@b.example' },
    { EARSHOT_SMTP_URL: 'smtp://mail.example.com/%E0%A4%A', EARSHOT_MAIL_FROM: 'a@b.example' },
    { EARSHOT_MAIL_FROM: 'Earshot', EARSHOT_SMTP_URL: 'smtps://mail.example.com' },
    { EARSHOT_LOG: 'loud' },
  ])('%j', (env) => {
    const [name = ''] = Object.keys(env);
    expect(complaints(env)).toEqual([expect.stringMatching(new RegExp(`^${name} must .*\\.$`))]);
  });

  it('names all of them at once', () => {
    expect(complaints({ EARSHOT_PORT: '0', EARSHOT_LOG: 'x' }, ['--role', 'cook'])).toHaveLength(3);
  });
});

describe('what does not go together', () => {
  it.each<{ when: string; env: Record<string, string>; args?: readonly string[]; name: string }>([
    {
      when: 'open to the network without a secret',
      env: { EARSHOT_HOST: '192.168.1.5', EARSHOT_PRACTICE: '0' },
      name: 'EARSHOT_SECRET',
    },
    {
      when: 'a public address without a secret',
      env: { EARSHOT_URL: 'https://care.example.com' },
      name: 'EARSHOT_SECRET',
    },
    {
      when: 'practice on the network',
      env: { EARSHOT_HOST: '192.168.1.5', EARSHOT_SECRET: SECRET },
      name: 'EARSHOT_PRACTICE',
    },
    {
      when: 'practice at a public address',
      env: { EARSHOT_URL: 'https://care.example.com', EARSHOT_SECRET: SECRET, EARSHOT_PRACTICE: '1' },
      name: 'EARSHOT_PRACTICE',
    },
    {
      when: 'every address and no name',
      env: { EARSHOT_HOST: '0.0.0.0', EARSHOT_SECRET: SECRET, EARSHOT_PRACTICE: '0' },
      name: 'EARSHOT_URL',
    },
    {
      when: 'two processes, one embedded database',
      env: { EARSHOT_PRACTICE: '0' },
      args: ['--role', 'worker'],
      name: 'DATABASE_URL',
    },
    {
      when: 'a mail server without a sender',
      env: { EARSHOT_SMTP_URL: 'smtps://mail.example.com' },
      name: 'EARSHOT_MAIL_FROM',
    },
    {
      when: 'a sender without a mail server',
      env: { EARSHOT_MAIL_FROM: 'earshot@example.com' },
      name: 'EARSHOT_SMTP_URL',
    },
  ])('$when', ({ env, args, name }) => {
    expect(complaints(env, args)).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    {
      url: 'smtps://ana%40x:p%2Fw@mail.example.com',
      from: 'Earshot <earshot@example.com>',
      is: {
        host: 'mail.example.com',
        port: 465,
        isSecure: true,
        user: 'ana@x',
        password: 'p/w',
        from: { name: 'Earshot', address: 'earshot@example.com' },
      },
    },
    {
      url: 'smtp://127.0.0.1:2525',
      from: 'earshot@example.com',
      is: {
        host: '127.0.0.1',
        port: 2525,
        isSecure: false,
        user: '',
        password: '',
        from: { name: '', address: 'earshot@example.com' },
      },
    },
  ])('reads the mail server $url', ({ url, from, is }) => {
    expect(readConfig({ EARSHOT_SMTP_URL: url, EARSHOT_MAIL_FROM: from }).mail).toEqual(is);
  });

  it('allows practice at an address of this machine', () => {
    expect(complaints({ EARSHOT_URL: 'http://localhost:5173', EARSHOT_PRACTICE: '1' })).toEqual([]);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['[::1]', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
  ['localhost.example.com', false],
])('%s is of this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
