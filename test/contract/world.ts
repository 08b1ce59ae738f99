import type { Connector, ParseContext, RawEntry } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import type { Persona, SimulatedNetwork } from '../../src/simulators/network.ts';

/** One connector and the network it talks to, as the contract suite wants them: fresh for each test file, seeded, on loopback. */
export interface ContractWorld {
  readonly connector: Connector<unknown>;
  readonly credentials: unknown;
  /** Well-formed, and not accepted by the network. */
  readonly refusedCredentials: unknown;
  readonly account: ExternalAccountId;
  readonly network: SimulatedNetwork;
  readonly personas: readonly [Persona, Persona];
  /** What reached us since the last call, through the road the channel really uses: authenticated webhooks, or pulls from the kept cursor. */
  arrived(): Promise<readonly { readonly entry: RawEntry; readonly context: ParseContext }[]>;
  /** Fixtures of the folder `src/connectors/<channel>/fixtures`, with what each must become (kinds of events in order). */
  readonly fixtures: readonly {
    readonly name: string;
    readonly entry: RawEntry;
    readonly context: ParseContext;
    readonly kinds: readonly string[];
  }[];
  /** Lets as much time pass as the network takes at most to show what was said. Absent: it shows it at once. */
  readonly untilShown?: () => void;
  close(): Promise<void>;
}
