/**
 * Letters of other scripts that are read as Latin ones. Source: Unicode Technical Standard 39, confusables.txt 16.0,
 * the Cyrillic, Greek, Armenian and Latin-extended letters that domain names may hold; read 2026-11.
 */
const READ_AS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аɑαạ',
    b: 'ЬƅЪ',
    c: 'сϲᴄ',
    d: 'ԁɗ',
    e: 'еҽẹė',
    g: 'ɡցġ',
    h: 'һհ',
    i: 'іıɩιí',
    j: 'јϳ',
    k: 'κкķ',
    l: 'ӏǀɭḷ',
    m: 'мṃ',
    n: 'ոņṇ',
    o: 'оοօჿọ',
    p: 'рρ',
    q: 'ԛզ',
    r: 'гṛ',
    s: 'ѕʂṣ',
    t: 'тṭ',
    u: 'υսцụ',
    v: 'νѵṿ',
    w: 'ԝшẉω',
    x: 'хχ',
    y: 'уүγỵ',
    z: 'ʐẓ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin])),
);

/** What a label is read as by somebody in a hurry; null when it is read as nothing else than it is. */
export function readAs(label: string): string | null {
  let isOther = false;
  const letters = [...label.toLowerCase()].map((letter) => {
    const latin = READ_AS[letter];
    if (latin) isOther = true;
    return latin ?? letter;
  });
  const text = letters.join('');
  return isOther && /^[a-z0-9-]+$/.test(text) ? text : null;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
];

/** One word of two alphabets: nobody writes like that but to be mistaken. (Japanese mixes its own, and is not meant.) */
export function mixesScripts(label: string): boolean {
  return SCRIPTS.filter((script) => script.test(label)).length > 1;
}
