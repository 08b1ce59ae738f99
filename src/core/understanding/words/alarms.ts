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
      someones following me, trapped, stuck in the lift, stuck in the elevator,
      stranded, flooding, flooded, burst pipe, no heating, no power, power cut, locked in, locked out of my, boiler exploded, overheating, melted, caught in`),
    fraud: listed(`
      account hacked, been hacked, got hacked, was hacked, being hacked, being emptied, emptying my account,
      draining my, unauthorised transaction*, unauthorized transaction*, fraudulent, using my card,
      stole my card, card stolen, being scammed, been scammed, identity theft, sim swap, block my card,
      freeze my account, freeze my card,
      phishing, did not authorise, didnt authorise, didnt authorize, did not make this, cloned, stolen card, lost my card, lost my wallet, money is gone`),
    vulnerable: listed(`
      pregnant and, wheelchair, oxygen, insulin, dialysis, disabled, dementia, medical equipment, life support,
      out of medication, newborn,
      elderly, no medication, my medication, epilep*, asthma, inhaler, epipen, newborn baby, in labour`),
    minor: listed(`
      child alone, kid alone, daughter alone, son alone, unaccompanied minor, my child is stuck, year old alone,
      underage`),
    legal: listed(`
      my lawyer, my solicitor, my attorney, legal action, sue you, suing, small claims, take you to court,
      see you in court, ombudsman, trading standards, data protection authority, letter before action,
      chargeback,
      court order, legal team, bailiff*, final notice, debt collect*`),
    press: listed(`
      going to the press, go to the press, contact the press, newspaper*, journalist*, reporter,
      consumer watchdog, on the news, going viral, watchdog`),
    deadline: listed(`
      today, tonight, tomorrow, right now, in an hour, this morning, this evening, this afternoon, by midnight,
      asap, urgent*, immediately, last minute, at the gate, boarding now, in 2 hours, as soon as possible,
      within the hour, leaves in, flight is in, departs in, wedding is, funeral, exam, before noon, by noon, by friday, by monday, this weekend, deadline, time sensitive, hurry`),
  },
  de: {
    injury: listed(`
      verschluckt, geschluckt, ohnmachtig, umgekippt, atmet nicht, blutung, vergiftet, blutet, krankenhaus,
      notaufnahme, notarzt, rettungswagen, krankenwagen, allergischer schock, allergische reaktion, stromschlag,
      verletzt, bewusstlos, verbrannt, vergiftung, lebensmittelvergiftung, atemnot, bekommt keine luft, suizid*,
      umbringen,
      verletzung*, verbruht*, schnittwunde, geblutet, schmerzen, notfall, erstickt, allergie, ausschlag, im krankenhaus`),
    danger: listed(`
      brennt, feuer gefangen, gasgeruch, riecht nach gas, gasleck, qualmt, raucht aus, funken, explodiert,
      bremsen versag*, bremse versag*, lebensgefahr*, steckengeblieben, stecken im aufzug, kohlenmonoxid,
      in gefahr,
      eingesperrt, sitze fest, sitzen fest, gestrandet, wasserrohrbruch, rohrbruch, uberschwemm*, kein strom, stromausfall, keine heizung, heizung ausgefallen, kein warmwasser, geschmolzen, uberhitz*, brandgeruch, verschmort, explosion*, stecke fest`),
    fraud: listed(`
      gehackt, gehackt worden, konto leer*, bucht jemand, unbekannte abbuchung*, karte gestohlen, karte geklaut,
      karte sperren, konto sperren, phishing, betruger, nicht von mir autorisiert, identitatsdiebstahl,
      nicht von mir, nie bestellt, missbraucht, abgebucht obwohl, fremde abbuchung*, unbefugt*, betrogen, brieftasche verloren, karte verloren, identitat gestohlen, zugangsdaten`),
    vulnerable: listed(`
      schwanger und, rollstuhl, sauerstoffgerat, insulin, dialyse, schwerbehindert*, pflegebedurftig*, demenz,
      saugling, neugeborene*, beatmungsgerat,
      rollstuhlfahr*, pflegefall, medikament*, asthma, behindert*, baby, hochschwanger, epilep*, altere dame, meine oma`),
    minor: listed(
      `kind allein, kind alleine, tochter allein, tochter alleine, sohn allein, sohn alleine, minderjahrig*,
      kind eingesperrt, kind ist allein, kinder allein, unser kind`,
    ),
    legal: listed(`
      anwalt*, rechtsanwalt*, anzeige erstatten, klage, verklage, rechtliche schritte, verbraucherzentrale,
      bundesnetzagentur, bafin, schlichtungsstelle, fristsetzung, letzte frist, mahnbescheid, datenschutzbehorde,
      inkasso, rechtsschutz*, gericht, mahnung, abmahnung, strafanzeige, polizei`),
    press: listed(`presse, zeitung, journalist*, fernsehen, medien`),
    deadline: listed(`
      heute, heute abend, morgen, jetzt sofort, sofort, dringend, umgehend, eilt, in einer stunde, am gate,
      bis mitternacht, schnellstmoglich,
      heute noch, bis heute, bis morgen, bis freitag, bis montag, noch diese woche, morgen fruh, hochzeit, prufung, beerdigung, abflug, flug geht, zug fahrt, in zwei stunden, in 2 stunden, in wenigen stunden, zeitkritisch, schnell, so schnell wie moglich, letzter tag, frist`),
  },
  el: {
    injury: listed(`
      καταπιε, λιποθυμησ*, τρεχει αιμα, αιμορραγει, δηλητηρι*, δεν εχει αισθησεισ, αιμορραγ*, νοσοκομει*,
      ασθενοφορο, αλλεργικο σοκ, αλλεργικη αντιδραση, ηλεκτροπληξια, τραυματ*, λιποθυμ*, εγκαυμα*, δηλητηριασ*,
      δεν αναπνεει, δεν μπορω να αναπνευσω, επειγοντα, αυτοκτον*,
      πονο*, πληγη, ατυχημα, στο νοσοκομειο, αλλεργια, χτυπησε, ματωσε, εξανθημα`),
    danger: listed(`
      πηρε φωτια, πιασε φωτια, φωτια, μυριζει αεριο, διαρροη αεριου, μυριζει γκαζι, σπιθ*, εξερραγη, εσκασε,
      δεν πιανουν φρενα, κινδυν*, εγκλωβ*, βγαζει καπνο, καπνουσ,
      πλημμυρ*, εσπασε ο σωληνασ, εσπασε σωληνασ, διακοπη ρευματοσ, χωρισ ρευμα, χωρισ θερμανση, χωρισ νερο, κολλησαμε, εχουμε κολλησει, ελιωσε, υπερθερμ*, καπνο, εκρηξη, διαρροη`),
    fraud: listed(`
      χακαραν, χακαρ*, αδειαζουν, αδειασαν, εκλεψαν την καρτα, εκλεψαν τα, μπλοκαρετε την καρτα, παγωστε,
      κλειδωστε τον, απατεων*, μη εξουσιοδοτημεν*, χρεωση που δεν εκανα, μεταφορα που δεν εκανα,
      δεν ενεκρινα, δεν το εκανα εγω, χωρισ την εγκριση, εξαπατ*, απατη, εχασα την καρτα, πορτοφολι, μπηκε καποιοσ, στο ονομα μου, υποκλοπ*`),
    vulnerable: listed(`εγκυοσ, αμαξιδιο, οξυγονο, ινσουλινη, αναπηρ*, αμεα, ανοια, νεογεννητο, μωρο, αιμοκαθαρση,
      φαρμακ*, ασθμα*, επιληψ*, ηλικιωμεν*, γιαγια, παππου, αναπηρικ*`),
    minor: listed(`παιδι μονο, κορη μου μονη, γιοσ μου μονοσ, ανηλικ*,
      παιδια μονα, το παιδι μου, παιδι μου μονο`),
    legal: listed(
      `δικηγορο*, μηνυση, εξωδικο*, δικαστηρι*, νομικα μεσα, νομικεσ ενεργειεσ, συνηγορο*, καταγγελια, ινκα, ραε,
      αστυνομια, εισπρακτικ*, εισαγγελ*, αγωγη`,
    ),
    press: listed(`δημοσιογραφο*, εφημεριδα*, καναλι, καναλια, μμε, ειδησεισ`),
    deadline: listed(`σημερα, αποψε, αυριο, τωρα, αμεσα, επειγ*, σε μια ωρα, simera, avrio, aurio, twra, amesa,
      μεχρι αυριο, μεχρι σημερα, μεχρι παρασκευη, μεχρι δευτερα, αυριο το πρωι, σε δυο ωρεσ, σε λιγεσ ωρεσ, γαμοσ, κηδεια, εξετασεισ, φευγει, πτηση, προθεσμια, τελευταια μερα, γρηγορα, το συντομοτερο, βιαζομαι, κατεπειγον`),
  },
  hr: {
    injury: listed(`
      progutao, progutala, progutalo, onesvjes*, srusio se, srusila se, krvarenj*, ne dise, otrovan*, krvari,
      bolnic*, hitna pomoc, alergijsk*, strujni udar, udarila struja, ozlijed*, povrijed*, onesvijes*, opek*,
      trovanje, otrova*, ne moze disati, gusi se, samoubo*,
      bolovi, osip, ozljed*, posjekl*, hitna, u bolnici, povrijedi*, ugusi*, udah*, kolabir*, alergij*`),
    danger: listed(`
      gori, zapalil*, pozar, miris plina, smrdi na plin, miris gasa, curi plin, iskri, iskre, eksplodir*,
      kocnice otkaz*, otkazale kocnice, opasnost, zaglavljen*, zapeli u liftu, dimi se, zivotna opasnost,
      poplav*, pukla cijev, puklo je, nema struje, bez struje, bez grijanja, bez vode, zarobljen*, ostali smo zaglavljeni, zapeo u liftu, rastopi*, pregrij*, dim, curi, eksplozij*`),
    fraud: listed(`
      hakiran*, hakirali, hakovan*, prazne mi, prazni racun, skidaju mi, ukradena kartica, ukrali karticu,
      blokirajte karticu, blokirajte racun, neovlasten*, phishing, netko koristi moju,
      skinuto mi je, skinuli su mi, skinut novac, nisam odobri*, nisam ja, prevaren*, prijevar*, varaju, ukraden novcanik, izgubi* karticu, netko se prijavio, tude ime`),
    vulnerable: listed(`trudna, invalidsk*, kisik, inzulin, dijaliz*, demencij*, novorodence, beba,
      trudnic*, kolica, invalid*, lijek*, terapij*, astm*, epileps*, starija osoba, moja baka, novorodenc*, bebi, bebu`),
    minor: listed(`dijete samo, dete samo, kci sama, sin sam, maloljetn*, maloletn*,
      dijete je samo, djeca sama, nase dijete, djetetu`),
    legal: listed(`
      odvjetnik*, advokat*, tuzb*, tuziti, tuzit cu, sudu, na sud, inspekcij*, inspektor*, hakom, pravne korake,
      azop, zastiti potrosaca,
      policij*, ovrh*, prijava inspekciji, prijavit cu, pravobranitelj*, kaznena prijava, opomena`),
    press: listed(`novinar*, novine, mediji*, medijima, televizij*, index`),
    deadline: listed(`danas, veceras, sutra, odmah, hitno, smjesta, za sat vremena, do ponoci, sto prije, sad odmah,
      do danas, do sutra, do petka, do ponedjeljka, sutra ujutro, jos danas, ovaj tjedan, za dva sata, za 2 sata, let je, polazi, vjencanje, svadba, pogreb, ispit, rok je, zadnji dan, sto hitnije, najhitnije, zurno, zuri*, brzo`),
  },
  hu: {
    injury: listed(`
      lenyelte, lenyelt, osszeesett, elajul*, ajul*, verzes*, nem lelegzik, megmergez*, verzik, korhaz*, mento,
      mentot, mentok, allergias rea*, aramutes, megrazott, megserult, serules, elajult, eges*, mergezes, fullad*,
      nem kap levegot, ongyilkos*, surgossegi,
      fajdalom, fajdalmai, kiutes*, seb, vagas, korhazban, baleset*, rosszul lett, allergia*`),
    danger: listed(`
      ki gyulladt, kigyulladt, eg a, tuz van, gazszag, gazszivarg*, szikraz*, felrobban*, nem fog a fek, fek nem,
      eletveszely*, beragadt*, beszorult*, fustol,
      csotores, csotores volt, eltort a cso, nincs aram, aramszunet, nincs futes, nincs viz, ott ragadtunk, rekedt*, megolvad*, tulmeleged*, fust, fustot, szivarog, robban*, elontott*`),
    fraud: listed(`
      feltort*, meghackel*, hackel*, elloptak a kartya*, kartyamat elloptak, letiltani a kartya*, tiltsak le,
      zaroljak, nem en utaltam, nem en inditottam, adathalasz*, csalok, lopjak a penz*, jogosulatlan,
      leemeltek, levontak amit nem, nem hagytam jova, jovahagyasom nelkul, atvertek, csaltak, ellopott kartya, elvesztettem a kartya*, tarcam*, belepett valaki, a nevemben`),
    vulnerable: listed(
      `terhes, kerekesszek*, oxigen, inzulin, dializis, mozgasserult, demens, ujszulott, csecsemo, kisbaba,
      varandos, gyogyszer*, asztma*, epilepszia*, mozgasserult*, idos, nagymamam, fogyatek*, baba, babanak`,
    ),
    minor: listed(`gyerek egyedul, gyermek egyedul, gyerekem egyedul, lanyom egyedul, fiam egyedul, kiskoru*,
      gyerekek egyedul, gyermekem, a gyerek`),
    legal: listed(
      `ugyved*, jogi lepes*, feljelent*, birosag*, perel*, fogyasztoved*, bekeltet*, naih, nmhh, mnb, felszolitas,
      rendorseg*, vegrehajto*, behajtas*, jogasz*, panaszbizottsag`,
    ),
    press: listed(`ujsagiro*, sajto*, mediaban, tv ben, hirado`),
    deadline: listed(
      `ma, ma este, holnap, azonnal, surgos*, most rogton, egy oran belul, ejfelig, haladektalanul, mihamarabb,
      meg ma, mai napon, holnapig, pentekig, hetfoig, holnap reggel, ket ora mulva, ket oran belul, percen belul, eskuvo*, temetes*, vizsga*, indul a, jarat, hatarido*, utolso nap, minel hamarabb, minel elobb, sietek, gyorsan`,
    ),
  },
  fi: {
    injury: listed(`
      nielaisi, pyortyi, pyorty*, ei hengita, verenvuoto*, myrkyn, tuupertui, vuotaa verta, sairaala*,
      ambulanssi*, allerginen reaktio, allergis*, sahkoisku*, loukkaantu*, tajutton*, palovamma*, ruokamyrkyty*,
      myrkytys*, ei saa henkea, hengenahdistu*, paivystyk*, itsemurha*,
      kipu*, ihottuma*, haava*, onnettomuu*, sairaalassa, tapaturma*, allergia*, sattui`),
    danger: listed(`
      palaa, syttyi, tulipalo, tuleen, kaasu haisee, kaasun haju, kaasuvuoto, kipinoi, rajahti, jarrut petti*,
      jarrut ei, hengenvaara*, vaarassa, jumissa hississa, savuaa, hissiin jumiin,
      vesivahin*, putki rikki, putkirikko, sahkokatko, ei sahkoja, ei lamm*, ei vetta, jumissa, lukkojen taakse, sulanut, suli, ylikuume*, savua, rajahdys, vuotaa, tulvii`),
    fraud: listed(`
      hakkeroi*, kaapattu, tiliani tyhjennetaan, tyhjennet*, kortti varastet*, korttini varastet*,
      sulkekaa kortti, sulkekaa tili, kuoletus, luvattom*, tietojenkalastelu, huijari soitti,
      annoin pankkitunnukset,
      en ole hyvaksynyt, en ole tehnyt, ilman lupaani, huijattu, huijaus*, kortti kadonnut, lompakko, varastettu, tunnukset, nimissani, kalastelu*`),
    vulnerable: listed(`
      raskaana, pyoratuoli*, happilaite*, insuliini*, dialyysi*, vammainen, dementia, muistisair*, vauva,
      vastasyntyny*,
      laak*, astma*, epileps*, vanhus*, mummo*, aitini, vammais*, vauvan, vauvalle, liikuntaraj*`),
    minor: listed(`lapsi yksin, tytar yksin, poika yksin, alaikai*,
      lapset yksin, lapseni, lapsemme`),
    legal: listed(`
      asianajaja*, lakimie*, juristi*, oikeustoim*, oikeuteen, karajaoikeu*, kuluttajariita*, kuluttajaviranom*,
      kuluttaja asiamie*, rikosilmoitu*, tietosuojavaltuut*,
      poliisi*, perint*, ulosott*, valvontaviranomai*, reklamaatio oikeus`),
    press: listed(`toimittaja*, lehdisto*, iltalehti, iltasanom*, media*, uutisiin`),
    deadline: listed(
      `tanaan, illalla, huomenna, heti, valittomasti, kiire*, tunnin paasta, nyt heti, mahdollisimman pian,
      viela tanaan, tanaan viela, huomiseen, perjantaihin, maanantaihin, huomenaamulla, kahden tunnin, tunnin kuluttua, haat, hautajais*, tentti, lahtee, lento, maaraaika*, viimeinen paiva, pian, nopeasti, pikaisesti, pikaista, akuut*`,
    ),
  },
  ko: {
    injury: listed(`
      삼켰*, 삼킨*, 실신*, 피가 안 멈*, 피가 멈추*, 숨을 안*, 중독*, 피가 나*, 피나*, 응급실*, 병원*, 119*, 구급차*, 알레르기*, 감전*, 다쳤*, 다쳐*, 부상*,
      화상*, 기절*, 쓰러*, 식중독*, 숨을 못*, 숨이 안*, 자살*, 죽고 싶*,
      통증*, 발진*, 상처*, 사고가*, 입원*, 두드러기*, 토했*, 구토*`),
    danger: listed(`
      불이 났*, 불났*, 불이 붙*, 화재*, 가스 냄새*, 가스냄새*, 가스가 새*, 가스 새*, 연기가*, 연기나*, 폭발*, 터졌*, 브레이크가 안*, 브레이크 안*, 갇혔*, 갇혀*,
      스파크*, 위험*,
      침수*, 물이 새*, 누수*, 정전*, 전기가 나*, 난방이 안*, 온수가 안*, 녹았*, 녹아*, 과열*, 탄 냄새*, 타는 냄새*, 고립*, 못 나가*, 멈췄어요 안에*`),
    fraud: listed(`
      해킹*, 보이스피싱*, 피싱*, 스미싱*, 도용*, 돈이 빠져나가*, 돈이 계속*, 지급정지*, 누가 제 카드*, 카드 정지*, 계좌 정지*, 사기 당*, 사기당*, 무단 결제*,
      결제한 적 없*,
      승인한 적*, 본인이 아닌*, 제가 안 했*, 사기예요*, 카드 분실*, 지갑*, 명의*, 부정 사용*, 부정사용*, 로그인 시도*, 유출*`),
    vulnerable: listed(`임산부*, 임신*, 휠체어*, 산소*, 인슐린*, 투석*, 장애인*, 치매*, 신생아*, 갓난*,
      약이 떨어*, 복용*, 천식*, 간질*, 어르신*, 할머니*, 할아버지*, 아기*, 노인*, 거동*`),
    minor: listed(`아이 혼자*, 아이가 혼자*, 애가 혼자*, 애 혼자*, 딸 혼자*, 아들 혼자*, 미성년*,
      애들만*, 아이들만*, 우리 아이*`),
    legal: listed(
      `변호사*, 고소*, 소송*, 법적*, 소비자원*, 소비자보호원*, 금감원*, 내용증명*, 공정위*, 공정거래위원회*, 방통위*, 경찰*,
      신고*, 경고장*, 추심*, 법원*`,
    ),
    press: listed(`기자*, 언론*, 방송국*, 제보*, 뉴스*, 신문*`),
    deadline: listed(`오늘*, 내일*, 지금*, 당장*, 긴급*, 급해*, 급합*, 시간 안에*, 한시간*, 빨리*, 즉시*, 오늘밤*,
      내일까지*, 오늘까지*, 금요일까지*, 월요일까지*, 오늘 중*, 두시간*, 2시간*, 1시간*, 결혼식*, 장례*, 시험*, 출발*, 비행기*, 마감*, 마지막 날*, 급하*, 서둘*, 최대한 빨리*, 얼른*`),
  },
};
