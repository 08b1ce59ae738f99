import type { Talk } from '../talk.ts';

export const hr: Talk = {
  language: 'hr',
  hello: ['Pozdrav', 'Dobar dan', 'Bok'],
  mail: 'Poštovani,\n\n{text}\n\nLijep pozdrav,\n{name}',
  says: {
    late: [
      'Narudžba {order} trebala je stići prošli tjedan, a još je nema. Gdje je paket?',
      'Čekam {order} već deset dana. U subotu idemo na Velebit i treba mi taj šator!',
      'Praćenje za {order} stoji od ponedjeljka. Je li se izgubilo?',
    ],
    broken: [
      'Pokvario se patentni zatvarač na {item} nakon tri tjedna. Otvara se sam od sebe.',
      'Na mojoj {item} raspao se šav ispod rukava. Vrijedi li garancija?',
      'Pukla je kopča na {item} već na drugom izletu. Imate li rezervni dio?',
    ],
    size: ['Visok sam 184 cm, između L i XL. Koju veličinu {item} da uzmem?', 'Je li {item} uzak u ramenima?'],
    refund: [
      'Vratila sam {order} prije dva tjedna i još nisam dobila novac. Kada će povrat?',
      'Želim vratiti {item}, nije nošeno. Što trebam napraviti?',
    ],
    praise: [
      'Cijeli tjedan kiše u Dolomitima i {item} je izdržala. Svaka čast!',
      'Hvala gospođi koja mi je jučer pomogla, bila je divna.',
    ],
    idea: ['Molim vas, napravite {item} i u zelenoj boji!', 'Bilo bi super da prodajete i dijelove za popravak.'],
    checkout: [
      'Ne mogu platiti. Nakon kartice stranica ostane bijela.',
      'Blagajna stalno javlja grešku, i na mobitelu i na računalu. Probao sam tri kartice.',
    ],
    angry: [
      'Treći put pišem zbog {order}. Čita li to itko?',
      'Opet ste poslali krivu veličinu! Sramota, više ne kupujem kod vas.',
    ],
    thanks: ['Stiglo jutros, sve u redu. Hvala!', 'Riješeno, hvala na brzoj pomoći 🙏'],
  },
  subjects: {
    late: 'Gdje je narudžba {order}?',
    broken: 'Reklamacija: {item}',
    size: 'Pitanje o veličini {item}',
    refund: 'Povrat novca za {order}',
    praise: 'Pohvala',
    idea: 'Prijedlog',
    checkout: 'Plaćanje ne radi',
    angry: 'Treća poruka o {order}',
    thanks: 'Hvala',
  },
  after: {
    thanks: ['Odlično, hvala puno!', 'Hvala na brzom odgovoru 🙂'],
    further: ['Hvala. A koliko će otprilike trajati?', 'U redu. Moram li ispisati naljepnicu?'],
    still: ['Probao sam, i dalje isto.', 'Ništa se nije promijenilo, možete li još jednom provjeriti?'],
    angrier: ['To ste mi rekli i prošli put. Ne pomaže mi.', 'Želim razgovarati s nekim tko može odlučiti.'],
  },
  answers: {
    late: 'Ispričavamo se na čekanju! Paket kreće večeras i preksutra je kod vas.',
    broken: 'To se ne smije dogoditi. Šaljemo vam naljepnicu za povrat i popravljamo besplatno.',
    size: 'S flisom ispod preporučujemo veću. Zamjena je besplatna.',
    refund: 'Povrat je poslan jučer, banci treba dva do tri radna dana.',
    praise: 'Uljepšali ste nam dan! Sretan put!',
    idea: 'Sjajna ideja, proslijedili smo je dizajnerima. Hvala!',
    checkout: 'Hvala na dojavi. Plaćanje ima kvar i radimo na tome. Košarica vam ostaje sačuvana.',
    angry: 'U pravu ste i žao mi je. Preuzimam osobno: prava veličina kreće danas o našem trošku.',
    thanks: 'Drago nam je! Uživajte u prirodi.',
  },
};
