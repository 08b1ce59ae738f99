import type { ClientAuth, Configuration, CustomFetch, ServerMetadata } from 'openid-client';
import type { OidcClaims } from '../../actions/sign-in-by-oidc.ts';
import { CareError } from '../../core/errors.ts';
import type { Config } from '../config.ts';
import { isLoopback } from '../config.ts';
import { Forbidden } from '../worker/address-guard.ts';
import { guardedFetch, NotAsked, type Reach, requireReachable } from './guarded-fetch.ts';

/** Loaded by the first who asks for it: few desks have a provider. */
const openid = () => import('openid-client');
type OpenId = Awaited<ReturnType<typeof openid>>;

export interface ProviderAccess {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** What has to be remembered between going to the provider and coming back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export const reachOf = ({ url, trustedIssuers }: Pick<Config, 'url' | 'trustedIssuers'>): Reach => ({
  mayLoopback: isLoopback(new URL(url).hostname),
  trustedOrigins: trustedIssuers,
});

/** Asks the issuer what it is. Throws when it is none, cannot be reached or must not be. */
export async function discover(access: ProviderAccess, reach: Reach): Promise<Configuration> {
  const client = await openid();
  const fetch: CustomFetch = (url, init) => guardedFetch(url, init, reach);
  const issuer = new URL(access.issuer);
  requireReachable(issuer, reach);
  const isPlain = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
  const found = await client.discovery(issuer, access.clientId, undefined, client.None(), {
    [client.customFetch]: fetch,
    timeout: 10,
    ...(isPlain ? { execute: [client.allowInsecureRequests] } : {}),
  });
  const metadata = found.serverMetadata();
  const config = new client.Configuration(metadata, access.clientId, undefined, authOf(client, access, metadata));
  config[client.customFetch] = fetch;
  config.timeout = 10;
  // The signature too, not only the connection that the token came over.
  client.enableNonRepudiationChecks(config);
  if (isPlain) client.allowInsecureRequests(config);
  return config;
}

function authOf(client: OpenId, { clientSecret }: ProviderAccess, metadata: ServerMetadata): ClientAuth {
  if (clientSecret === null) return client.None();
  const known = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return known.includes('client_secret_post')
    ? client.ClientSecretPost(clientSecret)
    : client.ClientSecretBasic(clientSecret);
}

/** Where the browser goes, and what has to be the same when it comes back. */
export async function beginSignIn(
  config: Configuration,
  redirectUri: string,
): Promise<{ readonly url: URL; readonly checks: Checks }> {
  const client = await openid();
  const checks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    state: checks.state,
    nonce: checks.nonce,
  });
  if (!/^https?:$/.test(url.protocol)) throw new NotAsked('The provider names a page that is none.');
  return { url, checks };
}

/** Turns the code into what the provider says of the person; everything in it was verified. */
export async function finishSignIn(
  config: Configuration,
  currentUrl: URL,
  { state, nonce, verifier }: Checks,
): Promise<OidcClaims> {
  const client = await openid();
  const tokens = await client.authorizationCodeGrant(config, currentUrl, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('There is no ID token.');
  const asked = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const more = asked ? await client.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    issuer: config.serverMetadata().issuer,
    subject: claims.sub,
    email: text(more.email),
    isEmailVerified: more.email_verified === true,
    name: text(claims.name ?? more.name),
  };
}

/** For whoever sets one up: why it does not work, in words. */
export function inWords(error: unknown, issuer: string): CareError {
  const cause = causeOf(error);
  const why =
    cause instanceof Forbidden
      ? 'This address is not on the public internet. Providers of your own network are named in EARSHOT_TRUSTED_ISSUERS.'
      : cause instanceof NotAsked
        ? cause.message
        : `${new URL(issuer).host} does not answer as a sign-in provider does. Copy the issuer address from its settings.`;
  return new CareError('invalid', 'issuer_refused', why, { field: 'issuer' });
}

/** The innermost reason that is one of ours; libraries wrap what their fetch throws. */
function causeOf(error: unknown): unknown {
  if (error instanceof Forbidden || error instanceof NotAsked) return error;
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error;
}
