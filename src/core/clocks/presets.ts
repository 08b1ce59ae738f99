import { ANYTHING, type AnswerPolicy, type Target } from './policy.ts';

/** What many companies promise; a lead takes one over and changes it. */
export const PRESETS = ['hour', 'networks', 'ageing'] as const;
export type Preset = (typeof PRESETS)[number];
/** Names are the screen's own words. */
export type PresetPolicy = Omit<AnswerPolicy, 'id' | 'name'> & { readonly called: string };

const within = (minutes: number, hours: 'open' | 'all' = 'open'): Target => ({ by: 'minutes', minutes, hours });
const SAME_DAY: Target = { by: 'same_day' };
const NOBODY = { teamId: null, agentId: null };
const rest = { conditions: ANYTHING, onBreach: NOBODY };
const HOUR = 60;

export const POLICIES_OF: Readonly<Record<Preset, readonly PresetPolicy[]>> = {
  hour: [
    {
      ...rest,
      called: 'hour',
      targets: { acknowledgement: SAME_DAY, first_response: within(HOUR), next_response: within(HOUR) },
      warnMinutes: 15,
    },
  ],
  networks: [
    {
      ...rest,
      called: 'x',
      conditions: { ...ANYTHING, channels: ['x'] },
      targets: { first_response: within(2 * HOUR), next_response: within(2 * HOUR) },
      warnMinutes: 30,
    },
    {
      ...rest,
      called: 'facebook',
      conditions: { ...ANYTHING, channels: ['facebook', 'messenger'] },
      targets: { first_response: SAME_DAY, next_response: SAME_DAY },
      warnMinutes: HOUR,
    },
  ],
  ageing: [{ ...rest, called: 'ageing', targets: { resolution: within(72 * HOUR, 'all') }, warnMinutes: 12 * HOUR }],
};
