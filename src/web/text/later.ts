import { audit } from './en/audit.ts';
import { calls } from './en/calls.ts';
import { clocks } from './en/clocks.ts';
import { commerce } from './en/commerce.ts';
import { filter } from './en/filter.ts';
import { leave } from './en/leave.ts';
import { listen } from './en/listen.ts';
import { listeningRules } from './en/listening-rules.ts';
import { palette } from './en/palette.ts';
import { people } from './en/people.ts';
import { persons } from './en/persons.ts';
import { pinged } from './en/pinged.ts';
import { priority } from './en/priority.ts';
import { routing } from './en/routing.ts';
import { rules } from './en/rules.ts';
import { secondOpinion } from './en/second-opinion.ts';
import { security } from './en/security.ts';
import { settings } from './en/settings.ts';
import { tools } from './en/tools.ts';
import { understanding } from './en/understanding.ts';

/** What nobody needs to read a list and a conversation. It comes with the first room or sheet that says any of it. */
export const later = {
  ...settings,
  ...tools,
  ...understanding,
  ...secondOpinion,
  ...palette,
  ...filter,
  ...security,
  ...people,
  ...audit,
  ...leave,
  ...listen,
  ...calls,
  ...clocks,
  ...commerce,
  ...pinged,
  ...persons,
  ...priority,
  ...routing,
  ...rules,
  ...listeningRules,
} as const;
