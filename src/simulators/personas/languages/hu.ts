import type { Talk } from '../talk.ts';

export const hu: Talk = {
  language: 'hu',
  hello: ['Sziasztok', 'Jó napot', 'Üdv'],
  mail: 'Tisztelt Cím!\n\n{text}\n\nÜdvözlettel:\n{name}',
  says: {
    late: [
      'A {order} számú rendelésemnek múlt csütörtökön kellett volna megjönnie. Hol van a csomag?',
      'Tíz napja várok a {order} csomagra. Szombaton indulunk a Tátrába, ideér addig?',
      'A {order} követése hétfő óta nem változott. Elveszett?',
    ],
    broken: [
      'Három hét után tönkrement a cipzár a {item} kabáton. Magától szétnyílik.',
      'A {item} varrása a hónaljnál felfeslett. Ez garanciális?',
      'A második túrán eltört a {item} csatja. Lehet hozzá alkatrészt kapni?',
    ],
    size: ['180 cm és 78 kg vagyok, a {item} M vagy L legyen?', 'Kicsi a {item} számozása? Polárt is vennék alá.'],
    refund: [
      'Két hete visszaküldtem a {order} rendelést, de a pénzt még nem kaptam meg. Mikor utalják?',
      'Szeretném visszaküldeni a {item} terméket, nem volt rajtam. Mi a teendő?',
    ],
    praise: [
      'Egy hét eső Norvégiában, és a {item} végig szárazon tartott. Le a kalappal!',
      'Köszönöm a tegnapi kedves segítséget a telefonban!',
    ],
    idea: ['Jó lenne a {item} zöldben is!', 'Kiírnátok a méretenkénti súlyt is a termékoldalra?'],
    checkout: [
      'Nem tudok fizetni. A kártyaadatok után fehér lesz az oldal.',
      'A pénztár folyton hibát ír, telefonon és gépen is. Három kártyával próbáltam.',
    ],
    angry: [
      'Harmadszor írok a {order} miatt. Olvassa ezt valaki?',
      'Megint rossz méretet küldtetek! Felháborító, többet nem vásárolok itt.',
    ],
    thanks: ['Ma megérkezett, minden rendben. Köszönöm!', 'Megoldódott, köszi a gyors segítséget 🙏'],
  },
  subjects: {
    late: 'Hol van a {order} rendelés?',
    broken: 'Hibás termék: {item}',
    size: 'Méretkérdés: {item}',
    refund: 'Visszatérítés: {order}',
    praise: 'Köszönet',
    idea: 'Egy ötlet',
    checkout: 'Nem működik a fizetés',
    angry: 'Harmadik levél: {order}',
    thanks: 'Köszönöm',
  },
  after: {
    thanks: ['Szuper, nagyon köszönöm!', 'Köszönöm a gyors választ 🙂'],
    further: ['Köszönöm. És nagyjából mennyi idő?', 'Rendben. Ki kell nyomtatnom a címkét?'],
    still: ['Kipróbáltam, ugyanaz.', 'Nálam semmi nem változott, megnéznék még egyszer?'],
    angrier: ['Múltkor is ezt írták. Ez nem segít.', 'Olyannal szeretnék beszélni, aki dönthet.'],
  },
  answers: {
    late: 'Elnézést a várakozásért! A csomag ma este továbbindul, holnapután megérkezik.',
    broken: 'Ennek nem szabadna előfordulnia. Küldünk visszaküldési címkét, és ingyen megjavítjuk.',
    size: 'Polárral a nagyobbat ajánljuk. A csere ingyenes.',
    refund: 'Tegnap elindítottuk, a banknak két-három munkanap kell.',
    praise: 'Feldobta a napunkat! Jó túrázást!',
    idea: 'Remek ötlet, továbbadtuk a tervezőknek. Köszönjük!',
    checkout: 'Köszönjük a jelzést! A fizetés hibás, már dolgozunk rajta. A kosár megmarad.',
    angry: 'Igaza van, és sajnálom. Személyesen intézem: a jó méret ma indul, a mi költségünkre.',
    thanks: 'Örülünk! Szép napokat a szabadban!',
  },
};
