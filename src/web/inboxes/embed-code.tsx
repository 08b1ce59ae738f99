import { useId } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { Card } from '../parts/page.tsx';
import { t } from '../text/t.ts';

/** The one line that brings the chat window onto a website. */
export function EmbedCode({ prefix, id }: { readonly prefix: string; readonly id: string }) {
  const field = useId();
  const code = `<script async src="${location.origin}/chat/widget.js" data-inbox="${prefix}/${id}"></script>`;
  return (
    <Card>
      <div className="grid gap-2">
        <div className="flex items-center gap-3">
          <label htmlFor={field} className="flex-1 text-l font-semibold">
            {t('embed.title')}
          </label>
          <CopyButton text={code} label={t('webhook.copy')} className="min-w-[92px]" />
        </div>
        <textarea
          id={field}
          readOnly
          dir="ltr"
          rows={2}
          value={code}
          spellCheck={false}
          aria-describedby={`${field}-about`}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full resize-none [field-sizing:content] rounded-small border border-line bg-sunken px-2.5 py-2 font-mono text-s [overflow-wrap:anywhere]"
        />
        <p id={`${field}-about`} className="text-s text-ink-3">
          {t('embed.about')} {t('embed.theme')}
        </p>
      </div>
    </Card>
  );
}
