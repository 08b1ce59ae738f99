export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const CONTRASTS = ['system', 'normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

const readTheme = () => kept('earshot.theme', THEMES, 'system');
const readContrast = () => kept('earshot.contrast', CONTRASTS, 'system');
const readDensity = () => kept('earshot.density', DENSITIES, 'normal');

/** How the desk looks on this device. Kept here and not on the server: eyes and screens differ, not accounts. */
export interface Look {
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly density: Density;
}

export function readLook(): Look {
  return { theme: readTheme(), contrast: readContrast(), density: readDensity() };
}

export function setLook(change: Partial<Look>): void {
  if (change.theme) localStorage.setItem('earshot.theme', change.theme);
  if (change.contrast) localStorage.setItem('earshot.contrast', change.contrast);
  if (change.density) localStorage.setItem('earshot.density', change.density);
  applyLook();
}

const wantsContrast = matchMedia('(prefers-contrast: more)');

/** At the start, and again when another tab or the machine itself changes its mind. */
export function followLook(): void {
  applyLook();
  wantsContrast.addEventListener('change', applyLook);
  addEventListener('storage', applyLook);
}

function applyLook(): void {
  const { theme, contrast, density } = readLook();
  const isHigh = contrast === 'high' || (contrast === 'system' && wantsContrast.matches);
  mark('theme', theme === 'system' ? null : theme);
  mark('contrast', isHigh ? 'high' : null);
  mark('density', density === 'normal' ? null : density);
}

function mark(name: string, value: string | null): void {
  if (value === null) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}

function kept<Value extends string>(key: string, known: readonly Value[], otherwise: Value): Value {
  const value = localStorage.getItem(key);
  return known.find((one) => one === value) ?? otherwise;
}
