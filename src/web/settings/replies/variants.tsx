import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { fillReply } from '../../../core/composing/fill-reply.ts';
import type { SavedReply, SavedReplyList } from '../../../wire/composing.ts';
import { useMe } from '../../frame/use-me.ts';
import { IconButton } from '../../parts/button.tsx';
import { AreaField } from '../../parts/field.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { rewrite } from '../../parts/rewrite.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import { exampleOf } from './example.ts';

type Variant = SavedReply['variants'][number];
const LANGUAGES = 'en de fr es it nl pt pl cs sk sl hr sr hu ro bg el tr uk ru sv no da fi ja ko zh ar he'.split(' ');

/** The words, once a language. Variables are put in where the cursor stands; what comes of them is seen beside it. */
export function Variants({
  variants,
  variables,
  problem,
  onChange,
}: {
  readonly variants: readonly Variant[];
  readonly variables: z.infer<typeof SavedReplyList>['variables'];
  readonly problem: string | null;
  readonly onChange: (variants: readonly Variant[]) => void;
}) {
  const me = useMe();
  const [at, setAt] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = variants[at] ?? variants[0];
  const index = Math.max(0, Math.min(at, variants.length - 1));
  const text = shown?.text ?? '';
  const free = LANGUAGES.filter((code) => !variants.some((one) => one.language === code));
  const nameOf = ({ language }: Variant) => (language ? languageName(language) : t('replies.anyLanguage'));
  const setText = (next: string) => onChange(variants.map((one, i) => (i === index ? { ...one, text: next } : one)));

  function insert(name: string) {
    const element = area.current;
    const from = element?.selectionStart ?? text.length;
    const to = element?.selectionEnd ?? text.length;
    const piece = `{{${name}}}`;
    const end = from + piece.length;
    rewrite(element, () => setText(text.slice(0, from) + piece + text.slice(to)), [end, end]);
  }
  function add(language: string | null) {
    onChange([...variants, { language, text: '' }]);
    setAt(variants.length);
    requestAnimationFrame(() => area.current?.focus());
  }
  const known = exampleOf(variables, me);
  const { text: preview, missing } = fillReply(text, known);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-1">
        {variants.map((variant, i) => (
          <span key={variant.language ?? ''} className="flex">
            <button
              type="button"
              aria-pressed={i === index}
              onClick={() => setAt(i)}
              className={`h-[30px] rounded-small px-3 max-phone:h-10 ${i === index ? 'bg-accent-soft font-semibold text-accent' : 'edge text-ink-2 hover:bg-sunken'}`}
            >
              {nameOf(variant)}
            </button>
            {i === index && variants.length > 1 && (
              <IconButton
                label={t('replies.removeLanguage', { language: nameOf(variant) })}
                onClick={() => {
                  onChange(variants.filter((one) => one !== variant));
                  setAt(0);
                }}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </span>
        ))}
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              className="inline-flex h-[30px] items-center gap-1 rounded-small px-2 text-ink-2 hover:bg-sunken max-phone:h-10"
            >
              <Plus size={14} aria-hidden />
              {t('replies.addLanguage')}
            </button>
          }
        >
          {!variants.some((one) => one.language === null) && (
            <MenuItem onSelect={() => add(null)}>{t('replies.anyLanguage')}</MenuItem>
          )}
          {free.map((code) => (
            <MenuItem key={code} hint={code} onSelect={() => add(code)}>
              {languageName(code)}
            </MenuItem>
          ))}
        </Menu>
      </div>
      <div className="grid gap-4 phone:grid-cols-2">
        <div className="grid content-start gap-2">
          <AreaField
            key={index}
            ref={area}
            label={t('replies.text')}
            help={shown?.language === null ? t('replies.anyLanguageHelp') : undefined}
            problem={problem}
            required
            rows={9}
            dir="auto"
            lang={shown?.language ?? undefined}
            maxLength={20_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className="flex flex-wrap gap-1">
            {variables.map(({ name, meaning }) => (
              <button
                key={name}
                type="button"
                title={meaning}
                onClick={() => insert(name)}
                className="rounded-full bg-sunken px-2 py-0.5 font-mono text-[11px] text-ink-2 hover:bg-line hover:text-ink max-phone:py-3"
              >
                {name}
              </button>
            ))}
          </div>
        </div>
        <div className="grid content-start gap-1">
          <p className="font-medium">{t('replies.preview')}</p>
          <p dir="auto" className="said min-h-[120px] rounded-medium bg-accent-soft px-3 py-2 text-l">
            {preview || <span className="text-ink-2">{t('replies.previewEmpty')}</span>}
          </p>
          {missing.length > 0 && (
            <p role="status" className="text-s font-medium text-warn">
              {t('replies.unknownVariables', { names: missing.join(', ') })}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
