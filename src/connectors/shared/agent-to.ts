import type { Agent } from 'undici';
import type { Address } from './address-guard.ts';

/** Connects to the addresses that were checked: the name is not asked again, when it might say something else. */
export async function agentTo(addresses: readonly Address[], timeout: number): Promise<Agent> {
  const { Agent } = await import('undici');
  const [first] = addresses;
  return new Agent({
    connect: {
      timeout,
      lookup: (_host, options, done) =>
        options.all ? done(null, [...addresses]) : done(null, first?.address ?? '', first?.family ?? 4),
    },
  });
}
