/** A message that the network has approved, with gaps to be filled. */
export interface Template {
  readonly name: string;
  /** As the network writes it: `en_US`. */
  readonly language: string;
  /** As the network calls it: `UTILITY`, `MARKETING`. */
  readonly category: string;
  /** With `{{key}}` where a value belongs; header, body and footer as they follow each other, a blank line between. */
  readonly text: string;
  /** In the order in which they first stand in the text. */
  readonly variables: readonly TemplateVariable[];
  /** Why it cannot be used now (not approved, paused, a part that we do not fill); null: it can. */
  readonly closedBecause: string | null;
}
export interface TemplateVariable {
  readonly key: string;
  readonly example?: string;
}

/** How a template reads with its values; a gap without a value stays as it is. */
export function fillTemplate(template: Pick<Template, 'text'>, values: Readonly<Record<string, string>>): string {
  return template.text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (gap, key: string) => values[key] ?? gap);
}
