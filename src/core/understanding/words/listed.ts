/** A list as it is read best: words and phrases between commas, over as many lines as it takes. */
export const listed = (text: string): readonly string[] => text.trim().split(/,\s+/);
