import type { Role } from '../../core/access/role.ts';

/** The slug of the practice workspace; it stands in the webhook's address. */
export const PRACTICE_SLUG = 'practice';

/** Who works at the simulated brand. The first is whoever opens the printed link. */
export const TEAM: readonly { readonly name: string; readonly email: string; readonly role: Role }[] = [
  { name: 'Maja Karlsson', email: 'maja@lindqvist.example', role: 'owner' },
  { name: 'Elias Holm', email: 'elias@lindqvist.example', role: 'lead' },
  { name: 'Dimitra Lagou', email: 'dimitra@lindqvist.example', role: 'agent' },
  { name: 'Aoife Brennan', email: 'aoife@lindqvist.example', role: 'agent' },
  { name: 'Jun Seo', email: 'jun@lindqvist.example', role: 'agent' },
];
