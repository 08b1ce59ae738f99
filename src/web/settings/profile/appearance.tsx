import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CONTRASTS, DENSITIES, type Look, readLook, setLook, THEMES } from '../../frame/theme.ts';
import { Segments } from '../../parts/segments.tsx';
import { t } from '../../text/t.ts';
import { Lines, Setting, Sheet } from '../parts/sheet.tsx';
import { InstallLine } from './install-line.tsx';

const SIGNS: Readonly<Record<string, ReactNode>> = {
  system: <Monitor size={14} aria-hidden />,
  light: <Sun size={14} aria-hidden />,
  dark: <Moon size={14} aria-hidden />,
  high: <Contrast size={14} aria-hidden />,
};

/** How the desk looks on this device; each choice is seen at once. */
export default function Appearance() {
  const [look, setShown] = useState(readLook);
  function choose(change: Partial<Look>) {
    setLook(change);
    setShown(readLook());
  }
  return (
    <Sheet title={t('page.appearance')} about={t('appearance.about')}>
      <Lines>
        <Setting title={t('appearance.theme')} help={t('appearance.themeHelp')}>
          <Segments
            label={t('appearance.theme')}
            value={look.theme}
            options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`), icon: SIGNS[value] }))}
            onChange={(theme) => choose({ theme })}
          />
        </Setting>
        <Setting title={t('appearance.contrast')} help={t('appearance.contrastHelp')}>
          <Segments
            label={t('appearance.contrast')}
            value={look.contrast}
            options={CONTRASTS.map((value) => ({ value, label: t(`contrast.${value}`), icon: SIGNS[value] }))}
            onChange={(contrast) => choose({ contrast })}
          />
        </Setting>
        <Setting title={t('appearance.density')} help={t('appearance.densityHelp')}>
          <Segments
            label={t('appearance.density')}
            value={look.density}
            options={DENSITIES.map((value) => ({ value, label: t(`density.${value}`) }))}
            onChange={(density) => choose({ density })}
          />
        </Setting>
        <InstallLine />
      </Lines>
      <p className="text-ink-3">{t('appearance.motion')}</p>
    </Sheet>
  );
}
