import { CareError } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import type { Seal } from '../storage/seal.ts';
import {
  addOidcProvider,
  lockOidcProvider,
  type OidcProviderRow,
  removeOidcProvider,
  writeOidcProvider,
} from '../storage/sign-in/oidc.ts';
import type { Principal } from './who.ts';

type Deps = { readonly db: Database; readonly seal: Seal };

export interface OidcWish {
  readonly name?: string | undefined;
  readonly issuer?: string | undefined;
  readonly clientId?: string | undefined;
  /** Empty: the client has none (a public client, with PKCE alone). */
  readonly clientSecret?: string | undefined;
  readonly mayJoin?: boolean | undefined;
  readonly domains?: readonly string[] | undefined;
  readonly isEnabled?: boolean | undefined;
}

export const sealedForOidc = (id: string) => `oidc/${id}` as const;

/** @param wish its issuer has answered before */
export async function addProvider(
  { db, seal }: Deps,
  who: Principal,
  wish: OidcWish & { readonly id: string; readonly name: string; readonly issuer: string; readonly clientId: string },
  now: Date,
): Promise<OidcProviderRow> {
  const { id, name, issuer, clientId, mayJoin = false, domains = [] } = wish;
  const row: OidcProviderRow = {
    id,
    name,
    issuer,
    clientId,
    clientSecret: wish.clientSecret ? seal.close(who.workspaceId, sealedForOidc(id), wish.clientSecret) : null,
    mayJoin,
    domains,
    isEnabled: true,
    vouchedActs: who.acts,
  };
  requireDomains(row);
  await db.transaction(async (tx) => {
    if (!(await addOidcProvider(tx, who.workspaceId, row, now)))
      throw new CareError('conflict', 'provider_known', 'There is a provider of this id already.');
    await addAudit(tx, who, { act: 'oidc_provider.added', target: id, detail: { after: shown(row) } }, now);
  });
  return row;
}

export async function changeProvider(
  { db, seal }: Deps,
  who: Principal,
  { id, patch }: { readonly id: string; readonly patch: OidcWish },
  now: Date,
): Promise<OidcProviderRow> {
  return db.transaction(async (tx) => {
    const was = await lockOidcProvider(tx, who.workspaceId, id);
    if (!was) throw noSuchProvider();
    const secret = patch.clientSecret;
    const row: OidcProviderRow = {
      id,
      name: patch.name ?? was.name,
      issuer: patch.issuer ?? was.issuer,
      clientId: patch.clientId ?? was.clientId,
      clientSecret:
        secret === undefined
          ? was.clientSecret
          : secret === ''
            ? null
            : seal.close(who.workspaceId, sealedForOidc(id), secret),
      mayJoin: patch.mayJoin ?? was.mayJoin,
      domains: patch.domains ?? was.domains,
      isEnabled: patch.isEnabled ?? was.isEnabled,
      vouchedActs: vouchedBy(who, was, patch),
    };
    requireDomains(row);
    await writeOidcProvider(tx, who.workspaceId, row);
    const detail = { before: shown(was), after: shown(row), ...(secret === undefined ? {} : { secretChanged: true }) };
    await addAudit(tx, who, { act: 'oidc_provider.changed', target: id, detail }, now);
    return row;
  });
}

export async function removeProvider(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const was = await removeOidcProvider(tx, who.workspaceId, id);
    if (!was) throw noSuchProvider();
    await addAudit(tx, who, { act: 'oidc_provider.removed', target: id, detail: { before: shown(was) } }, now);
  });
}

/**
 * Whoever says which server tells us who somebody is could say it is their own. So a provider signs in nobody for the
 * first time who may do more than whoever saved it; saving it again by somebody who may do more raises it.
 */
function vouchedBy(who: Principal, was: OidcProviderRow, { issuer, clientId }: OidcWish): readonly string[] {
  const isElsewhere = (issuer ?? was.issuer) !== was.issuer || (clientId ?? was.clientId) !== was.clientId;
  if (isElsewhere) return who.acts;
  const isMore = was.vouchedActs.every((act) => (who.acts as readonly string[]).includes(act));
  return isMore ? who.acts : was.vouchedActs;
}

/** At a provider that serves everybody, anybody is verified. */
function requireDomains({ mayJoin, domains }: OidcProviderRow): void {
  if (!mayJoin || domains.length > 0) return;
  const words = 'Say of which domains people may join: without any, everybody who has an account there could.';
  throw new CareError('invalid', 'domains_needed', words, { field: 'domains' });
}

/** For the audit log: everything but the secret. */
function shown({ name, issuer, clientId, mayJoin, domains, isEnabled }: OidcProviderRow): {
  readonly [key: string]: Json;
} {
  return { name, issuer, clientId, mayJoin, domains: [...domains], isEnabled };
}

export function noSuchProvider(): CareError {
  return new CareError('not_found', 'no_such_provider', 'There is no such sign-in provider.');
}
