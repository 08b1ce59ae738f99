import { z } from 'zod';
import { FACTOR_GROUPS, FACTORS } from '../core/priority/factor.ts';
import { MOST_WEIGHT } from '../core/priority/scale.ts';
import { Id, Instant } from './common.ts';

/**
 * What counts for priority, and how much (triage.manage):
 *
 *   GET  /api/priority                            Priority: the dictionary, the workspace's scale and those of teams
 *   GET  /api/priority/versions?team=&before=     ScaleVersionList, the newest first
 *   POST /api/priority/versions      NewScale      -> ScaleVersion; everything that waits is decided anew by it
 *   POST /api/priority/restore       RestoreScale  -> ScaleVersion: an earlier version, as a new one
 *   POST /api/priority/dry-run       AskDryRun     -> DryRun: what it would move, over the last 30 days
 */
export const FactorId = z.enum(FACTORS);
export const Weight = z.strictObject({ isOn: z.boolean(), weight: z.int().min(0).max(MOST_WEIGHT) });
export const Scale = z.record(FactorId, Weight);
export type Scale = z.infer<typeof Scale>;

export const ScaleVersion = z.object({
  id: Id,
  teamId: Id.nullable().describe('Null: of the whole workspace'),
  version: z.number(),
  weights: Scale.nullable().describe('Null: as shipped, or for a team as the workspace has it'),
  why: z.string(),
  madeBy: z.string().nullable().describe('Null: an API token'),
  madeAt: Instant,
  restores: z.number().nullable().describe('The version that it brought back'),
});
export type ScaleVersion = z.infer<typeof ScaleVersion>;
export const ScaleVersionList = z.object({
  items: z.array(ScaleVersion),
  before: z.number().nullable().describe('Where to read on; null: that was all'),
});
export const VersionQuery = z.object({
  team: Id.optional(),
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const Factor = z.object({ id: FactorId, group: z.enum(FACTOR_GROUPS), weight: z.number() });
/** The scale that holds for the workspace or a team. */
export const HeldScale = z.object({
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  version: z.number().describe('0: nobody decided anything yet'),
  isOwn: z.boolean().describe('False: as shipped, or for a team as the workspace has it'),
  weights: Scale,
  madeBy: z.string().nullable(),
  madeAt: Instant.nullable(),
});
export type HeldScale = z.infer<typeof HeldScale>;
export const Priority = z.object({
  factors: z.array(Factor),
  scales: z.array(HeldScale).describe('The workspace first, then every team by name'),
});
export type Priority = z.infer<typeof Priority>;

const Why = z.string().trim().max(300).default('');
export const NewScale = z.object({
  id: Id.describe('Made by whoever asks: a second try changes nothing'),
  teamId: Id.nullable(),
  from: z.int().min(0).describe('The version that was changed: of two who save at the same time, one is told'),
  weights: Scale.nullable().describe('Null: as shipped, or for a team as the workspace has it'),
  why: Why,
});
export const RestoreScale = z.object({
  id: Id,
  from: z.int().min(0),
  restores: Id.describe('The version to go back to'),
  why: Why,
});

export const AskDryRun = z.object({ teamId: Id.nullable(), weights: Scale.nullable() });
export const Move = z.object({
  id: Id,
  name: z.string(),
  avatarUrl: z.string().nullable(),
  channel: z.string(),
  preview: z.string(),
  lastMessageAt: Instant,
  scoreBefore: z.number(),
  scoreAfter: z.number(),
  placeBefore: z.number().describe('From 1, at the top'),
  placeAfter: z.number(),
});
export type Move = z.infer<typeof Move>;
export const DryRun = z.object({
  since: Instant,
  total: z.number().describe('Conversations that were looked at'),
  left: z.number().describe('Older ones of these 30 days that were not; 0: all were'),
  up: z.number(),
  down: z.number(),
  same: z.number(),
  rescored: z.number().describe('Whose own score is another; the rest of what moves makes room'),
  movers: z.array(Move),
  top: z.array(Move).describe('The first 20 as they would stand'),
});
export type DryRun = z.infer<typeof DryRun>;
