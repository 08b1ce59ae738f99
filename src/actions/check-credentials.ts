import type { AccountCheck, Connector } from '../core/channel/connector.ts';
import type { Json } from '../core/ids.ts';

type Given = Readonly<Record<string, unknown>>;
export type CheckedCredentials = { readonly credentials: unknown; readonly check: AccountCheck };

/** Longer than any connector waits for its network, in milliseconds: nobody watches a test button for minutes. */
const PATIENCE_MS = 45_000;

/** Reads the form, then asks the network. Whatever is wrong comes back in words, with the field where there is one. */
export async function checkCredentials(
  connector: Connector,
  given: Given,
  callbackUrl?: string,
): Promise<CheckedCredentials> {
  const form = connector.credentials.parse(given);
  if (form.ok) return { credentials: form.value, check: await askNetwork(connector, form.value, callbackUrl) };
  const [first] = form.errors;
  return {
    credentials: null,
    check: {
      ok: false,
      problem: form.errors.map(({ message }) => message).join('\n'),
      todo: 'Correct the form and test again.',
      ...(first ? { field: first.field } : {}),
    },
  };
}

/** What the inbox keeps in the open: what was asked for, and what the credentials say that is no secret. */
export function settingsWith(connector: Connector, settings: Json, credentials: unknown): Json {
  const asked = typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {};
  return { ...asked, ...connector.settings?.(credentials) };
}

async function askNetwork(
  connector: Connector,
  credentials: unknown,
  callbackUrl: string | undefined,
): Promise<AccountCheck> {
  const patience = Promise.withResolvers<AccountCheck>();
  const timer = setTimeout(
    () =>
      patience.resolve({
        ok: false,
        problem: `${connector.name} did not answer.`,
        todo: 'Look whether the address is right and whether this machine may reach it, then test again.',
      }),
    PATIENCE_MS,
  );
  try {
    return await Promise.race([connector.check(credentials, callbackUrl), patience.promise]);
  } finally {
    clearTimeout(timer);
  }
}
