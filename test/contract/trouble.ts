import { expect, it } from 'vitest';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import type { ContractLab } from './contract-lab.ts';

/** What a connector owes when the network refuses, limits, falls silent or loses its own answer. */
export function describeTrouble(lab: ContractLab): void {
  const { getWorld, hearIda, unique, send, find, seenByIda } = lab;

  it('says that the login is needed when the token was revoked', async () => {
    if (getWorld().connector.home) return;
    const question = await hearIda(unique('Are you there?'));
    getWorld().network.faults.isTokenRevoked = true;
    expect(await send(replyTo(question, words(unique('Yes'))))).toMatchObject({
      kind: 'refused',
      reason: 'needs_login',
    });
    expect(await getWorld().connector.check(getWorld().credentials)).toMatchObject({
      ok: false,
      todo: expect.stringMatching(/\S/),
    });
  });

  it('waits when the network says slow down', async () => {
    if (getWorld().connector.home) return;
    const question = await hearIda(unique('Quick!'));
    getWorld().network.faults.rateLimit = 1;
    const outcome = await send(replyTo(question, words(unique('Slowly'))));
    expect(outcome.kind).toBe('try_later');
    if (outcome.kind === 'try_later') expect(outcome.afterMs).toBeGreaterThan(0);
  });

  it('does not claim a send that never happened', async () => {
    if (getWorld().connector.home) return;
    const question = await hearIda(unique('Hello?'));
    const text = unique('Never said');
    const act = replyTo(question, words(text));
    getWorld().network.faults.failBefore = 1;
    const outcome = await send(act);
    expect(['try_later', 'unknown']).toContain(outcome.kind);
    expect(seenByIda(text)).toHaveLength(0);

    Object.assign(getWorld().network.faults, noFaults());
    getWorld().untilShown?.();
    if (outcome.kind === 'unknown' && getWorld().connector.find) expect(await find(act)).toEqual({ kind: 'absent' });
  });

  it('finds a send whose answer was lost, and it stands there once', async () => {
    if (getWorld().connector.home) return;
    const question = await hearIda(unique('Still there?'));
    const text = unique('Said, though nobody confirmed it');
    const act = replyTo(question, words(text));
    getWorld().network.faults.failAfterAccept = 1;
    const outcome = await send(act);
    expect(['unknown', 'accepted']).toContain(outcome.kind);
    expect(seenByIda(text)).toHaveLength(1);

    Object.assign(getWorld().network.faults, noFaults());
    if (getWorld().connector.find) expect(await find(act)).toMatchObject({ kind: 'accepted', id: expect.any(String) });
    expect(seenByIda(text)).toHaveLength(1);
  });
}
