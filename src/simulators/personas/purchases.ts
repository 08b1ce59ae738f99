import type { Persona } from '../network.ts';
import type { SoldOrder } from '../shopify/state.ts';
import { CUSTOMERS } from './people.ts';
import type { Situation } from './talk.ts';
import { ITEMS, talkOf } from './words.ts';

const DAY_MS = 86_400_000;
const PRICES: Readonly<Record<string, string>> = {
  'Kallsjö 3L': '389.00',
  'Ravna 40': '179.00',
  'Tundra Down': '299.00',
  'Skarn Pro': '219.00',
  'Vindö Shell': '249.00',
  'Myr Fleece': '89.50',
  'Stig Trek': '129.00',
};
/** Who buys for others too: what they bought shows in how soon they are answered. */
const LARGE: Readonly<Record<string, number>> = { priyaoutside: 10, seojunpark: 6, mateorojas: 4 };

/** What an order number in somebody's words tells of: it is in the shop, and stands as they say it does. */
export function boughtBy(persona: Persona, text: string, at: Date): readonly SoldOrder[] {
  return [...new Set(text.match(/\bLO-\d{5}\b/g) ?? [])].map((name) => {
    const nth = Number(name.slice(3));
    const item = ITEMS.find((one) => text.includes(one)) ?? nthOf(ITEMS, nth);
    const placed = new Date(at.getTime() - (5 + (nth % 6)) * DAY_MS);
    return {
      ...orderOf(persona, name, item, placed),
      ...standing(situationIn(persona.language, text), nth, item, placed),
    };
  });
}

/** What everybody bought in the months before, so that few are strangers. */
export function boughtBefore(since: Date): readonly SoldOrder[] {
  return CUSTOMERS.flatMap((customer, at) =>
    Array.from({ length: (at * 7) % 4 }, (_, nth) => {
      const number = 10_000 + at * 37 + nth * 1_913;
      const placed = new Date(since.getTime() - (12 + ((at * 11 + nth * 23) % 70)) * DAY_MS);
      const order = orderOf(customer, `LO-${number}`, nthOf(ITEMS, number), placed);
      const many = nth === 0 ? LARGE[customer.id] : undefined;
      const items = many ? order.items.map((item) => ({ ...item, quantity: many })) : order.items;
      return { ...order, items, ...standing('thanks', number, '', placed) };
    }),
  );
}

const nthOf = <One>(all: readonly One[], nth: number): One => all[nth % all.length] as One;

function orderOf(persona: Persona, name: string, item: string, createdAt: Date) {
  const items = [{ name: item, price: PRICES[item] ?? '99.00', sku: item.toUpperCase().replace(/\W+/g, '-') }];
  // Swedes pay in crowns: what is in another currency is shown, and not added up.
  const currency = persona.language === 'sv' ? 'SEK' : 'EUR';
  return { name, email: persona.email, buyer: persona.name, createdAt, updatedAt: createdAt, items, currency };
}

function standing(situation: Situation | null, nth: number, item: string, placed: Date): Partial<SoldOrder> {
  const after = (days: number) => new Date(placed.getTime() + days * DAY_MS);
  const parcel = (status: string, more: object = {}) => ({
    parcel: {
      company: 'PostNord',
      number: `00${70_340_000 + nth}`,
      url: `https://track.example/${70_340_000 + nth}`,
      status,
      ...more,
    },
  });
  if (situation === 'late' || situation === 'angry')
    return { ...parcel(nth % 3 === 0 ? 'DELAYED' : 'IN_TRANSIT', { expectedAt: after(3) }), updatedAt: after(2) };
  if (situation === 'refund')
    return nth % 2 === 0
      ? { ...parcel('DELIVERED', { deliveredAt: after(2) }), returnStatus: 'IN_PROGRESS', updatedAt: after(4) }
      : {
          ...parcel('DELIVERED', { deliveredAt: after(2) }),
          returnStatus: 'RETURNED',
          financial: 'PARTIALLY_REFUNDED',
          refunded: ((Number(PRICES[item] ?? '99') * 9) / 10).toFixed(2),
          updatedAt: after(4),
        };
  return { ...parcel('DELIVERED', { deliveredAt: after(3) }), updatedAt: after(3) };
}

/** The matter whose words these are; null: words of their own. */
function situationIn(language: string, text: string): Situation | null {
  const plain = text.toLowerCase();
  for (const [situation, says] of Object.entries(talkOf(language).says))
    for (const one of says)
      if (one.includes('{order}') && one.split(/\{\w+\}/).every((part) => plain.includes(part.trim().toLowerCase())))
        return situation as Situation;
  return null;
}
