const KEY = 'earshot.folded';

/** What somebody folded away, or opened, on this device. */
export function isFolded(name: string, atFirst: boolean): boolean {
  return read()[name] ?? atFirst;
}

export function rememberFolded(name: string, isNowFolded: boolean): void {
  localStorage.setItem(KEY, JSON.stringify({ ...read(), [name]: isNowFolded }));
}

function read(): Readonly<Record<string, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}
