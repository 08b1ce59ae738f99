import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronDown, RotateCw } from 'lucide-react';
import type { HookDelivery } from '../../../wire/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { t, tryText } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { fullWords, momentWords } from '../../time/words.ts';
import { useSettle } from '../parts/use-settle.ts';

const TONES = { waiting: 'warn', delivered: 'accent', failed: 'alarm' } as const;

/** One telling; what was sent and answered opens below. */
export function DeliveryLine({ hookId, row }: { readonly hookId: string; readonly row: HookDelivery }) {
  const now = useNow();
  const settle = useSettle('hooks');
  const isTried = row.attempts > 0;
  const words = [
    t('hooks.attempts', { count: row.attempts }),
    row.tookMs !== null ? t('hooks.took', { ms: row.tookMs }) : null,
    row.state === 'waiting' && isTried ? t('hooks.next', { at: momentWords(row.dueAt, now) }) : null,
  ];
  return (
    <li>
      <Collapsible.Root>
        <Collapsible.Trigger className="group flex min-h-[48px] w-full flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-start hover:bg-sunken">
          <time
            dateTime={row.at}
            title={fullWords(row.at)}
            className="num w-24 flex-none text-s text-ink-3 max-phone:w-auto"
          >
            {momentWords(row.at, now)}
          </time>
          <span className="min-w-[160px] flex-1 max-phone:order-first max-phone:basis-full">
            <span className="block">{tryText(`event.${row.event}`) ?? row.event}</span>
            <span className="block text-s text-ink-3">{words.filter(Boolean).join(' · ')}</span>
          </span>
          {row.status !== null && <span className="num text-s text-ink-2">{row.status}</span>}
          <Chip tone={TONES[row.state]}>{t(`hooks.state.${row.state}`)}</Chip>
          <ChevronDown
            size={15}
            aria-hidden
            className="flex-none text-ink-3 max-phone:ms-auto transition-transform group-data-panel-open:rotate-180 motion-reduce:transition-none"
          />
        </Collapsible.Trigger>
        <Collapsible.Panel className="grid gap-3 border-t border-line bg-sunken px-4 py-3">
          {isTried && <Words title={t('hooks.answer')} text={row.answer || t('hooks.noAnswer')} />}
          <Words title={t('hooks.sent')} text={row.body === null ? t('hooks.notSent') : pretty(row.body)} />
          {isTried && (
            <div>
              <Button
                icon={<RotateCw size={14} aria-hidden />}
                onClick={() =>
                  void settle('POST', `/api/hooks/${hookId}/replay`, { deliveryId: row.id }, t('hooks.replayed'))
                }
              >
                {t('hooks.replay')}
              </Button>
            </div>
          )}
        </Collapsible.Panel>
      </Collapsible.Root>
    </li>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <p className="mb-1 text-s font-medium text-ink-2">{title}</p>
      <pre
        dir="ltr"
        className="max-h-64 overflow-auto rounded-small border border-line bg-raised p-2 text-s whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </pre>
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
