import { hasRight } from '../access/inbox-rights.ts';
import type { InboxId } from '../ids.ts';
import type { Desk, Waiting } from './desk.ts';
import { sameTongue } from './languages.ts';
import type { RoutingPolicy } from './policy.ts';
import { satisfactionOf, speedOf, type Usual } from './prior.ts';

/** Why somebody is not given it. */
export const HINDRANCES = ['right', 'team', 'had_it', 'language', 'away', 'offline', 'hours', 'full'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** One reason for somebody, with what it brought. */
export interface FitPart {
  readonly factor: 'skill' | 'language' | 'team' | 'load' | 'speed' | 'satisfaction' | 'turn';
  readonly points: number;
  /** What it was measured by: a word that they know, a share of 1, a language. */
  readonly by?: string | number;
}

/** Who could do it at all, whether or not they can now. */
export function isOfUse(desk: Desk, waiting: Waiting): Hindrance | null {
  if (!hasRight(desk.rights, waiting.inboxId as InboxId, 'answer')) return 'right';
  if (waiting.teamId !== null && !desk.teamIds.includes(waiting.teamId)) return 'team';
  return waiting.not.includes(desk.agentId) || waiting.holderId === desk.agentId ? 'had_it' : null;
}

/** Whether somebody who could do it can take one more now. */
export function isFree(desk: Desk, policy: RoutingPolicy, load: number): Hindrance | null {
  if (desk.isAway) return 'away';
  if (desk.presence !== 'online' && !policy.reachesOffline) return 'offline';
  if (!desk.isWithinHours) return 'hours';
  return load >= capacityOf(desk, policy) ? 'full' : null;
}

export const capacityOf = (desk: Desk, policy: RoutingPolicy): number => desk.capacity ?? policy.capacity;

/** Null: they did not say which they speak. */
export function speaks(desk: Desk, language: string | null): boolean | null {
  if (language === null || desk.languages.length === 0) return null;
  return desk.languages.some((one) => sameTongue(one, language));
}

/** The word of theirs that fits what is asked: a topic, a kind, a label, the channel, the inbox's purpose. */
export function skillFor(desk: Desk, waiting: Waiting): string | null {
  if (desk.skills.length === 0) return null;
  const { topic, kind, channel, purpose, words } = waiting;
  const about = new Set([topic, kind, channel, purpose, ...words].flatMap((one) => one?.toLowerCase() ?? []));
  return desk.skills.find((skill) => about.has(skill.toLowerCase())) ?? null;
}

type Weights = RoutingPolicy['weights'];
/** For the very negative: who leaves people pleased, and soon. Having room decides between equals only. */
export const TOP: Weights = { skill: 0, team: 0, load: 0, satisfaction: 80, speed: 20 };
export const LEAST_BUSY: Weights = { skill: 0, team: 0, load: 100, satisfaction: 0, speed: 0 };

/** What speaks for them, each with its points. */
export function partsOf(
  desk: Desk,
  waiting: Waiting,
  { weights, policy, usual, load }: { weights: Weights; policy: RoutingPolicy; usual: Usual; load: number },
): readonly FitPart[] {
  const parts: FitPart[] = [];
  const add = (factor: FitPart['factor'], share: number, weight: number, by?: string | number) => {
    const points = Math.round(share * weight * 10) / 10;
    if (points !== 0) parts.push({ factor, points, ...(by === undefined ? {} : { by }) });
  };
  const skill = weights.skill > 0 ? skillFor(desk, waiting) : null;
  if (skill !== null) add('skill', 1, weights.skill, skill);
  if (weights.skill > 0 && speaks(desk, waiting.language)) add('language', 0.5, weights.skill, waiting.language ?? '');
  const team = waiting.teamId ?? waiting.inboxTeamId;
  if (weights.team > 0 && team !== null && desk.teamIds.includes(team)) add('team', 1, weights.team);
  const room = 1 - load / Math.max(1, capacityOf(desk, policy));
  if (weights.load > 0) add('load', Math.max(0, room), weights.load, load);
  if (weights.speed > 0) add('speed', speedOf(desk, usual), weights.speed);
  if (weights.satisfaction > 0) {
    const share = satisfactionOf(desk, usual);
    add('satisfaction', share, weights.satisfaction, Math.round(share * 100) / 100);
  }
  return parts;
}

/** They add up to it, in tenths. */
export const pointsOf = (parts: readonly FitPart[]): number =>
  Math.round(parts.reduce((sum, { points }) => sum + points, 0) * 10) / 10;
