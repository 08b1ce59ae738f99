import { useQuery } from '@tanstack/react-query';
import { channelsQuery } from '../api/queries.ts';

/** One quiet tile for every network: letters, not brand colours, so that none shouts. */
export function NetworkMark({ channel, ring }: { readonly channel: string; readonly ring?: string }) {
  const { name, mark } = useChannel(channel);
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={`grid size-[18px] flex-none place-items-center rounded-small bg-ink-2 text-[11px] leading-none font-bold text-raised ${ring ?? ''}`}
    >
      {mark}
    </span>
  );
}

/** A channel's name and mark as its connector gives them; its own key until they are read. */
export function useChannel(channel: string): { readonly name: string; readonly mark: string } {
  const { data } = useQuery(channelsQuery);
  const known = data?.find((one) => one.channel === channel);
  return { name: known?.name ?? channel, mark: known?.mark ?? channel.slice(0, 1) };
}
