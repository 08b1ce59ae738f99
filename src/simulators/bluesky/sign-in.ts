import type { Faults } from '../network.ts';
import type { Call, Endpoint } from './call.ts';
import { Refusal } from './refusal.ts';
import type { Account } from './store.ts';
import type { AppPassword, Tokens } from './tokens.ts';

export interface SignInState {
  /** `takendown`, `suspended`, `deactivated`; null: in good standing. */
  status: string | null;
  /** The main password then wants a code from a mail. */
  hasTwoFactor: boolean;
}

const LOGINS = { count: 30, perMs: 300_000 };

export function signingIn(
  brand: Account,
  mainPassword: string,
  appPasswords: readonly AppPassword[],
  tokens: Tokens,
  state: SignInState,
  faults: Faults,
  now: () => Date,
  address: () => string,
): Readonly<Record<string, Endpoint>> {
  const logins: number[] = [];

  function session(isPrivileged: boolean) {
    const { did, handle } = brand;
    const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: address() }];
    return {
      ...tokens.make(did, isPrivileged),
      did,
      handle,
      email: `care@${handle}`,
      emailConfirmed: true,
      active: state.status === null,
      ...(state.status === null ? {} : { status: state.status }),
      didDoc: { '@context': ['https://www.w3.org/ns/did/v1'], id: did, alsoKnownAs: [`at://${handle}`], service },
    };
  }

  return {
    'com.atproto.server.createSession': ({ body }: Call) => {
      const at = now().getTime();
      while (logins[0] !== undefined && logins[0] <= at - LOGINS.perMs) logins.shift();
      if (logins.length >= LOGINS.count) throw new Refusal(429, 'RateLimitExceeded', 'Rate Limit Exceeded');
      logins.push(at);
      const isBrand = [brand.handle, brand.did, `care@${brand.handle}`].includes(String(body.identifier));
      const app = appPasswords.find(({ password }) => password === body.password);
      const isMain = body.password === mainPassword;
      if (!isBrand || faults.isTokenRevoked || !(app || isMain))
        throw new Refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
      if (isMain && !app && state.hasTwoFactor)
        throw new Refusal(401, 'AuthFactorTokenRequired', 'A sign in code has been sent to your email address');
      if (state.status === 'takendown') throw new Refusal(401, 'AccountTakedown', 'Account has been taken down');
      return session(app?.isPrivileged ?? true);
    },
    'com.atproto.server.refreshSession': ({ headers }: Call) =>
      session(tokens.refresh(headers.authorization).isPrivileged),
    'com.atproto.server.getSession': (call: Call) => {
      const { did, handle } = brand;
      call.bearer();
      return { did, handle, active: state.status === null };
    },
  };
}
