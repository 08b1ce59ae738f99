import { describe, expect, it } from 'vitest';
import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { createSeal, WrongKey } from './seal.ts';

const workspace = 1 as WorkspaceId;
const inbox = '0192a000-0000-7000-8000-000000000001' as InboxId;
const other = '0192a000-0000-7000-8000-000000000002' as InboxId;
const credentials = { token: 'EAA-señal-🔑', port: 993 };

describe('sealed credentials', () => {
  const seal = createSeal('a secret of at least 32 characters, really');

  it('open to what was closed, and hold nothing readable', () => {
    const sealed = seal.close(workspace, inbox, credentials);
    expect(seal.open(workspace, inbox, sealed)).toEqual(credentials);
    expect(Buffer.from(sealed).includes('EAA')).toBe(false);
  });

  it('are different bytes each time, so that equal secrets do not show', () => {
    expect(seal.close(workspace, inbox, credentials)).not.toEqual(seal.close(workspace, inbox, credentials));
  });

  it.each([
    { when: 'moved to another inbox', open: (sealed: Uint8Array) => seal.open(workspace, other, sealed) },
    { when: 'moved to another workspace', open: (sealed: Uint8Array) => seal.open(2 as WorkspaceId, inbox, sealed) },
    {
      when: 'opened with another key',
      open: (sealed: Uint8Array) =>
        createSeal('another secret of 32 characters and more').open(workspace, inbox, sealed),
    },
    { when: 'cut short', open: (sealed: Uint8Array) => seal.open(workspace, inbox, sealed.slice(0, 20)) },
    {
      when: 'changed by a bit',
      open: (sealed: Uint8Array) => {
        const changed = Uint8Array.from(sealed);
        changed[40] = (changed[40] ?? 0) ^ 1;
        return seal.open(workspace, inbox, changed);
      },
    },
    { when: 'empty', open: () => seal.open(workspace, inbox, new Uint8Array()) },
  ])('do not open when $when', ({ open }) => {
    expect(() => open(seal.close(workspace, inbox, credentials))).toThrow(WrongKey);
  });
});
