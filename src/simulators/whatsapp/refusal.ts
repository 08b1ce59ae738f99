import { Refusal as GraphRefusal } from '../meta/refusal.ts';

/** An error as WhatsApp writes it: what it means stands in `error_data.details`. */
export class Refusal extends GraphRefusal {
  readonly title: string;
  readonly details: string;
  constructor(code: number, title: string, details: string, status = 400) {
    super(code, title, undefined, status);
    this.title = title;
    this.details = details;
  }

  override get body(): unknown {
    const { code, title, details } = this;
    return {
      error: {
        message: `(#${code}) ${title}`,
        type: 'OAuthException',
        code,
        error_data: { messaging_product: 'whatsapp', details },
        fbtrace_id: 'AwA1bCdEf2GhI',
      },
    };
  }

  /** The same as it stands in a status. */
  get asStatus(): unknown {
    const { code, title, details } = this;
    const href = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';
    return { code, title, message: title, error_data: { details }, href };
  }
}

export const invalid = (details: string): Refusal => new Refusal(131009, 'Parameter value is not valid', details);
export const missing = (name: string): Refusal =>
  new Refusal(131008, 'Required parameter is missing', `The parameter ${name} is required.`);
export const windowClosed = (): Refusal =>
  new Refusal(
    131047,
    'Re-engagement message',
    'More than 24 hours have passed since the customer last wrote to this number.',
  );
export const undeliverable = (): Refusal =>
  new Refusal(131026, 'Message undeliverable', 'Unable to deliver the message to this recipient.');
