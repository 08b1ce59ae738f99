import type { Tried } from '../../wire/practice.ts';
import type { TextKey } from '../text/t.ts';

/** What the server sees done, and what only this browser can see. */
export type StepName = keyof Tried | 'customer' | 'search' | 'palette';

export interface Step {
  readonly name: StepName;
  readonly title: TextKey;
  readonly why: TextKey;
  /** Where it is done. */
  readonly to: '/desk' | '/practice';
  readonly search: Readonly<Record<string, string>>;
}

const at = (name: StepName, to: Step['to'], search: Step['search'] = {}): Step => ({
  name,
  title: `guide.${name}`,
  why: `guide.${name}.why`,
  to,
  search,
});

/** In the order in which they make sense. */
export const STEPS: readonly Step[] = [
  at('publicly', '/desk'),
  at('privately', '/desk'),
  at('decide', '/desk'),
  at('note', '/desk'),
  at('assign', '/desk', { view: 'unassigned' }),
  at('later', '/desk'),
  at('customer', '/practice'),
  at('search', '/desk', { q: '' }),
  at('palette', '/desk'),
];
