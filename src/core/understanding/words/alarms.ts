import { listed } from './listed.ts';

/** What makes a matter one of today or of now, whatever else is said. */
export const ALARMS = ['injury', 'danger', 'fraud', 'vulnerable', 'minor', 'legal', 'press', 'deadline'] as const;
export type Alarm = (typeof ALARMS)[number];

type AlarmWords = Readonly<Record<Alarm, readonly string[]>>;

/** Phrases by language, without accents. `*` stands for any ending; several words must follow each other. */
export const ALARM_WORDS: Readonly<Record<string, AlarmWords>> = {
  en: {
    injury: listed(`
      swallowed, fainted, fainting, unresponsive, not breathing, wont stop bleeding, poisoned, bleeding,
      ambulance, hospital*, a&e, emergency room, allergic reaction, anaphyla*, burned my, burnt my,
      electric shock, injured, unconscious, collapsed, choking, choked, food poisoning, seizure, overdose,
      cant breathe, chest pain, suicid*, kill myself`),
    danger: listed(`
      on fire, caught fire, smoke coming, gas leak, smell gas, smell of gas, smelling gas, sparks, sparking,
      exploded, brakes failed, no brakes, live wire, carbon monoxide, life threatening, in danger,
      someones following me, trapped, stuck in the lift, stuck in the elevator`),
    fraud: listed(`
      account hacked, been hacked, got hacked, was hacked, being hacked, being emptied, emptying my account,
      draining my, unauthorised transaction*, unauthorized transaction*, fraudulent, using my card,
      stole my card, card stolen, being scammed, been scammed, identity theft, sim swap, block my card,
      freeze my account, freeze my card`),
    vulnerable: listed(`
      pregnant and, wheelchair, oxygen, insulin, dialysis, disabled, dementia, medical equipment, life support,
      out of medication, newborn`),
    minor: listed(`
      child alone, kid alone, daughter alone, son alone, unaccompanied minor, my child is stuck, year old alone,
      underage`),
    legal: listed(`
      my lawyer, my solicitor, my attorney, legal action, sue you, suing, small claims, take you to court,
      see you in court, ombudsman, trading standards, data protection authority, letter before action,
      chargeback`),
    press: listed(`
      going to the press, go to the press, contact the press, newspaper*, journalist*, reporter,
      consumer watchdog, on the news, going viral, watchdog`),
    deadline: listed(`
      today, tonight, tomorrow, right now, in an hour, this morning, this evening, this afternoon, by midnight,
      asap, urgent*, immediately, last minute, at the gate, boarding now, in 2 hours, as soon as possible`),
  },
  de: {
    injury: listed(`
      verschluckt, geschluckt, ohnmachtig, umgekippt, atmet nicht, blutung, vergiftet, blutet, krankenhaus,
      notaufnahme, notarzt, rettungswagen, krankenwagen, allergischer schock, allergische reaktion, stromschlag,
      verletzt, bewusstlos, verbrannt, vergiftung, lebensmittelvergiftung, atemnot, bekommt keine luft, suizid*,
      umbringen`),
    danger: listed(`
      brennt, feuer gefangen, gasgeruch, riecht nach gas, gasleck, qualmt, raucht aus, funken, explodiert,
      bremsen versag*, bremse versag*, lebensgefahr*, steckengeblieben, stecken im aufzug, kohlenmonoxid,
      in gefahr`),
    fraud: listed(`
      gehackt, gehackt worden, konto leer*, bucht jemand, unbekannte abbuchung*, karte gestohlen, karte geklaut,
      karte sperren, konto sperren, phishing, betruger, nicht von mir autorisiert, identitatsdiebstahl`),
    vulnerable: listed(`
      schwanger und, rollstuhl, sauerstoffgerat, insulin, dialyse, schwerbehindert*, pflegebedurftig*, demenz,
      saugling, neugeborene*, beatmungsgerat`),
    minor: listed(
      `kind allein, kind alleine, tochter allein, tochter alleine, sohn allein, sohn alleine, minderjahrig*`,
    ),
    legal: listed(`
      anwalt*, rechtsanwalt*, anzeige erstatten, klage, verklage, rechtliche schritte, verbraucherzentrale,
      bundesnetzagentur, bafin, schlichtungsstelle, fristsetzung, letzte frist, mahnbescheid, datenschutzbehorde`),
    press: listed(`presse, zeitung, journalist*, fernsehen, medien`),
    deadline: listed(`
      heute, heute abend, morgen, jetzt sofort, sofort, dringend, umgehend, eilt, in einer stunde, am gate,
      bis mitternacht, schnellstmoglich`),
  },
  el: {
    injury: listed(`
      καταπιε, λιποθυμησ*, τρεχει αιμα, αιμορραγει, δηλητηρι*, δεν εχει αισθησεισ, αιμορραγ*, νοσοκομει*,
      ασθενοφορο, αλλεργικο σοκ, αλλεργικη αντιδραση, ηλεκτροπληξια, τραυματ*, λιποθυμ*, εγκαυμα*, δηλητηριασ*,
      δεν αναπνεει, δεν μπορω να αναπνευσω, επειγοντα, αυτοκτον*`),
    danger: listed(`
      πηρε φωτια, πιασε φωτια, φωτια, μυριζει αεριο, διαρροη αεριου, μυριζει γκαζι, σπιθ*, εξερραγη, εσκασε,
      δεν πιανουν φρενα, κινδυν*, εγκλωβ*, βγαζει καπνο, καπνουσ`),
    fraud: listed(`
      χακαραν, χακαρ*, αδειαζουν, αδειασαν, εκλεψαν την καρτα, εκλεψαν τα, μπλοκαρετε την καρτα, παγωστε,
      κλειδωστε τον, απατεων*, μη εξουσιοδοτημεν*, χρεωση που δεν εκανα, μεταφορα που δεν εκανα`),
    vulnerable: listed(`εγκυοσ, αμαξιδιο, οξυγονο, ινσουλινη, αναπηρ*, αμεα, ανοια, νεογεννητο, μωρο, αιμοκαθαρση`),
    minor: listed(`παιδι μονο, κορη μου μονη, γιοσ μου μονοσ, ανηλικ*`),
    legal: listed(
      `δικηγορο*, μηνυση, εξωδικο*, δικαστηρι*, νομικα μεσα, νομικεσ ενεργειεσ, συνηγορο*, καταγγελια, ινκα, ραε`,
    ),
    press: listed(`δημοσιογραφο*, εφημεριδα*, καναλι, καναλια, μμε, ειδησεισ`),
    deadline: listed(`σημερα, αποψε, αυριο, τωρα, αμεσα, επειγ*, σε μια ωρα, simera, avrio, aurio, twra, amesa`),
  },
  hr: {
    injury: listed(`
      progutao, progutala, progutalo, onesvjes*, srusio se, srusila se, krvarenj*, ne dise, otrovan*, krvari,
      bolnic*, hitna pomoc, alergijsk*, strujni udar, udarila struja, ozlijed*, povrijed*, onesvijes*, opek*,
      trovanje, otrova*, ne moze disati, gusi se, samoubo*`),
    danger: listed(`
      gori, zapalil*, pozar, miris plina, smrdi na plin, miris gasa, curi plin, iskri, iskre, eksplodir*,
      kocnice otkaz*, otkazale kocnice, opasnost, zaglavljen*, zapeli u liftu, dimi se, zivotna opasnost`),
    fraud: listed(`
      hakiran*, hakirali, hakovan*, prazne mi, prazni racun, skidaju mi, ukradena kartica, ukrali karticu,
      blokirajte karticu, blokirajte racun, neovlasten*, phishing, netko koristi moju`),
    vulnerable: listed(`trudna, invalidsk*, kisik, inzulin, dijaliz*, demencij*, novorodence, beba`),
    minor: listed(`dijete samo, dete samo, kci sama, sin sam, maloljetn*, maloletn*`),
    legal: listed(`
      odvjetnik*, advokat*, tuzb*, tuziti, tuzit cu, sudu, na sud, inspekcij*, inspektor*, hakom, pravne korake,
      azop, zastiti potrosaca`),
    press: listed(`novinar*, novine, mediji*, medijima, televizij*, index`),
    deadline: listed(`danas, veceras, sutra, odmah, hitno, smjesta, za sat vremena, do ponoci, sto prije, sad odmah`),
  },
  hu: {
    injury: listed(`
      lenyelte, lenyelt, osszeesett, elajul*, ajul*, verzes*, nem lelegzik, megmergez*, verzik, korhaz*, mento,
      mentot, mentok, allergias rea*, aramutes, megrazott, megserult, serules, elajult, eges*, mergezes, fullad*,
      nem kap levegot, ongyilkos*, surgossegi`),
    danger: listed(`
      ki gyulladt, kigyulladt, eg a, tuz van, gazszag, gazszivarg*, szikraz*, felrobban*, nem fog a fek, fek nem,
      eletveszely*, beragadt*, beszorult*, fustol`),
    fraud: listed(`
      feltort*, meghackel*, hackel*, elloptak a kartya*, kartyamat elloptak, letiltani a kartya*, tiltsak le,
      zaroljak, nem en utaltam, nem en inditottam, adathalasz*, csalok, lopjak a penz*, jogosulatlan`),
    vulnerable: listed(
      `terhes, kerekesszek*, oxigen, inzulin, dializis, mozgasserult, demens, ujszulott, csecsemo, kisbaba`,
    ),
    minor: listed(`gyerek egyedul, gyermek egyedul, gyerekem egyedul, lanyom egyedul, fiam egyedul, kiskoru*`),
    legal: listed(
      `ugyved*, jogi lepes*, feljelent*, birosag*, perel*, fogyasztoved*, bekeltet*, naih, nmhh, mnb, felszolitas`,
    ),
    press: listed(`ujsagiro*, sajto*, mediaban, tv ben, hirado`),
    deadline: listed(
      `ma, ma este, holnap, azonnal, surgos*, most rogton, egy oran belul, ejfelig, haladektalanul, mihamarabb`,
    ),
  },
  fi: {
    injury: listed(`
      nielaisi, pyortyi, pyorty*, ei hengita, verenvuoto*, myrkyn, tuupertui, vuotaa verta, sairaala*,
      ambulanssi*, allerginen reaktio, allergis*, sahkoisku*, loukkaantu*, tajutton*, palovamma*, ruokamyrkyty*,
      myrkytys*, ei saa henkea, hengenahdistu*, paivystyk*, itsemurha*`),
    danger: listed(`
      palaa, syttyi, tulipalo, tuleen, kaasu haisee, kaasun haju, kaasuvuoto, kipinoi, rajahti, jarrut petti*,
      jarrut ei, hengenvaara*, vaarassa, jumissa hississa, savuaa, hissiin jumiin`),
    fraud: listed(`
      hakkeroi*, kaapattu, tiliani tyhjennetaan, tyhjennet*, kortti varastet*, korttini varastet*,
      sulkekaa kortti, sulkekaa tili, kuoletus, luvattom*, tietojenkalastelu, huijari soitti,
      annoin pankkitunnukset`),
    vulnerable: listed(`
      raskaana, pyoratuoli*, happilaite*, insuliini*, dialyysi*, vammainen, dementia, muistisair*, vauva,
      vastasyntyny*`),
    minor: listed(`lapsi yksin, tytar yksin, poika yksin, alaikai*`),
    legal: listed(`
      asianajaja*, lakimie*, juristi*, oikeustoim*, oikeuteen, karajaoikeu*, kuluttajariita*, kuluttajaviranom*,
      kuluttaja asiamie*, rikosilmoitu*, tietosuojavaltuut*`),
    press: listed(`toimittaja*, lehdisto*, iltalehti, iltasanom*, media*, uutisiin`),
    deadline: listed(
      `tanaan, illalla, huomenna, heti, valittomasti, kiire*, tunnin paasta, nyt heti, mahdollisimman pian`,
    ),
  },
  ko: {
    injury: listed(`
      삼켰*, 삼킨*, 실신*, 피가 안 멈*, 피가 멈추*, 숨을 안*, 중독*, 피가 나*, 피나*, 응급실*, 병원*, 119*, 구급차*, 알레르기*, 감전*, 다쳤*, 다쳐*, 부상*,
      화상*, 기절*, 쓰러*, 식중독*, 숨을 못*, 숨이 안*, 자살*, 죽고 싶*`),
    danger: listed(`
      불이 났*, 불났*, 불이 붙*, 화재*, 가스 냄새*, 가스냄새*, 가스가 새*, 가스 새*, 연기가*, 연기나*, 폭발*, 터졌*, 브레이크가 안*, 브레이크 안*, 갇혔*, 갇혀*,
      스파크*, 위험*`),
    fraud: listed(`
      해킹*, 보이스피싱*, 피싱*, 스미싱*, 도용*, 돈이 빠져나가*, 돈이 계속*, 지급정지*, 누가 제 카드*, 카드 정지*, 계좌 정지*, 사기 당*, 사기당*, 무단 결제*,
      결제한 적 없*`),
    vulnerable: listed(`임산부*, 임신*, 휠체어*, 산소*, 인슐린*, 투석*, 장애인*, 치매*, 신생아*, 갓난*`),
    minor: listed(`아이 혼자*, 아이가 혼자*, 애가 혼자*, 애 혼자*, 딸 혼자*, 아들 혼자*, 미성년*`),
    legal: listed(
      `변호사*, 고소*, 소송*, 법적*, 소비자원*, 소비자보호원*, 금감원*, 내용증명*, 공정위*, 공정거래위원회*, 방통위*, 경찰*`,
    ),
    press: listed(`기자*, 언론*, 방송국*, 제보*, 뉴스*, 신문*`),
    deadline: listed(`오늘*, 내일*, 지금*, 당장*, 긴급*, 급해*, 급합*, 시간 안에*, 한시간*, 빨리*, 즉시*, 오늘밤*`),
  },
};
