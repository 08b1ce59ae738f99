import type { ExternalMessageId } from '../ids.ts';
import type { CallFacts } from './call.ts';

export type AttachmentKind =
  | 'image'
  | 'video'
  | 'audio'
  | 'file'
  | 'sticker'
  | 'gif' // things with bytes
  | 'link'
  | 'location'
  | 'product'
  | 'contact_card'
  | 'unsupported'; // things with words only

/** Where the bytes can be had. `url`: on the network, often for hours only. `part`: inside the stored ledger entry itself. */
export type AttachmentSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'part'; readonly part: number }
  /** The network tells where it is only when asked for it by this id: `Connector.media`. */
  | { readonly kind: 'ask'; readonly id: string }
  | { readonly kind: 'none' };

export interface Attachment {
  readonly kind: AttachmentKind;
  readonly source: AttachmentSource;
  readonly name?: string;
  readonly mimeType?: string;
  readonly sizeBytes?: number;
  readonly title?: string;
  /** For links and products: where a click leads. */
  readonly href?: string;
  readonly alt?: string;
  /** E-mail: the Content-ID by which the HTML part shows this picture, without angle brackets. */
  readonly contentId?: string;
}

/** What was said. All text is as the network gave it; HTML is as it came and is sanitised before it leaves the server. */
export interface Content {
  readonly text: string;
  readonly html?: string;
  readonly subject?: string;
  readonly attachments: readonly Attachment[];
  /** The message this one points at inside a private thread ("replying to"). */
  readonly quotes?: ExternalMessageId;
  /** What a button said to us when it was tapped, beside the text the person saw. */
  readonly payload?: string;
  readonly rating?: { readonly positive: boolean } | { readonly stars: number; readonly of: number };
  /** It was spoken: what became of the call. The text says it in words. */
  readonly call?: CallFacts;
  /** Where the person came from, e.g. an advertisement. */
  readonly referral?: { readonly source: string; readonly title?: string; readonly reference?: string };
}
