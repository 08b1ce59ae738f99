import { Tabs } from '@base-ui/react/tabs';
import { Globe, Lock, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { useChannel } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { spanWords } from '../../time/words.ts';
import type { Audience, Voice } from './voices.ts';

const ICONS: Record<Audience, ReactNode> = {
  public: <Globe size={13} aria-hidden />,
  private: <Lock size={12} aria-hidden />,
  note: <StickyNote size={13} aria-hidden />,
};
/** The colour of who reads it: of the whole band, not of a word in it. */
export const BANDS: Record<Audience, string> = {
  public: 'bg-public-soft text-public',
  private: 'bg-private-soft text-private',
  note: 'bg-note-soft text-note',
};
const CHOSEN: Record<Audience, string> = {
  public: 'data-active:text-public data-active:shadow-[inset_0_-2px_0_var(--public)]',
  private: 'data-active:text-ink data-active:shadow-[inset_0_-2px_0_var(--ink-2)]',
  note: 'data-active:text-note data-active:shadow-[inset_0_-2px_0_var(--note)]',
};

/** With more tabs, and with three in a narrow box, there is no room for the words; the colour, the button and the empty box say it too. */
const MOST_BESIDE = 3;

export function VoiceTabs({ voices, voice }: { readonly voices: readonly Voice[]; readonly voice: Voice }) {
  return (
    <div className={`@container flex items-center rounded-t-medium px-2 ${BANDS[voice.audience]}`}>
      <Tabs.List activateOnFocus className="flex min-w-0 gap-1 overflow-x-auto [scrollbar-width:none]">
        {voices.map((one) => (
          <Tab key={one.key} voice={one} />
        ))}
      </Tabs.List>
      {voices.length <= MOST_BESIDE && (
        <span
          className={`ms-auto flex-none ps-3 pe-2 text-s whitespace-nowrap max-phone:hidden ${voices.length < MOST_BESIDE ? '' : '@max-[560px]:hidden'}`}
        >
          {t(`composer.reach.${voice.audience}`)}
        </span>
      )}
    </div>
  );
}

function Tab({ voice }: { readonly voice: Voice }) {
  const channel = useChannel(voice.way?.channel ?? '');
  const isClosed = voice.way !== null && !voice.way.isOpen;
  return (
    <Tabs.Tab
      value={voice.key}
      title={voice.way?.label}
      className={`flex items-center gap-1.5 px-3 py-[7px] whitespace-nowrap max-phone:py-2.5 text-ink-2 outline-offset-[-2px] data-active:font-semibold ${isClosed ? 'line-through decoration-ink-3' : ''} ${CHOSEN[voice.audience]}`}
    >
      {ICONS[voice.audience]}
      {t(`composer.${voice.audience}`)}
      {voice.way?.speaksAs ? ` · ${voice.way.speaksAs}` : voice.needsChannel && ` · ${channel.name}`}
      {isClosed ? <span className="sr-only">{t('composer.closed')}</span> : <Until voice={voice} />}
    </Tabs.Tab>
  );
}

/** "once, 6 d 21 h": how often and how long it stays open, where that is limited. */
function Until({ voice: { way } }: { readonly voice: Voice }) {
  const now = useNow();
  if (!way) return null;
  const span = way.closesAt ? spanWords(Math.max(0, Date.parse(way.closesAt) - now)) : null;
  if (way.isOnce)
    return <span className="num font-normal">· {span ? t('composer.onceFor', { span }) : t('composer.once')}</span>;
  return span ? <span className="num font-normal">· {span}</span> : null;
}
