import { Copy } from 'lucide-react';
import type { Identity } from '../../wire/people.ts';
import { copy } from '../conversation/message/copy.ts';
import { NetworkMark, useChannel } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';
import { short } from '../time/words.ts';

/** Every door they use, and what they are called there. */
export function Identities({ identities }: { readonly identities: readonly Identity[] }) {
  return (
    <ul>
      {identities.map((identity) => (
        <IdentityLine key={identity.id} identity={identity} />
      ))}
    </ul>
  );
}

function IdentityLine({ identity }: { readonly identity: Identity }) {
  const { name } = useChannel(identity.channel);
  const shown = identity.handle ?? identity.name ?? identity.externalId;
  return (
    <li className="group/identity relative flex items-center gap-2 py-[3px]">
      <NetworkMark channel={identity.channel} />
      <span className="min-w-0 flex-1 truncate" title={shown}>
        {shown}
      </span>
      <span className="num flex-none text-ink-3">
        {identity.followers ? t('row.followers', { count: short(identity.followers) }) : name}
      </span>
      <button
        type="button"
        aria-label={t('person.copy', { what: shown })}
        title={t('person.copy', { what: shown })}
        onClick={() => void copy(shown, t('person.copied', { what: shown }))}
        className="absolute end-0 top-1/2 grid size-7 -translate-y-1/2 place-items-center rounded-small bg-paper text-ink-2 opacity-0 group-hover/identity:opacity-100 hover:bg-raised hover:text-ink focus-visible:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:size-10 [@media(hover:none)]:flex-none [@media(hover:none)]:translate-y-0 [@media(hover:none)]:opacity-100"
      >
        <Copy size={12} aria-hidden />
      </button>
    </li>
  );
}
