import type { Quota } from '../../core/channel/connector.ts';
import { nextPacificMidnight, pacificDay } from './pacific.ts';

/** What reading costs in a day when nothing slows it: see the table in README.md. */
export const PLANNED_UNITS = 1_600;
/** Kept back for answers: 20 of them with the usual quota. */
const RESERVED_SHARE = 0.1;
const SLOWEST = 15;
const DAY_MS = 86_400_000;

/** Units used today, for each Google Cloud project: several channels may share one. */
export interface Spending {
  spend(project: string, units: number): void;
  /** What was counted before a restart is not forgotten. */
  atLeast(project: string, day: string, used: number): void;
  usedUp(project: string, limit: number): void;
  today(project: string): { readonly day: string; readonly used: number };
  quota(project: string, limit: number): Quota;
  /** How many times as long to wait between two looks, so that what is left lasts until midnight. */
  slowness(project: string, limit: number): number;
}

export function createSpending(now: () => Date): Spending {
  const days = new Map<string, { day: string; used: number }>();

  function today(project: string) {
    const day = pacificDay(now());
    const known = days.get(project);
    if (known?.day === day) return known;
    const fresh = { day, used: 0 };
    days.set(project, fresh);
    return fresh;
  }

  return {
    today,
    spend(project, units) {
      today(project).used += units;
    },
    atLeast(project, day, used) {
      const current = today(project);
      if (current.day === day) current.used = Math.max(current.used, used);
    },
    usedUp(project, limit) {
      const current = today(project);
      current.used = Math.max(current.used, limit);
    },
    quota: (project, limit) => ({
      of: 'units of the Google Cloud project',
      used: today(project).used,
      limit,
      resetsAt: nextPacificMidnight(now()),
    }),
    slowness: (project, limit) =>
      slownessOf(limit - today(project).used, limit, nextPacificMidnight(now()).getTime() - now().getTime()),
  };
}

/** @param leftMs until the quota begins anew */
export function slownessOf(unitsLeft: number, limit: number, leftMs: number): number {
  const planned = PLANNED_UNITS * (leftMs / DAY_MS);
  const mayUse = unitsLeft - limit * RESERVED_SHARE;
  if (mayUse >= planned) return 1;
  return Math.min(SLOWEST, Math.max(1, Math.ceil(planned / Math.max(1, mayUse))));
}
