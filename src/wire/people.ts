import { z } from 'zod';
import { Id, Instant, Role } from './common.ts';
import { Preferences } from './notifications.ts';

export const Agent = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role.describe("With a role of the workspace's own: the built-in one that it ranks as"),
  customRole: z.object({ id: Id, name: z.string() }).nullable(),
  teamIds: z.array(Id),
  isActive: z.boolean(),
  isInvited: z.boolean().describe('Never signed in yet'),
  hasSecondFactor: z.boolean(),
});
export const Me = z.object({
  agent: Agent.nullable().describe('Null for an API token'),
  acts: z.array(z.string()),
  workspace: z.object({ slug: z.string(), name: z.string(), isPractice: z.boolean() }),
  hasPassword: z.boolean(),
  preferences: Preferences.nullable().describe('Null for an API token'),
  isMailOn: z.boolean().describe('Whether Earshot can send mails here'),
  inboxRights: z
    .record(Id, z.enum(['see', 'answer', 'act', 'manage']))
    .nullable()
    .describe('By inbox; null: all of them, as far as the role goes'),
  mustAddSecondFactor: z.boolean().describe('Nothing else is allowed before'),
});
export const SignIn = z.object({
  workspace: z.string().optional(),
  email: z.string().min(3).max(320),
  password: z.string().min(1).max(1000),
});
export const SignInByLink = z.object({ token: z.string().min(10).max(200) });
export const NewPassword = z.object({
  current: z.string().max(1000).optional(),
  code: z.string().trim().max(40).optional().describe('Of a second factor, in the place of a password not yet there'),
  password: z.string().min(10, 'Use at least 10 characters.').max(1000),
});

export const Session = z.object({
  id: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  userAgent: z.string(),
  address: z.string(),
  isThis: z.boolean().describe('The one this request was made with'),
});
export const SessionList = z.object({ items: z.array(Session) });

const AgentName = z.string().trim().min(1, 'A name is needed.').max(100);
const AgentEmail = z.email('This is not an e-mail address.').max(320);
const OwnRole = Id.optional().describe("A role of the workspace's own, in the place of `role`");
export const NewAgent = z.object({
  name: AgentName,
  email: AgentEmail,
  role: Role.default('agent'),
  roleId: OwnRole,
});
export const PatchAgent = z.object({
  name: AgentName.optional(),
  email: AgentEmail.optional(),
  role: Role.optional(),
  roleId: OwnRole,
  isActive: z.boolean().optional(),
});
export const AgentList = z.object({ items: z.array(Agent) });
export const InvitedAgent = z.object({
  agent: Agent,
  link: z.string().describe('Signs them in once; shown once'),
  linkExpiresAt: Instant,
});

export const Identity = z.object({
  id: Id,
  channel: z.string(),
  name: z.string().nullable(),
  handle: z.string().nullable(),
  externalId: z.string(),
  avatarUrl: z.string().nullable(),
  followers: z.number().nullable(),
});
export const Contact = z.object({
  id: Id,
  name: z.string(),
  avatarUrl: z.string().nullable(),
  language: z.string().nullable(),
  identities: z.array(Identity),
  blockedAt: Instant.nullable(),
  mutedAt: Instant.nullable(),
});

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(z.string()),
  inboxIds: z.array(Id).nullable().describe('Where it reaches; null: every inbox'),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  isExpiringSoon: z.boolean().describe('Within two weeks'),
});
export const PatchApiToken = z.object({ name: z.string().trim().min(1, 'A name is needed.').max(100) });
export const NewApiToken = z.object({
  name: z.string().min(1).max(100),
  scopes: z.array(z.string()).min(1),
  inboxIds: z.array(Id).min(1).max(500).optional().describe('Only these; left out: wherever you may'),
  expiresInDays: z.number().int().min(1).max(3650).optional(),
});
export const MadeApiToken = z.object({ token: z.string().describe('Shown once'), apiToken: ApiToken });
export const ApiTokenList = z.object({
  items: z.array(ApiToken),
  scopes: z.array(z.string()).describe('What a token of yours may carry'),
});
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actorKind: z.string(),
  actorName: z.string().nullable(),
  act: z.string(),
  target: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
});

export const AuditQuery = z.object({
  act: z.string().max(80).optional().describe('An act, or its beginning: `agent.`'),
  actor: Id.optional(),
  target: z.string().max(200).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  before: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const AuditExportQuery = AuditQuery.omit({ before: true, limit: true });
export const AuditPage = z.object({ items: z.array(AuditEntry), before: Id.nullable() });

export type Agent = z.infer<typeof Agent>;
export type InvitedAgent = z.infer<typeof InvitedAgent>;
export type Session = z.infer<typeof Session>;
export type Me = z.infer<typeof Me>;
export type Identity = z.infer<typeof Identity>;
export type Contact = z.infer<typeof Contact>;
export type ApiToken = z.infer<typeof ApiToken>;
export type AuditEntry = z.infer<typeof AuditEntry>;
