import type { Talk } from '../talk.ts';

export const it: Talk = {
  language: 'it',
  hello: ['Ciao', 'Buongiorno', 'Buonasera'],
  mail: 'Buongiorno,\n\n{text}\n\nCordiali saluti,\n{name}',
  says: {
    late: [
      'Il mio ordine {order} doveva arrivare giovedì e il tracking è fermo. Dov’è?',
      'Aspetto ancora {order}. Sabato partiamo per le Dolomiti, arriverà in tempo?',
    ],
    broken: [
      'La cerniera della mia {item} si è rotta dopo tre settimane. Si apre da sola.',
      'Si è scucita la {item} sotto la manica. È in garanzia?',
    ],
    size: ['Sono alto 1,78 e peso 74 kg: {item} M o L?', 'La {item} veste stretta? Vorrei metterci sotto un pile.'],
    refund: [
      'Ho restituito {order} due settimane fa e non ho ancora ricevuto il rimborso. Quando arriva?',
      'Vorrei restituire la {item}, mai usata. Come devo fare?',
    ],
    praise: [
      'Una settimana di pioggia e con la {item} sempre asciutto. Complimenti!',
      'Gentilissima la ragazza di ieri al telefono, grazie.',
    ],
    idea: ['Fate la {item} anche in verde, per favore!', 'Potreste indicare il peso di ogni taglia sul sito?'],
    checkout: [
      'Non riesco a pagare. Dopo i dati della carta la pagina resta bianca.',
      'Il pagamento dà errore sia dal telefono sia dal computer.',
    ],
    angry: [
      'È la terza volta che scrivo per {order}. C’è qualcuno?',
      'Di nuovo la taglia sbagliata! Vergognoso, non compro più da voi.',
    ],
    thanks: ['Arrivato oggi, tutto perfetto. Grazie!', 'Risolto, grazie dell’aiuto 🙏'],
  },
  subjects: {
    late: 'Dov’è l’ordine {order}?',
    broken: 'Difetto: {item}',
    size: 'Taglia per {item}',
    refund: 'Rimborso {order}',
    praise: 'Grazie',
    idea: 'Un’idea',
    checkout: 'Il pagamento non funziona',
    angry: 'Terza mail per {order}',
    thanks: 'Grazie',
  },
  after: {
    thanks: ['Perfetto, grazie mille!', 'Grazie della risposta veloce 🙂'],
    further: ['Grazie. E quanto ci vorrà più o meno?', 'Ok. Devo stampare l’etichetta?'],
    still: ['Ho provato, è sempre uguale.', 'Da me non è cambiato nulla, potete ricontrollare?'],
    angrier: ['È la stessa risposta dell’altra volta. Non mi serve.', 'Voglio parlare con un responsabile.'],
  },
  answers: {
    late: 'Ci scusiamo per l’attesa! Il pacco riparte stasera e arriva dopodomani.',
    broken: 'Non dovrebbe succedere. Le mandiamo un’etichetta e lo ripariamo gratis.',
    size: 'Con un pile sotto meglio la più grande. Il cambio è gratuito.',
    refund: 'È partito ieri, la banca impiega due o tre giorni lavorativi.',
    praise: 'Ci ha rallegrato la giornata! Buone escursioni.',
    idea: 'Ottima idea, è già sul tavolo dei nostri designer. Grazie!',
    checkout: 'Grazie della segnalazione. Il pagamento ha un guasto e ci stiamo lavorando. Il carrello resta salvato.',
    angry: 'Ha ragione e mi scuso. Me ne occupo io: la taglia giusta parte oggi a nostre spese.',
    thanks: 'Ne siamo felici! Buona montagna.',
  },
};
