import { audit } from './en/audit.ts';
import { calls } from './en/calls.ts';
import { filter } from './en/filter.ts';
import { leave } from './en/leave.ts';
import { palette } from './en/palette.ts';
import { people } from './en/people.ts';
import { pinged } from './en/pinged.ts';
import { priority } from './en/priority.ts';
import { security } from './en/security.ts';
import { settings } from './en/settings.ts';
import { tools } from './en/tools.ts';

/** What nobody needs to read a list and a conversation. It comes with the first room or sheet that says any of it. */
export const later = {
  ...settings,
  ...tools,
  ...palette,
  ...filter,
  ...security,
  ...people,
  ...audit,
  ...leave,
  ...calls,
  ...pinged,
  ...priority,
} as const;
