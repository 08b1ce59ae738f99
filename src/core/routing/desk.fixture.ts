import type { InboxId } from '../ids.ts';
import type { Desk, Waiting } from './desk.ts';
import { OFF, type RoutingPolicy } from './policy.ts';

export const NOW = new Date('2026-11-22T10:00:00Z');
export const BEST: RoutingPolicy = { ...OFF, mode: 'best_fit' };
export const desk = (agentId: string, more: Partial<Desk> = {}): Desk => ({
  agentId,
  teamIds: [],
  rights: null,
  skills: [],
  languages: [],
  capacity: null,
  load: 0,
  presence: 'online',
  isAway: false,
  isWithinHours: true,
  turn: 0,
  answers: 0,
  answerSeconds: 0,
  pleased: 0,
  displeased: 0,
  ...more,
});
export const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  id: 'c',
  inboxId: 'shop',
  channel: 'facebook',
  purpose: 'support',
  teamId: null,
  inboxTeamId: null,
  language: 'en',
  sentiment: 0,
  kind: 'question',
  topic: null,
  words: [],
  priority: 10,
  answeredBy: null,
  holderId: null,
  not: [],
  ...more,
});
export const rights = (inbox: string, right: 'see' | 'answer') => new Map([[inbox as InboxId, right]]);
