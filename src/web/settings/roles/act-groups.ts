import type { TextKey } from '../../text/t.ts';

interface Allowed {
  readonly act: string;
  readonly meaning: string;
}
interface ActGroup {
  readonly title: TextKey;
  readonly acts: readonly Allowed[];
}
const GROUPS: readonly { readonly title: TextKey; readonly of: readonly string[] }[] = [
  { title: 'acts.work', of: ['conversations', 'messages', 'posts', 'contacts'] },
  { title: 'acts.shared', of: ['views', 'labels', 'replies', 'practice'] },
  { title: 'acts.inboxes', of: ['inboxes', 'ledger'] },
];

/** Everything that can be allowed, sorted by what it is about; what is about nothing known here concerns the workspace. */
export function actGroups(acts: readonly Allowed[]): readonly ActGroup[] {
  const topic = ({ act }: Allowed) => act.split('.')[0] ?? act;
  const known = GROUPS.map(({ title, of }) => ({ title, acts: acts.filter((one) => of.includes(topic(one))) }));
  const rest = acts.filter((one) => !GROUPS.some(({ of }) => of.includes(topic(one))));
  return [...known, { title: 'acts.house' as TextKey, acts: rest }].filter((group) => group.acts.length > 0);
}
