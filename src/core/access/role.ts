export const ROLES = ['owner', 'admin', 'lead', 'agent', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Everything that can be allowed or refused. Tokens carry these as scopes. */
export const ACTS = [
  'conversations.read',
  'conversations.work',
  'messages.send',
  'messages.hide',
  'messages.delete',
  'posts.publish',
  'contacts.read',
  'contacts.work',
  'views.share',
  'labels.manage',
  'replies.share',
  'triage.manage',
  'inboxes.read',
  'inboxes.manage',
  'agents.read',
  'agents.manage',
  'teams.manage',
  'roles.manage',
  'security.manage',
  'ledger.read',
  'ledger.replay',
  'tokens.manage',
  'audit.read',
  'workspace.manage',
  'practice.use',
] as const;
export type Act = (typeof ACTS)[number];

const VIEW: readonly Act[] = ['conversations.read', 'contacts.read', 'inboxes.read', 'agents.read'];
const WORK: readonly Act[] = [...VIEW, 'conversations.work', 'messages.send', 'contacts.work', 'practice.use'];
const LEAD: readonly Act[] = [
  ...WORK,
  'messages.hide',
  'messages.delete',
  'posts.publish',
  'views.share',
  'labels.manage',
  'replies.share',
  'triage.manage',
  'ledger.read',
  'ledger.replay',
  'audit.read',
];
const ADMIN: readonly Act[] = [
  ...LEAD,
  'inboxes.manage',
  'agents.manage',
  'teams.manage',
  'roles.manage',
  'security.manage',
  'tokens.manage',
];
const MAY: Record<Role, readonly Act[]> = {
  viewer: VIEW,
  agent: WORK,
  lead: LEAD,
  admin: ADMIN,
  owner: [...ADMIN, 'workspace.manage'],
};

/** What a role may do. */
export function actsOf(role: Role): readonly Act[] {
  return MAY[role];
}

export function isAct(text: string): text is Act {
  return (ACTS as readonly string[]).includes(text);
}
