import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who signs in at the provider, and what it says of them. */
export interface ProviderPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** A small OpenID provider on loopback (OpenID Connect Core 1.0, code flow with PKCE), with faults to be dialled. */
export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What a browser does there: opens the address, signs in, and is sent back to what is returned. */
  signIn(authorizationUrl: string, person: ProviderPerson): URL;
  /** The person changes their mind. */
  cancel(authorizationUrl: string): URL;
  /** What the next ID token says otherwise, or how it is signed wrongly. */
  lie(faults: { readonly claims?: object; readonly foreignKey?: boolean; readonly alg?: 'none' }): void;
  close(): Promise<void>;
}

interface Asked {
  readonly person: ProviderPerson;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

export async function openOidcProvider(): Promise<OidcProvider> {
  const clientId = 'earshot';
  const clientSecret = 'a secret of the client';
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  let faults: Parameters<OidcProvider['lie']>[0] = {};
  let issuer = '';

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      });
    if (request.url === '/jwks')
      return json(200, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      });
    if (request.url !== '/token' || request.method !== 'POST') return json(404, {});
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = new URLSearchParams(text);
    const [user, password] = Buffer.from(String(request.headers.authorization).replace('Basic ', ''), 'base64')
      .toString()
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    if (user !== clientId || password !== clientSecret) return json(401, { error: 'invalid_client' });
    const code = body.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const proof = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!asked || asked.challenge !== proof || asked.redirectUri !== body.get('redirect_uri'))
      return json(400, { error: 'invalid_grant' });
    return json(200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken(asked) });
  }

  function idToken({ person, nonce }: Asked): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 60, nonce, ...person, ...faults.claims };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: faults.alg ?? 'RS256', kid: 'one' })}.${part(claims)}`;
    const { privateKey } = faults.foreignKey ? foreign : own;
    return `${signed}.${faults.alg === 'none' ? '' : sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  }

  const comeBack = (asked: URLSearchParams, answer: Record<string, string>) => {
    const back = new URL(asked.get('redirect_uri') ?? '');
    for (const [name, value] of Object.entries({ state: asked.get('state') ?? '', iss: issuer, ...answer }))
      back.searchParams.set(name, value);
    return back;
  };

  return {
    issuer,
    clientId,
    clientSecret,
    signIn(authorizationUrl, person) {
      const asked = new URL(authorizationUrl).searchParams;
      if (asked.get('code_challenge_method') !== 'S256') throw new Error('There is no PKCE.');
      const code = randomBytes(16).toString('hex');
      codes.set(code, {
        person,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        redirectUri: asked.get('redirect_uri') ?? '',
      });
      return comeBack(asked, { code });
    },
    cancel: (authorizationUrl) => comeBack(new URL(authorizationUrl).searchParams, { error: 'access_denied' }),
    lie(next) {
      faults = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
