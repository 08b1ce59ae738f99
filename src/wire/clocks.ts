import { z } from 'zod';
import { CLOCK_KINDS } from '../core/clocks/policy.ts';
import { isTimeZone } from '../core/hours/hours.ts';
import { Id, Reach } from './common.ts';

const Name = z.string().trim().min(1, 'A name is needed.').max(60);
const Minute = z.number().int().min(0).max(1_440);
const isInOrder = ({ from, until }: { from: number; until: number }) => from < until;
const ENDS_FIRST = 'Hours end after they begin. For a night, end at midnight and begin again on the next day.';
const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export const DaySpan = z.object({ from: Minute, until: Minute }).refine(isInOrder, ENDS_FIRST);
export const WeekSpan = z
  .object({ days: z.array(Weekday).min(1).max(7), from: Minute, until: Minute })
  .refine(isInOrder, ENDS_FIRST)
  .describe('Minutes after midnight by the clock of the place');
const Day = z.iso.date();
export const OwnDay = z.object({
  date: Day,
  name: z.string().trim().max(80),
  spans: z.array(DaySpan).max(10).describe('None: closed'),
});
export const Holiday = z.object({
  date: Day,
  name: z.string(),
  from: z.number().describe('Closed from so many minutes after midnight'),
});

export const Calendar = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string(),
  week: z.array(WeekSpan).describe('None: round the clock'),
  days: z.array(OwnDay).describe('They stand above holidays'),
  country: z.string().nullable().describe('Whose public holidays are closed; ISO 3166'),
  region: z.string().nullable(),
  holidays: z.array(Holiday).describe('Of this year and the next ones'),
  isDefault: z.boolean().describe('For inboxes that have neither a calendar nor hours of their own'),
  inboxIds: z.array(Id).describe('Those that follow it, as far as you may see them'),
});
export const CalendarList = z.object({ items: z.array(Calendar) });
export const PutCalendar = z.object({
  name: Name,
  timeZone: z.string().max(80).refine(isTimeZone, 'There is no such time zone.'),
  week: z.array(WeekSpan).max(70),
  days: z
    .array(OwnDay)
    .max(400)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, 'One of these days is there twice.'),
  country: z.string().max(10).nullable().default(null),
  region: z.string().max(10).nullable().default(null),
  isDefault: z.boolean().default(false),
  inboxIds: z.array(Id).max(2_000).default([]),
});
export const HolidayQuery = z.object({
  country: z.string().min(1).max(10),
  region: z.string().max(10).optional(),
});
export const HolidayPreview = z.object({ items: z.array(Holiday).describe('The next ones') });
export const CountryList = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
});

const MOST_MINUTES = 366 * 1_440;
export const ClockKind = z.enum(CLOCK_KINDS);
export const Target = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('minutes'),
    minutes: z.number().int().min(1, 'At least a minute.').max(MOST_MINUTES, 'At most a year.'),
    hours: z.enum(['open', 'all']).describe('Open time only, or round the clock'),
  }),
  z.object({ by: z.literal('same_day') }),
]);
export const Conditions = z.object({
  inboxIds: z.array(Id).max(200),
  channels: z.array(z.string().max(40)).max(50),
  reach: z.array(Reach).max(3),
  languages: z.array(z.string().max(20)).max(50),
  labelIds: z.array(Id).max(50),
  priorityAtLeast: z.number().int().min(-1_000).max(10_000).nullable(),
  isVip: z.boolean().nullable(),
});
export const Policy = z.object({
  id: Id,
  name: z.string(),
  isOn: z.boolean(),
  conditions: Conditions,
  targets: z.partialRecord(ClockKind, Target),
  warnMinutes: z.number().nullable(),
  onBreach: z.object({ teamId: Id.nullable(), agentId: Id.nullable() }),
});
export const PolicyList = z.object({ items: z.array(Policy).describe('Of those that fit, the first counts') });
export const PutPolicy = z.object({
  name: Name,
  isOn: z.boolean().default(true),
  conditions: Conditions,
  targets: z
    .partialRecord(ClockKind, Target)
    .refine((targets) => Object.keys(targets).length > 0, 'Say by when for at least one of the clocks.'),
  warnMinutes: z.number().int().min(1).max(43_200).nullable().default(null),
  onBreach: Policy.shape.onBreach.default({ teamId: null, agentId: null }),
});
export const PutOrder = z.object({ ids: z.array(Id).max(200) });
/** What the last month would have been under these, in their order. */
export const NewCalendar = PutCalendar.extend({ id: Id });
export const NewPolicy = PutPolicy.extend({ id: Id });
export const DryRunPolicies = z.object({ policies: z.array(PutPolicy.extend({ id: Id })).max(200) });
const Kept = z.object({
  timed: z.number().describe('Clocks that came to an end, or are over'),
  met: z.number(),
});
export const DryRun = z.object({
  conversations: z.number().describe('Looked at: those that began in the last 30 days'),
  isCapped: z.boolean().describe('There were more; these are the newest'),
  fitting: z.number().describe('Of them, those that fall under a policy'),
  kinds: z.partialRecord(ClockKind, Kept),
  policies: z.record(Id, Kept),
});
export type Calendar = z.infer<typeof Calendar>;
export type CountryList = z.infer<typeof CountryList>;
export type DryRun = z.infer<typeof DryRun>;
export type Holiday = z.infer<typeof Holiday>;
export type OwnDay = z.infer<typeof OwnDay>;
export type Policy = z.infer<typeof Policy>;
export type NewCalendar = z.infer<typeof NewCalendar>;
export type PutCalendar = z.infer<typeof PutCalendar>;
export type PutPolicy = z.infer<typeof PutPolicy>;
export type WeekSpan = z.infer<typeof WeekSpan>;
