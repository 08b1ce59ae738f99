import { z } from 'zod';
import { Id, Role } from './common.ts';

const Name = z.string().trim().min(1, 'A name is needed.').max(60);

export const Team = z.object({ id: Id, name: z.string(), agentIds: z.array(Id) });
export const TeamList = z.object({ items: z.array(Team) });
export const NewTeam = z.object({ id: Id, name: Name, agentIds: z.array(Id).max(1_000).default([]) });
export const PatchTeam = z.object({ name: Name.optional(), agentIds: z.array(Id).max(1_000).optional() });

/** A role of the workspace's own, made of acts. Nobody makes one that may do more than they may themselves. */
export const CustomRole = z.object({
  id: Id,
  name: z.string(),
  acts: z.array(z.string()),
  agents: z.number().describe('How many have it'),
});
/** `acts`: everything that can be allowed, in words, and which of the built-in roles has it. */
export const RoleList = z.object({
  builtIn: z.array(z.object({ role: Role, acts: z.array(z.string()) })),
  custom: z.array(CustomRole),
  acts: z.array(z.object({ act: z.string(), meaning: z.string() })),
});
export const NewRole = z.object({ id: Id, name: Name, acts: z.array(z.string()).min(1).max(100) });
export const PatchRole = z.object({ name: Name.optional(), acts: z.array(z.string()).min(1).max(100).optional() });

/** see: read it. answer: reply, note, mark, assign. act: hide, delete, like, publish. manage: its settings. */
export const Right = z.enum(['see', 'answer', 'act', 'manage']);
export const Grant = z.object({ agentId: Id.nullable(), teamId: Id.nullable(), right: Right });
/**
 * Who may do what with one inbox. Without grants everybody may, as far as their role allows; with them only those that
 * are named, and whoever may manage agents. A right includes the ones before it. Rights narrow a role, never widen it.
 */
export const InboxAccess = z.object({ isOpen: z.boolean(), grants: z.array(Grant) });
export const PutInboxAccess = z.object({
  grants: z
    .array(Grant.refine((one) => (one.agentId === null) !== (one.teamId === null), 'Name a person or a team.'))
    .max(2_000),
});
export type Team = z.infer<typeof Team>;
export type CustomRole = z.infer<typeof CustomRole>;
export type RoleList = z.infer<typeof RoleList>;
export type Right = z.infer<typeof Right>;
export type InboxAccess = z.infer<typeof InboxAccess>;
