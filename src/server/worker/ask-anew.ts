import type { AccountCheck, Connector, ConnectResult } from '../../core/channel/connector.ts';
import { noLongerSent, noLongerSentWords } from '../../core/health/no-longer-sent.ts';
import type { ExternalAccountId } from '../../core/ids.ts';

export interface AskedAnew {
  /** As it is now, with what could not be mended among its warnings. */
  readonly check: AccountCheck;
  /** What the network was had to send by itself, where that was not known before. */
  readonly due?: readonly string[];
  readonly isMended: boolean;
}

/**
 * Has the network send again what it has ceased to send by itself: a subscription may be removed there, or a webhook
 * switched off. Where nobody knows what should come, it is asked for once.
 */
export async function askAnew(
  connector: Connector,
  account: {
    readonly id: ExternalAccountId;
    readonly credentials: unknown;
    /** What the network was had to send; null: nobody knows. */
    readonly due: readonly string[] | null;
  },
  callbackUrl: string | null,
  check: AccountCheck,
): Promise<AskedAnew> {
  const { due } = account;
  const asItIs = { check, isMended: false };
  if (!check.ok || !check.sends || !connector.connect || callbackUrl === null) return asItIs;
  if (due !== null && noLongerSent(due, check.sends).length === 0) return asItIs;
  const asked = await connector.connect(account.credentials, account.id, callbackUrl).catch(unasked);
  const sends = (asked.ok ? asked.sends : undefined) ?? check.sends;
  // what was wrong before may be so no more
  const after = await connector.check(account.credentials, callbackUrl);
  const lost = noLongerSentWords(connector.name, due, sends);
  const known = asked.ok && asked.sends && due === null ? { due: asked.sends } : {};
  if (lost === null || !after.ok) return { check: after, ...known, isMended: lost === null && due !== null };
  const why = asked.ok ? asked.detail : `${asked.problem} ${asked.todo}`;
  return {
    check: { ...after, sends, warnings: [...after.warnings, `${lost} It was asked for anew: ${why}`] },
    isMended: false,
  };
}

const unasked = (error: unknown): ConnectResult => ({
  ok: false,
  problem: error instanceof Error ? error.message : String(error),
  todo: 'It is asked for again within the hour.',
});
