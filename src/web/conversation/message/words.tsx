import { linkParts } from './links.ts';

/** What a person wrote, as they wrote it; addresses in it can be followed, past a page that shows where they lead. */
export function Words({
  text,
  language,
  className,
}: {
  readonly text: string;
  readonly language?: string | null;
  readonly className?: string;
}) {
  let at = 0;
  return (
    <p className={`said ${className ?? ''}`} lang={language ?? undefined} dir="auto">
      {linkParts(text).map(({ text: shown, href }) => {
        const key = at;
        at += shown.length;
        if (href === undefined) return shown;
        return (
          <a
            key={key}
            href={href}
            {...(href.startsWith('/') ? { target: '_blank' } : {})}
            rel="noreferrer noopener nofollow"
            className="text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-current"
          >
            {shown}
          </a>
        );
      })}
    </p>
  );
}
