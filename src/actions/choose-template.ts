import type { ChosenTemplate } from '../core/channel/outgoing.ts';
import { fillTemplate, type Template } from '../core/channel/template.ts';
import { CareError } from '../core/errors.ts';

/**
 * How a chosen message reads. Throws `no_such_template`, `template_closed`, `value_missing` (with the key).
 */
export function chooseTemplate(templates: readonly Template[], chosen: ChosenTemplate): string {
  const template = templates.find(({ name, language }) => name === chosen.name && language === chosen.language);
  if (!template)
    throw new CareError('not_found', 'no_such_template', 'This message is not among the approved ones any more.');
  if (template.closedBecause) throw new CareError('conflict', 'template_closed', template.closedBecause);
  const missing = template.variables.find(({ key }) => !chosen.values[key]?.trim());
  if (missing)
    throw new CareError('invalid', 'value_missing', `Fill in {{${missing.key}}} first.`, { key: missing.key });
  return fillTemplate(template, chosen.values);
}
