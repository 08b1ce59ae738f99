import { tryText } from '../../text/t.ts';

/** "Complaint" for the kind `complaint`. A topic of the workspace's own is called what people called it. */
export function labelWords(head: string, label: string | number): string {
  return tryText(`understood.${head}.${label}`) ?? String(label);
}
