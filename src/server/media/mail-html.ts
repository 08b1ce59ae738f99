import sanitize from 'sanitize-html';
import { judgeLink } from '../../core/link/judge.ts';

export interface SafeMail {
  /** A whole page for a frame of its own. */
  readonly page: string;
  /** Pictures on other servers; loading one tells its sender that, when and where the mail was read. */
  readonly blockedPictures: number;
}

/** Sanitising is linear, but nobody reads on: in characters. */
const MAX_LENGTH = 1_000_000;

const TAGS = (
  'a abbr address article b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small ' +
  'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');
// Nothing that loads something, and nothing that leaves its place.
const STYLES =
  'color background-color font font-family font-size font-style font-weight line-height letter-spacing text-align ' +
  'text-decoration text-indent text-transform white-space word-break vertical-align direction list-style-type ' +
  'margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left ' +
  'border border-top border-right border-bottom border-left border-color border-style border-width border-radius ' +
  'border-collapse border-spacing width max-width min-width height max-height min-height display';
const HARMLESS = /^(?!.*(?:url|image|expression|import|attr|var|env)\s*\()[\s\w#%.,()'"!+*/-]{1,300}$/i;

/** @param mediaOf where a picture inside the mail lies, by its Content-ID; null when it is not among the attachments */
export function safeMail(html: string, mediaOf: (contentId: string) => string | null): SafeMail {
  let blockedPictures = 0;
  const body = sanitize(html.slice(0, MAX_LENGTH), {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['dir', 'lang', 'title', 'align', 'valign', 'width', 'height', 'bgcolor', 'style'],
      a: ['href', 'rel', 'target', 'name'],
      img: ['src', 'alt'],
      font: ['color', 'face', 'size'],
      table: ['border', 'cellpadding', 'cellspacing'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start', 'type'],
    },
    allowedStyles: { '*': Object.fromEntries(STYLES.split(' ').map((name) => [name, [HARMLESS]])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: 200,
    transformTags: {
      a: (tagName, { href, ...attribs }) => ({
        tagName,
        attribs: {
          ...linkOut(href),
          ...attribs,
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
      img: (tagName, { src = '', alt, ...attribs }) => {
        const own = ownPicture(src, mediaOf);
        if (own === null && /^(https?:)?\/\//i.test(src.trim())) blockedPictures += 1;
        return { tagName, attribs: { ...attribs, alt: alt ?? '', ...(own ? { src: own } : {}) } };
      },
    },
  });
  return { page: pageOf(body, blockedPictures), blockedPictures };
}

/**
 * Every page that a customer points at opens through the guard that shows where it really leads. What is no page of
 * its own (an address within this server above all) is no link.
 */
function linkOut(href: string | undefined): { readonly href?: string } {
  const text = href?.trim() ?? '';
  if (/^(mailto|tel):/i.test(text)) return { href: text };
  const link = judgeLink(text, URL.parse);
  return link ? { href: `/leave?to=${encodeURIComponent(link.href)}` } : {};
}

function ownPicture(src: string, mediaOf: (contentId: string) => string | null): string | null {
  const [, contentId] = /^\s*cid:(.+?)\s*$/i.exec(src) ?? [];
  if (contentId) {
    const mediaId = mediaOf(decode(contentId).replace(/^<|>$/g, ''));
    return mediaId ? `/media/${mediaId}` : null;
  }
  return /^\s*data:image\/(png|gif|jpeg|webp);base64,[a-z0-9+/=\s]+$/i.test(src) ? src.trim() : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pageOf(body: string, blocked: number): string {
  const notice =
    blocked > 0
      ? `<p class="earshot-notice">${blocked === 1 ? '1 picture' : `${blocked} pictures`} on other servers ${blocked === 1 ? 'was' : 'were'} not loaded: loading would tell the sender that this mail was read.</p>`
      : '';
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>html{color-scheme:light;background:#fff}body{margin:0;padding:12px;font:14px/1.5 system-ui,sans-serif;color:#1a1a1a;overflow-wrap:anywhere}
img,table{max-width:100%}img{height:auto}blockquote{margin:0 0 0 8px;padding-left:10px;border-left:2px solid #d0d0d0;color:#555}
.earshot-notice{margin:0 0 12px;padding:6px 10px;background:#f3f1ec;border-radius:6px;font-size:12px;color:#555}</style>
</head><body>${notice}${body}</body></html>`;
}
