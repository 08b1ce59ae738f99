import type { RuleBody } from '../../../wire/rules.ts';
import { t } from '../../text/t.ts';

/** Beginnings that are often wanted. What only the house knows (a team, a reply) is left to be chosen. */
export const PRESETS = ['angry', 'language', 'spam', 'vip', 'waits', 'hours', 'buy', 'outage', 'problem'] as const;
export type Preset = (typeof PRESETS)[number];

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
export const USUAL_HOURS = { is: 'within', week: 'Mon-Fri 09:00-17:00', zone: HERE } as const;
export const EMPTY: RuleBody = {
  name: '',
  when: 'arrived',
  waitMinutes: 60,
  hours: null,
  filter: { match: 'all', conditions: [] },
  acts: [],
};

const MORE: Readonly<Record<Preset, () => Partial<RuleBody>>> = {
  angry: () => ({
    filter: {
      match: 'all',
      conditions: [
        { about: 'sentiment', is: 'one_of', values: ['negative'] },
        { about: 'kind', is: 'one_of', values: ['complaint'] },
      ],
    },
    // What is very negative and high enough, routing gives to the top agents.
    acts: [{ do: 'priority', points: 40 }],
  }),
  language: () => ({
    filter: { match: 'all', conditions: [{ about: 'language', is: 'one_of', values: ['de'] }] },
    acts: [{ do: 'team', teamId: '' }],
  }),
  spam: () => ({
    filter: { match: 'all', conditions: [{ about: 'kind', is: 'one_of', values: ['spam'] }] },
    acts: [{ do: 'priority', points: -100 }, { do: 'stop' }],
  }),
  vip: () => ({
    filter: { match: 'all', conditions: [{ about: 'vip', is: 'yes' }] },
    acts: [{ do: 'priority', points: 25 }],
  }),
  waits: () => ({ when: 'waits', waitMinutes: 60, acts: [{ do: 'priority', points: 20 }, { do: 'choose' }] }),
  hours: () => ({ hours: { ...USUAL_HOURS, is: 'outside' }, acts: [{ do: 'reply', replyId: '' }] }),
  buy: () => ({
    filter: { match: 'all', conditions: [{ about: 'kind', is: 'one_of', values: ['purchase'] }] },
    acts: [
      { do: 'team', teamId: '' },
      { do: 'priority', points: 15 },
    ],
  }),
  problem: () => ({
    when: 'always',
    filter: { match: 'all', conditions: [{ about: 'known_problem', is: 'yes' }] },
    acts: [{ do: 'team', teamId: '' }],
  }),
  outage: () => ({
    filter: { match: 'all', conditions: [{ about: 'topic', is: 'one_of', values: ['outage'] }] },
    acts: [{ do: 'hook', hookId: '' }],
  }),
};

/** What a new rule begins with. `item` is the last part of its address: `new`, or `new-angry`. */
export function beginningOf(item: string): RuleBody {
  const preset = PRESETS.find((one) => item === `new-${one}`);
  return preset ? { ...EMPTY, name: t(`preset.${preset}`), ...MORE[preset]() } : EMPTY;
}
