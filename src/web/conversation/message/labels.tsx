import '../../text/load-later.ts';
import { Popover } from '@base-ui/react/popover';
import type { Message } from '../../../wire/messages.ts';
import type { Understood } from '../../../wire/understood.ts';
import { languageName } from '../../text/language-name.ts';
import { language, t } from '../../text/t.ts';
import { LabelCard } from './label-card.tsx';
import { labelWords } from './label-words.ts';
import { labelsInRest, type ShownLabel } from './labels-in-rest.ts';
import type { Around } from './message.tsx';

const TONES: Readonly<Record<string, string>> = {
  'sentiment negative': 'text-ink-2',
  'urgency 2': 'text-alarm',
  'urgency 1': 'text-warn',
};

/** What a message was taken for, quietly below it. A pointer or the keyboard on one tells why, and puts it right. */
export function Labels({
  message,
  understood,
  around,
}: {
  readonly message: Message;
  readonly understood: Understood;
  readonly around: Around;
}) {
  return (
    <Popover.Root<ShownLabel['head']>>
      {({ payload }) => (
        <>
          <ul
            aria-label={t('labels.line')}
            className="-ms-1.5 mt-0.5 flex min-h-[22px] flex-wrap items-center text-s text-ink-3"
          >
            {labelsInRest(understood, language).map((one) => (
              <li
                key={one.head}
                className={
                  one.isTelling
                    ? ''
                    : 'opacity-0 transition-opacity group-focus-within/msg:opacity-100 group-hover/msg:opacity-100 motion-reduce:transition-none [@media(hover:none)]:hidden [@media(hover:none)]:group-focus-within/msg:block'
                }
              >
                <Popover.Trigger
                  // A word, not an object: what is new with each rendering would be told without end.
                  payload={one.head}
                  openOnHover
                  delay={350}
                  closeDelay={120}
                  aria-label={named(one)}
                  className={`rounded-small px-1.5 py-px leading-[18px] hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink [@media(hover:none)]:min-h-10 ${TONES[`${one.head} ${one.label}`] ?? ''} ${one.label === null ? 'italic' : ''}`}
                >
                  {shown(one)}
                </Popover.Trigger>
              </li>
            ))}
          </ul>
          <Popover.Portal>
            <Popover.Positioner
              side="bottom"
              align="start"
              sideOffset={4}
              collisionPadding={8}
              className="z-40 outline-none"
            >
              <Popover.Popup
                data-takes-keys
                className="max-h-[min(70vh,520px)] w-[300px] max-w-[calc(100vw-16px)] overflow-auto rounded-medium bg-raised p-3 shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none"
              >
                {payload && (
                  <LabelCard key={payload} message={message} understood={understood} around={around} of={payload} />
                )}
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </>
      )}
    </Popover.Root>
  );
}

function shown({ head, label }: ShownLabel): string {
  if (label === null) return t('label.unclear', { head: t(`head.${head}`) });
  return head === 'language' ? languageName(label) : labelWords(head, label);
}

function named(one: ShownLabel): string {
  return one.label === null ? shown(one) : t('label.is', { head: t(`head.${one.head}`), label: shown(one) });
}
