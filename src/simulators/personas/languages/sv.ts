import type { Talk } from '../talk.ts';

export const sv: Talk = {
  language: 'sv',
  hello: ['Hej', 'Hejsan', 'God dag'],
  mail: 'Hej!\n\n{text}\n\nVänliga hälsningar\n{name}',
  says: {
    late: [
      'Min order {order} skulle ha kommit i torsdags och spårningen står still. Var är den?',
      'Väntar fortfarande på {order}. Vi åker till Sarek på lördag, hinner den fram?',
    ],
    broken: [
      'Dragkedjan på min {item} gick sönder efter tre veckor. Den glider isär bakom löparen.',
      'Sömmen under ärmen på {item} har gått upp. Gäller garantin?',
    ],
    size: [
      'Jag är 179 cm och 75 kg, ska jag ta {item} i M eller L?',
      'Är {item} liten i storleken? Vill ha fleece under.',
    ],
    refund: [
      'Jag skickade tillbaka {order} för två veckor sedan men har inte fått pengarna. När kommer de?',
      'Jag vill lämna tillbaka {item}, oanvänd. Hur gör jag?',
    ],
    praise: [
      'En vecka regn på Kungsleden och {item} höll tätt hela vägen. Toppen!',
      'Tack för fin hjälp i telefon igår!',
    ],
    idea: ['Gör gärna {item} i grönt också!', 'Kan ni visa vikten per storlek på produktsidan?'],
    checkout: [
      'Det går inte att betala. Efter kortuppgifterna blir sidan vit.',
      'Kassan ger fel både i mobilen och på datorn. Har provat tre kort.',
    ],
    angry: [
      'Tredje gången jag skriver om {order}. Läser någon det här?',
      'Fel storlek IGEN. Otroligt dåligt, handlar aldrig här mer.',
    ],
    thanks: ['Paketet kom i dag, allt bra. Tack!', 'Löst, tack för snabb hjälp 🙏'],
  },
  subjects: {
    late: 'Var är order {order}?',
    broken: 'Reklamation: {item}',
    size: 'Fråga om storlek: {item}',
    refund: 'Återbetalning {order}',
    praise: 'Tack',
    idea: 'Ett förslag',
    checkout: 'Betalningen fungerar inte',
    angry: 'Tredje mejlet om {order}',
    thanks: 'Tack',
  },
  after: {
    thanks: ['Toppen, tack så mycket!', 'Tack för snabbt svar 🙂'],
    further: ['Tack. Hur lång tid tar det ungefär?', 'Okej. Måste jag skriva ut etiketten själv?'],
    still: ['Har provat, samma fel.', 'Inget har ändrats här, kan ni titta igen?'],
    angrier: ['Samma svar som förra gången. Det hjälper inte.', 'Jag vill prata med någon som kan bestämma.'],
  },
  answers: {
    late: 'Ursäkta väntan! Paketet går vidare i kväll och är framme i övermorgon.',
    broken: 'Så ska det inte vara. Vi skickar en returetikett och lagar den gratis.',
    size: 'Med fleece under rekommenderar vi den större. Byte är gratis.',
    refund: 'Den gick i väg i går, banken behöver två till tre dagar.',
    praise: 'Vad roligt att höra! Vi hälsar verkstaden.',
    idea: 'Bra idé, den ligger hos våra formgivare nu. Tack!',
    checkout: 'Tack för att du säger till! Betalningen har ett fel som vi lagar. Varukorgen finns kvar.',
    angry: 'Du har rätt, och jag är ledsen. Jag tar hand om det själv: rätt storlek går i dag på vår bekostnad.',
    thanks: 'Så bra! Ha det fint i skogen.',
  },
};
