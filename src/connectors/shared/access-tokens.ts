/** What the network gave for a refresh token, or why it gave nothing. */
export type Grant =
  | { readonly kind: 'granted'; readonly token: string; readonly endsAt: Date; readonly body: unknown }
  /** Asking again without a person is in vain. */
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'later'; readonly problem: string; readonly afterMs: number };

export interface AccessTokens<Credentials> {
  /** The kept token, or a new one. */
  open(credentials: Credentials): Promise<Grant>;
  /** Another token than `refused`, which the network takes no more. */
  renew(credentials: Credentials, refused: string): Promise<Grant>;
}

/** A token that ends while a call is under way is no use. */
const MARGIN_MS = 60_000;
/** After so many refused logins in a row the next waits: whoever asks ten times a second is shut out. */
const PATIENCE = { refusals: 5, holdOffMs: 60_000 };

/**
 * Short-lived tokens, kept in memory only and shared by everything that uses the account.
 *
 * @param keyOf names the account and its secret, so that a new secret must prove itself
 */
export function createAccessTokens<Credentials>(
  ask: (credentials: Credentials) => Promise<Grant>,
  keyOf: (credentials: Credentials) => string,
  now: () => Date,
): AccessTokens<Credentials> {
  const kept = new Map<string, Extract<Grant, { kind: 'granted' }>>();
  const underWay = new Map<string, Promise<Grant>>();
  const refusals = new Map<string, { readonly grant: Grant; readonly count: number; readonly at: number }>();

  /** Many callers find the token ended at once; one of them asks for the next. */
  function once(credentials: Credentials): Promise<Grant> {
    const key = keyOf(credentials);
    const running = underWay.get(key);
    if (running) return running;
    const refusal = refusals.get(key);
    const isTired = refusal && refusal.count >= PATIENCE.refusals;
    if (isTired && now().getTime() - refusal.at < PATIENCE.holdOffMs) return Promise.resolve(refusal.grant);
    const started = ask(credentials)
      .then((grant) => {
        if (grant.kind === 'granted') {
          kept.set(key, grant);
          refusals.delete(key);
        } else kept.delete(key);
        if (grant.kind === 'refused')
          refusals.set(key, { grant, count: (refusal?.count ?? 0) + 1, at: now().getTime() });
        return grant;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  }

  const open = async (credentials: Credentials): Promise<Grant> => {
    const grant = kept.get(keyOf(credentials));
    if (grant && grant.endsAt.getTime() - MARGIN_MS > now().getTime()) return grant;
    return once(credentials);
  };

  return {
    open,
    renew(credentials, refused) {
      const key = keyOf(credentials);
      if (kept.get(key)?.token === refused) kept.delete(key);
      return open(credentials);
    },
  };
}
