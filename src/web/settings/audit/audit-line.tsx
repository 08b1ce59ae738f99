import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronDown } from 'lucide-react';
import type { AuditEntry } from '../../../wire/people.ts';
import { t, tryText } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { fullWords, momentWords } from '../../time/words.ts';
import { changesIn, subjectOf, WHOLE } from './changes-in.ts';

/** One thing that was done; what it changed opens below. */
export function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const now = useNow();
  const changes = changesIn(entry.detail);
  const subject = subjectOf(entry.detail);
  const who = entry.actorName ?? tryText(`auditActor.${entry.actorKind}`) ?? entry.actorKind;
  return (
    <li>
      <Collapsible.Root>
        <Collapsible.Trigger className="group flex min-h-[48px] w-full flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-start hover:bg-sunken">
          <time
            dateTime={entry.at}
            title={fullWords(entry.at)}
            className="num w-28 flex-none max-phone:w-auto text-s text-ink-3"
          >
            {momentWords(entry.at, now)}
          </time>
          <span className="w-32 flex-none truncate font-medium">{who}</span>
          <span className="min-w-[160px] flex-1">
            {actWords(entry.act)}
            {subject && <span className="text-ink-2"> · {subject}</span>}
          </span>
          <span className="num text-s text-ink-3 max-phone:hidden">{entry.address}</span>
          <ChevronDown
            size={15}
            aria-hidden
            className="flex-none text-ink-3 transition-transform group-data-panel-open:rotate-180 motion-reduce:transition-none"
          />
        </Collapsible.Trigger>
        <Collapsible.Panel className="border-t border-line bg-sunken px-4 py-3">
          <dl className="grid gap-1">
            {changes.map(({ field, before, after }) => (
              <div key={field} className="grid gap-x-3 phone:grid-cols-[140px_minmax(0,1fr)]">
                <dt className="text-ink-3">{fieldWords(field)}</dt>
                <dd className="min-w-0 [overflow-wrap:anywhere]">
                  {before !== null && (
                    <>
                      <del className="text-ink-3">{before}</del> <span aria-hidden="true">→ </span>
                    </>
                  )}
                  {after}
                </dd>
              </div>
            ))}
            <Fact name={t('audit.act')} value={entry.act} />
            {entry.target && <Fact name={t('audit.target')} value={entry.target} />}
            {entry.address && <Fact name={t('audit.address')} value={entry.address} />}
          </dl>
        </Collapsible.Panel>
      </Collapsible.Root>
    </li>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="grid gap-x-3 text-ink-3 phone:grid-cols-[140px_minmax(0,1fr)]">
      <dt>{name}</dt>
      <dd className="min-w-0 font-mono text-s [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}

/** An act that has no words of its own yet is still readable: `second_factor.removed` is "second factor removed". */
function actWords(act: string): string {
  return tryText(`audited.${act}`) ?? act.replaceAll(/[._]/g, ' ');
}

/** Names of fields are written as programs do: "isArchived" is read as "is archived". */
function fieldWords(field: string): string {
  return field === WHOLE ? t('audit.changed') : field.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
}
