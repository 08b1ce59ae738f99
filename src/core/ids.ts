/**
 * Ids are branded strings: a contact's id cannot be passed where a conversation's is meant.
 * Our own ids are UUIDs (version 7 where the server makes them, so that they sort by time of making).
 * External ids belong to the network; only the connector that made one may look inside.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AgentId = Branded<'agent'>;
export type InboxId = Branded<'inbox'>;
export type ThreadId = Branded<'thread'>;
export type PostId = Branded<'post'>;
export type ContactId = Branded<'contact'>;
export type IdentityId = Branded<'identity'>;
export type ConversationId = Branded<'conversation'>;
export type MessageId = Branded<'message'>;
export type MediaId = Branded<'media'>;
export type OutgoingId = Branded<'outgoing'>;
export type TeamId = Branded<'team'>;
export type RoleId = Branded<'role'>;
export type ViewId = Branded<'view'>;
export type LabelId = Branded<'label'>;
export type FieldId = Branded<'field'>;
export type TaskId = Branded<'task'>;
export type UndoId = Branded<'undo'>;
export type SavedReplyId = Branded<'saved reply'>;
export type MacroId = Branded<'macro'>;
export type NotificationId = Branded<'notification'>;
/** A workspace is a small integer: it leads every key, so its width is paid in every index. */
export type WorkspaceId = number & { readonly [brand]: 'workspace' };

export type ExternalAccountId = Branded<'external account'>;
export type ExternalThreadId = Branded<'external thread'>;
export type ExternalMessageId = Branded<'external message'>;
export type ExternalIdentityId = Branded<'external identity'>;

/** Plain JSON, for what a connector keeps for itself and nobody else reads. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
