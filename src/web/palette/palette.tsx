import '../text/load-later.ts';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../text/t.ts';
import { keyWords } from './commands.ts';
import type { Item, Section } from './item.ts';
import { ranked } from './rank.ts';
import { rememberRecent } from './recent.ts';
import { closePalette, deskHands, type StepName } from './state.ts';
import { useEverything } from './use-everything.tsx';
import { useNarrowing, useOrders } from './use-narrowing.tsx';
import { useStep } from './use-step.tsx';

type Step = StepName | `filter:${string}` | null;

/** Finds everything by its name and does it: commands, lists, people, conversations, settings. */
export function Palette({ start }: { readonly start: StepName | null }) {
  const [step, setStep] = useState<Step>(start);
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const everything = useEverything(step === null ? typed : '');
  const stepItems = useStep(step?.startsWith('filter') ? null : (step as StepName | null), typed);
  const narrowing = useNarrowing(step?.startsWith('filter:') ? step.slice('filter:'.length) : null, typed);
  const orders = useOrders();
  const chosen = deskHands()?.targets().length ?? 0;
  const items = step === 'sort' ? orders : step?.startsWith('filter') ? narrowing : stepItems;
  const sections: readonly Section[] =
    step === null ? everything.sections : [{ title: titleOf(step, chosen), items: ranked(typed, items) }];
  function choose(item: Item) {
    if (item.next) {
      setStep(item.next);
      setTyped('');
      return;
    }
    if (step === null) rememberRecent(item.id);
    closePalette();
    // After the palette has given the keyboard back: what opens next wants it too.
    setTimeout(() => item.run?.());
  }
  const back = () => {
    input.current?.focus();
    setStep(step?.startsWith('filter:') ? 'filter' : null);
    setTyped('');
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && closePalette()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-100 data-starting-style:opacity-0" />
        <Dialog.Popup
          data-takes-keys
          ref={popup}
          initialFocus={input}
          className="fixed start-1/2 top-[12vh] z-50 flex max-h-[70vh] w-[calc(100vw-24px)] max-w-[600px] -translate-x-1/2 flex-col overflow-hidden rounded-large bg-raised shadow-lift outline-none max-phone:top-3 max-phone:max-h-[80dvh] rtl:translate-x-1/2"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            mode="none"
            items={sections as Section[]}
            value={typed}
            onValueChange={(next, { reason }) => reason !== 'item-press' && setTyped(next)}
            itemToStringValue={(item: Item) => item.name}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex flex-none items-center gap-2 border-b border-line ps-4 pe-3">
              {step === null ? (
                <Search size={17} aria-hidden className="flex-none text-ink-3" />
              ) : (
                <button
                  type="button"
                  aria-label={t('palette.back')}
                  onClick={back}
                  className="-ms-1.5 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken max-phone:size-10"
                >
                  <ChevronLeft size={17} aria-hidden className="rtl:-scale-x-100" />
                </button>
              )}
              <Autocomplete.Input
                ref={input}
                aria-label={step === null ? t('palette.title') : titleOf(step, chosen)}
                placeholder={step === null ? t('palette.placeholder') : hintOf(step, chosen)}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && typed === '' && step !== null) back();
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  // What is seen to be marked is what is chosen, also when it came after the list had opened.
                  event.preventDefault();
                  event.preventBaseUIHandler();
                  popup.current?.querySelector<HTMLElement>('[role="option"][data-highlighted]')?.click();
                }}
                className="h-[52px] min-w-0 flex-1 bg-transparent text-xl outline-none placeholder:text-ink-3"
              />
            </div>
            <Autocomplete.Empty className="px-4 py-6 text-center text-ink-2 empty:hidden">
              {everything.isSearching ? t('palette.searching') : emptyWords(step)}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 flex-1 overflow-auto overscroll-contain p-1.5 empty:hidden">
              {(section: Section) => (
                <Autocomplete.Group key={section.title} items={section.items as Item[]}>
                  <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 text-s text-ink-3">
                    {section.title}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => <Line key={item.id} item={item} onChoose={choose} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Line({ item, onChoose }: { readonly item: Item; readonly onChoose: (item: Item) => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => onChoose(item)}
      className="flex min-h-[34px] cursor-default items-center gap-2.5 rounded-small px-2.5 py-1 outline-none select-none data-highlighted:bg-sunken max-phone:min-h-11"
    >
      <span className="grid w-[18px] flex-none place-items-center text-ink-3">{item.icon}</span>
      <span className="min-w-0 truncate" dir="auto">
        {item.name}
      </span>
      {item.detail && (
        <span className="min-w-0 flex-1 truncate text-ink-3" dir="auto">
          {item.detail}
        </span>
      )}
      <span className="ms-auto flex flex-none items-center gap-1.5 text-ink-3">
        {item.keys && <kbd className="edge rounded-small px-1.5 max-phone:hidden">{keyWords(item.keys)}</kbd>}
        {item.next && <ChevronRight size={14} aria-hidden className="rtl:-scale-x-100" />}
      </span>
    </Autocomplete.Item>
  );
}

function titleOf(step: Exclude<Step, null>, count: number): string {
  if (step.startsWith('filter:')) return t(`about.${step.slice('filter:'.length)}` as 'about.text');
  if (step === 'filter' || step === 'sort') return t(`step.title.${step}`);
  return t(`step.title.${step as Exclude<StepName, 'filter' | 'sort'>}`, { count });
}

function hintOf(step: Exclude<Step, null>, count: number): string {
  if (step === 'snooze' || step === 'promise') return t('step.hint.when');
  if (step === 'noReply') return t('step.hint.noReply');
  if (step.endsWith('_minutes')) return t('step.hint.minutes');
  if (['filter:priority', 'filter:followers', 'filter:messages'].includes(step)) return t('step.hint.number');
  if (step === 'filter:text' || step === 'filter:contact') return t('step.hint.words');
  return titleOf(step, count);
}

function emptyWords(step: Step): string {
  return step?.startsWith('filter:') ? t('step.typeIt') : t('palette.nothing');
}
