import type { OutgoingAttachment, OutgoingContent } from '../../core/channel/outgoing.ts';
import { overBy } from '../../core/text/measure.ts';
import { choicesProblem } from '../shared/choices.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import { capabilities, FILE_LIMITS } from './capabilities.ts';
import { LIST_ABOVE } from './message-body.ts';
import { problemOf } from './template-message.ts';

/** The words below a file, and those above buttons. Source: Meta, Cloud API "Media", "Reply buttons"; read 2026-11. */
const CAPTION_MAX = 1_024;
const BUTTON_BODY_MAX = 1_024;

/** What WhatsApp would not take, told before anything is sent; null: it fits. */
export function contentProblem(content: OutgoingContent): Refusal | null {
  const { text, attachments, template } = content;
  if (template) {
    if (attachments.length > 0)
      return refused('bad_attachment', 'A template goes out as it was approved, without a file.');
    const problem = problemOf(template);
    return problem === null ? null : refused('other', problem);
  }
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for WhatsApp.`);
  const [file, second] = attachments;
  if (second) return refused('bad_attachment', 'WhatsApp takes one file in each message.');
  if (text.trim() === '' && !file) return refused('other', 'There is nothing in it to send.');
  return (file ? fileProblem(file, text) : null) ?? choiceProblem(content);
}

function fileProblem({ name, mimeType, sizeBytes }: OutgoingAttachment, text: string): Refusal | null {
  const most = Object.hasOwn(FILE_LIMITS, mimeType) ? (FILE_LIMITS[mimeType] ?? 0) : 0;
  if (most === 0)
    return refused('bad_attachment', `WhatsApp does not take "${name}": files of the type ${mimeType} cannot be sent.`);
  if (sizeBytes > most) {
    const limit = most < 1_000_000 ? `${most / 1_000} kB` : `${most / 1_000_000} MB`;
    return refused('bad_attachment', `"${name}" is too big: WhatsApp takes ${limit} of this type.`);
  }
  const isWordless = mimeType.startsWith('audio/') || mimeType === 'image/webp';
  if (isWordless && text.trim() !== '')
    return refused(
      'bad_attachment',
      'WhatsApp shows no words with a recording or a sticker: send them one after the other.',
    );
  const over = text.length - CAPTION_MAX;
  return over > 0
    ? refused('too_long', `The words with a file are ${over} characters too long: WhatsApp takes 1,024 there.`)
    : null;
}

function choiceProblem({ text, attachments, choices = [] }: OutgoingContent): Refusal | null {
  if (choices.length === 0) return null;
  const problem = choicesProblem(choices, capabilities, 'WhatsApp');
  if (problem) return problem;
  if (new Set(choices.map((choice) => choice.trim())).size < choices.length)
    return refused('other', 'Two answers to tap are the same: WhatsApp wants each to be its own.');
  if (text.trim() === '') return refused('other', 'Answers to tap need some words above them.');
  const isList = choices.length > LIST_ABOVE;
  const [file] = attachments;
  if (file && isList) return refused('bad_attachment', `More than ${LIST_ABOVE} answers to tap cannot go with a file.`);
  if (file && (file.mimeType.startsWith('audio/') || file.mimeType === 'image/webp'))
    return refused('bad_attachment', 'Answers to tap can go with a picture, a video or a document only.');
  const over = isList ? 0 : text.length - BUTTON_BODY_MAX;
  return over > 0
    ? refused('too_long', `The text is ${over} characters too long: WhatsApp takes 1,024 above answers to tap.`)
    : null;
}
