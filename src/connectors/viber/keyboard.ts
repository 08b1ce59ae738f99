/** Six columns make a row. Source: Viber REST Bot API, "Keyboards"; read 2026-11. */
const HALF = 3;
const WHOLE = 6;
/** What still reads well in half a row, in UTF-16 units. */
const SHORT = 18;

/** Answers to tap. Viber sends the body of a button as the person's words, so it is what the button shows. */
export function keyboardOf(choices: readonly string[]): Readonly<Record<string, unknown>> {
  const areShort = choices.every(({ length }) => length <= SHORT);
  return {
    Type: 'keyboard',
    DefaultHeight: false,
    Buttons: choices.map((choice, at) => ({
      // An odd one out at the end gets the row for itself: a row that is not full makes the keyboard invalid.
      Columns: areShort && !(choices.length % 2 === 1 && at === choices.length - 1) ? HALF : WHOLE,
      Rows: 1,
      ActionType: 'reply',
      ActionBody: choice,
      Text: escaped(choice),
    })),
  };
}

/** The text of a button may have HTML in it. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
