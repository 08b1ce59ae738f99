import type { Transform } from 'node:stream';
import { MailParser, type MailParserOptions } from 'mailparser';
import { textDecoding } from './charset.ts';

/** What the pinned mailparser has inside and its types leave out. */
interface Inside {
  options: object;
  hasText: boolean;
  createNode(node: unknown): { charset?: string | false };
}
const Base = MailParser as unknown as new (
  options: MailParserOptions & { ignoreEmbedded: boolean },
) => MailParser & Inside;

/** Keeps mailparser from skipping our decoder: it passes parts labelled ASCII or UTF-8, or not at all, on as they are. */
const LABEL = 'label:';

/** mailparser with our decoding of text, forwarded mails kept as files, and no work that we do not need. */
export class MimeParser extends Base {
  /** @param makesText where there is nothing but HTML */
  constructor(makesText = false) {
    super({
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      keepCidLinks: true,
      skipImageLinks: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: 3_000_000,
      checksumAlgo: 'sha1',
    });
    // Read when the whole mail is there. Words out of HTML that is the whole mail are made by `readMail`, in its own way.
    Object.defineProperty(this.options, 'skipHtmlToText', { get: () => !this.hasText && !makesText });
  }

  override createNode(node: unknown): { charset?: string | false } {
    const made = super.createNode(node);
    made.charset = LABEL + (made.charset || '');
    return made;
  }

  getDecoder(): { decodeStream(charset: string): Transform } {
    return { decodeStream: (charset) => textDecoding(charset.replace(LABEL, '')) };
  }
}
