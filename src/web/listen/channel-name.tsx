import { NetworkMark, useChannel } from '../parts/network-mark.tsx';

/** A network by its mark and its name, which is read out once. */
export function ChannelName({ channel }: { readonly channel: string }) {
  const { name } = useChannel(channel);
  return (
    <>
      <span aria-hidden="true">
        <NetworkMark channel={channel} />
      </span>
      <span className="truncate">{name}</span>
    </>
  );
}
