/** Words after which the next few mean the opposite, without accents, as they stand in a cut message. */
export const NEGATORS: Readonly<Record<string, string>> = {
  en: 'not no never none nothing neither nor without hardly barely cannot cant wont dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt couldnt wouldnt shouldnt aint nobody',
  de: 'nicht nie niemals kein keine keinen keinem keiner keinerlei ohne nix nichts kaum weder noch',
  hr: 'ne nije nisam nismo nisu nisi niste nema nemam nemate nikad nikada nista nitko niko bez ni niti necu nece neces',
  hu: 'nem ne sem se nincs nincsen sincs soha sose nelkul semmi senki sehol',
  fi: 'ei en et emme ette eivat ala alkaa eika enka etka ilman koskaan mitaan eipa ikina',
  // The second half is Greek in Latin letters.
  el: 'δεν δε μη μην ουτε ποτε χωρισ τιποτα κανενα κανεισ καμια den mhn min oute pote xwris xoris tipota kaneis kanenas',
  ko: '안 못 아니 없이 전혀 별로 절대',
};
