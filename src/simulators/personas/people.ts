import type { Persona } from '../network.ts';

/** A customer with the networks where they are to be met. */
export interface Customer extends Persona {
  readonly channels: readonly string[];
}

const CHANNELS = { f: 'facebook', m: 'messenger', e: 'email', b: 'bluesky' } as const;
type Letter = keyof typeof CHANNELS;

/** Name, handle, where they are (a letter a network), followers. */
type Line = readonly [name: string, handle: string, where: string, followers: number];

const PEOPLE: Readonly<Record<string, readonly Line[]>> = {
  en: [
    ['Morag Sinclair', 'moragsinclair', 'fmeb', 310],
    ['Tom Ashworth', 'tomashworth', 'fmeb', 1_240],
    ['Priya Raman', 'priyaoutside', 'fmeb', 18_400],
    ['Declan Byrne', 'declanbyrne', 'fme', 95],
    ['Hannah Whitlock', 'hwhitlock', 'eb', 420],
    ['Kwame Boateng', 'kwamehikes', 'fmb', 7_650],
  ],
  de: [
    ['Jonas Reinhardt', 'jonasreinhardt', 'fmeb', 260],
    ['Katrin Vollmer', 'katrinvollmer', 'fmeb', 880],
    ['Uwe Brandstätter', 'uwebrand', 'fme', 40],
    ['Leonie Haas', 'leonieimwald', 'fmeb', 5_300],
    ['Mehmet Yıldız', 'mehmetyildiz', 'emb', 150],
  ],
  el: [
    ['Ελένη Παπαδάκη', 'elenipapadaki', 'fmeb', 640],
    ['Νίκος Αντωνίου', 'nikosantoniou', 'fmeb', 210],
    ['Μαρία Κωνσταντίνου', 'mariakon', 'fme', 75],
    ['Γιώργος Βλάχος', 'giorgosvlachos', 'fmeb', 3_900],
    ['Σοφία Ζαχαρίου', 'sofiazach', 'emb', 120],
  ],
  hr: [
    ['Ivana Horvat', 'ivanahorvat', 'fmeb', 330],
    ['Marko Babić', 'markobabic', 'fmeb', 510],
    ['Petra Kovačević', 'petrakov', 'fme', 60],
    ['Luka Jurić', 'lukajuric', 'fmeb', 2_150],
  ],
  ko: [
    ['김민지', 'minjikim', 'fmeb', 980],
    ['박서준', 'seojunpark', 'fmeb', 12_700],
    ['이하은', 'haeunlee', 'fme', 140],
    ['정우진', 'woojinjung', 'fmeb', 370],
    ['최유나', 'yunachoi', 'emb', 85],
  ],
  hu: [
    ['Nagy Eszter', 'nagyeszter', 'fmeb', 450],
    ['Szabó Gergő', 'szabogergo', 'fmeb', 190],
    ['Tóth Réka', 'tothreka', 'fme', 65],
    ['Kiss Balázs', 'kissbalazs', 'fmeb', 1_020],
  ],
  fi: [
    ['Aino Virtanen', 'ainovirtanen', 'fmeb', 720],
    ['Mikko Lehtonen', 'mikkolehtonen', 'fmeb', 260],
    ['Sanna Mäkelä', 'sannamakela', 'fme', 110],
    ['Juhani Koskinen', 'juhanikoskinen', 'fmeb', 4_480],
  ],
  es: [
    ['Lucía Herrera', 'luciaherrera', 'fmeb', 1_560],
    ['Javier Ortega', 'javierortega', 'fmeb', 240],
    ['Carmen Ibáñez', 'carmenibanez', 'fme', 90],
    ['Mateo Rojas', 'mateorojas', 'fmeb', 6_820],
    ['Nuria Vidal', 'nuriavidal', 'emb', 175],
  ],
  sv: [
    ['Ebba Lundgren', 'ebbalundgren', 'fmeb', 540],
    ['Oskar Nyström', 'oskarnystrom', 'fmeb', 300],
    ['Annika Sjöberg', 'annikasjoberg', 'fme', 70],
  ],
  it: [
    ['Giulia Ferraro', 'giuliaferraro', 'fmeb', 2_300],
    ['Matteo Gallo', 'matteogallo', 'fmeb', 410],
    ['Chiara De Santis', 'chiaradesantis', 'emb', 130],
  ],
};

const HOSTS = ['mail.example', 'post.example', 'brev.example'];

/** Everybody who shops at the simulated brand. */
export const CUSTOMERS: readonly Customer[] = Object.entries(PEOPLE).flatMap(([language, lines]) =>
  lines.map(([name, handle, where, followers], at) => ({
    id: handle,
    name,
    handle,
    email: `${handle}@${HOSTS[at % HOSTS.length]}`,
    language,
    followers,
    channels: (['f', 'm', 'e', 'b'] satisfies Letter[])
      .filter((one) => where.includes(one))
      .map((one) => CHANNELS[one]),
  })),
);

export const customerById = (id: string): Customer | undefined => CUSTOMERS.find((one) => one.id === id);
