import type { Attachment } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { FileTile, NotHere, WordsTile } from './file-tile.tsx';
import { Gallery } from './gallery.tsx';
import { looksLike, type Stored, storedOf } from './kinds.ts';
import { VoicePlayer } from './voice-player.tsx';

/** What hangs on a message: its pictures together, everything else below one another. */
export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  const stored = attachments.map(storedOf);
  const pictures = stored.filter((one): one is Stored => one !== null && looksLike(one.attachment) === 'picture');
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      {pictures.length > 0 && <Gallery pictures={pictures} />}
      <ul aria-label={t('attachment.label')} className="contents">
        {attachments.map((attachment, index) => {
          const here = stored[index] ?? null;
          if (here && looksLike(attachment) === 'picture') return null;
          return (
            <li key={attachment.mediaId ?? `${attachment.kind} ${index}`} className="max-w-full min-w-0">
              {here ? (
                <Shown stored={here} />
              ) : attachment.state === 'none' || attachment.state === 'stored' ? (
                <WordsTile attachment={attachment} />
              ) : (
                <NotHere attachment={attachment} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Shown({ stored }: { readonly stored: Stored }) {
  const { attachment, url, name } = stored;
  const look = looksLike(attachment);
  if (look === 'sticker')
    return <img src={url} alt={attachment.alt ?? name} loading="lazy" className="h-28 w-auto object-contain" />;
  if (look === 'video')
    return (
      <video
        src={url}
        controls
        preload="metadata"
        aria-label={name}
        className="h-64 max-w-full rounded-medium bg-sunken object-contain"
      >
        <track kind="captions" />
      </video>
    );
  if (look === 'voice') return <VoicePlayer url={url} name={name} sizeBytes={attachment.sizeBytes} />;
  return <FileTile stored={stored} />;
}
