import type { SimulatedNetwork } from '../../simulators/network.ts';
import { boughtBy } from '../../simulators/personas/purchases.ts';
import type { SimulatedShop } from '../../simulators/shopify/index.ts';

/** The same network; whatever order its people speak of is then in the shop. */
export function heardByShop(network: SimulatedNetwork, shop: SimulatedShop, now: () => Date): SimulatedNetwork {
  const known = new Set<string>();
  const hear = (...told: Parameters<typeof boughtBy>) => {
    for (const order of boughtBy(...told)) {
      if (known.has(order.name)) continue;
      known.add(order.name);
      shop.sell(order);
    }
  };
  const heard: Pick<SimulatedNetwork, 'say' | 'remember'> = {
    say(persona, said) {
      hear(persona, `${said.subject ?? ''} ${said.text}`, said.at ?? now());
      return network.say(persona, said);
    },
    remember(said) {
      for (const { persona, by, subject = '', text, at } of said)
        if (persona && by === 'person') hear(persona, `${subject} ${text}`, at);
      network.remember(said);
    },
  };
  return Object.assign(Object.create(network) as SimulatedNetwork, heard);
}
