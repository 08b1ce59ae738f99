import type { Pulled } from '../../core/channel/connector.ts';

type Gap = NonNullable<Pulled['gap']>;

/** One gap for all that several lists miss: what is told too wide is looked for in vain, what is not told is lost. */
export function widestGap(gaps: readonly Gap[]): Gap | undefined {
  if (gaps.length === 0) return undefined;
  const [from, to] = [gaps.map((gap) => gap.from.getTime()), gaps.map((gap) => gap.to.getTime())];
  return {
    from: new Date(Math.min(...from)),
    to: new Date(Math.max(...to)),
    why: [...new Set(gaps.map(({ why }) => why))].join(' '),
  };
}
