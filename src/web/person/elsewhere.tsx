import type { ConversationRow } from '../../wire/conversations.ts';
import { t } from '../text/t.ts';
import { Touch } from './touch.tsx';

export function Elsewhere({ rows }: { readonly rows: readonly ConversationRow[] }) {
  if (rows.length === 0) return <p className="text-ink-3">{t('person.first')}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex">
          <Touch row={row} />
        </li>
      ))}
    </ul>
  );
}
