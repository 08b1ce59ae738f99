import { fromKept } from '../../core/composing/macro-acts.ts';
import type { Json } from '../../core/ids.ts';
import type { DraftRow } from '../../storage/composing/drafts.ts';
import type { MacroRow } from '../../storage/composing/macros.ts';
import type { SavedReplyRow } from '../../storage/composing/saved-replies.ts';
import type { Draft, Macro, SavedReply } from '../../wire/composing.ts';
import { BulkAct } from '../../wire/work.ts';
import type { Visitor } from '../access/visitor.ts';

export const showDraft = ({ savedAt, attachments, ...draft }: DraftRow): Draft => ({
  ...draft,
  attachments: attachments.map(({ alt, ...file }) => ({ ...file, ...(alt ? { alt } : {}) })),
  savedAt: savedAt.toISOString(),
});

export const showSavedReply = (row: SavedReplyRow, who: Visitor): SavedReply => ({
  ...row,
  variants: row.variants.map(({ language, text }) => ({ language, text })),
  mayChange: mayChange(row, who),
});

export const showMacro = ({ acts, ...row }: MacroRow, who: Visitor, now: Date): Macro => ({
  ...row,
  acts: (acts as readonly Json[]).flatMap((kept) => BulkAct.safeParse(fromKept(kept, now)).data ?? []),
  mayChange: mayChange(row, who),
});

const mayChange = ({ isShared }: { readonly isShared: boolean }, { acts }: Visitor) =>
  !isShared || acts.includes('replies.share');
