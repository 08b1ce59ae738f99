/** One thing an admin must fill in; the settings form is drawn from these. */
export interface CredentialField {
  readonly name: string;
  readonly label: string;
  /** Where to find it, in a sentence. */
  readonly help: string;
  readonly kind: 'text' | 'secret' | 'number' | 'url' | 'toggle' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  readonly initial?: string | number | boolean;
  readonly placeholder?: string;
  /** A secret of our own choosing: the form offers to make one. */
  readonly isSuggested?: boolean;
  /** An address to which the secrets of this form go, or prove us: kept ones are not sent to another. */
  readonly takesSecrets?: boolean;
}

export interface CredentialForm<Credentials> {
  readonly fields: readonly CredentialField[];
  /** Errors name the field and say what to do. */
  parse(
    input: unknown,
  ):
    | { readonly ok: true; readonly value: Credentials }
    | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly message: string }[] };
}
