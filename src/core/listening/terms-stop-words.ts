import { plain } from '../understanding/phrases.ts';

/**
 * Words that every sentence has, by language. Together in one set: a stop word of one language that means something in
 * another is rare among the long ones, and the short ones are left out anyway.
 */
const LISTS: Readonly<Record<string, string>> = {
  en: `about after again all also always and another any are aren because been before being but can cannot could did didn does
    doesn doing don done down even ever every for from get gets getting give given goes going gone gonna good got had has hasn have haven
    having her here hers him his how into isn its just know let like literally lot made make makes many maybe more most much must never next
    not nothing now off once one only other our out over own please put really right said same say says see seem seems she should shouldn since
    some someone something still such sure take than thank thanks that thats the their them then there these they thing things think this those
    though through time today too two under until very via want wanted was wasn way well went were weren what when where which while who whole
    why will with without won would wouldn yes yesterday yet you your yours yourself anyone everyone back been day days ago week long been im ive
    youre theyre dont cant wont didnt doesnt isnt wasnt couldnt wouldnt lol omg hey hello`,
  de: `aber alle allem allen alles als also andere anderen auch auf aus bei beim bin bis bist bitte damit dann danke das dass dein deine dem den
    denn der des dich die dies diese diesem diesen dieser dieses dir doch dort durch ein eine einem einen einer eines einfach einmal etwas euch
    euer eure euren fur ganz gar gegen gerade gibt habe haben habt hat hatte hatten heute hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
    immer ins ist jede jeden jeder jedes jemand jetzt kann kannst kein keine keinen keiner konnen konnte leider machen macht man mal mehr mein
    meine meinem meinen meiner mich mir mit muss nach nein nicht nichts nie noch nun nur oder ohne schon sehr sein seine seinem seinen seit sich
    sie sind soll sollte sondern sonst uber und uns unser unsere vom von vor wann war waren warum was weg weil welche wenn wer werde werden wie
    wieder will wir wird wirklich wurde wurden zum zur zwar zwei gestern schonmal echt mal`,
  el: `από αλλά αν αυτά αυτή αυτό αυτός για γιατί δεν εγώ εδώ είμαι είναι είσαι είχα είχε εκεί ένα ένας έχει έχετε έχω ήταν και κάθε κάτι καλά
    μας μόνο μετά μέχρι μια μία μου μπορεί μπορώ να ναι όλα όλοι όμως όπως όταν ότι όχι πάλι πάντα πολύ πού που πότε πως πριν πρέπει σαν σας σου
    στα στη στην στις στο στον στους τα τη την της τι τις το τον τόσο τότε του τους των τώρα χωρίς ώρα θα μη μην σε με κι ή αυτήν αυτόν εμένα
    εσείς εμείς σήμερα χθες χτες παρακαλώ ευχαριστώ`,
  hr: `ako ali bez bih bila bili bilo bio biti bude budem ću ćete ćemo danas dok dva evo gdje hvala iako ili imam ima imate ipak iz jako jedan jedna
    jedno jer još jučer kada kad kako kao koja koje koji koju kod mene meni mi moj moja moje može možete mogu molim nakon nam nas naš nego nema
    nemam netko neki neka nešto nije nikad nisam nisu ništa oko ona oni ono onda opet ova ovaj ovo pa pod prije preko sada sam samo sebe smo ste
    stvarno sve svi svoj tako taj tek toga tom treba tu uvijek vam vas vaš već vi više zašto zbog znam`,
  hu: `abban ahol aki akik akkor alatt amely ami amit annak arra aztán azért azonban azt bár be csak csinál de egy egyik egész ehhez ekkor el
    első elég előtt én ennek erre ez ezek ezt fel hanem hát hogy hogyan hogyha ide ha igen is itt jó kell kellett ki köszönöm kérem lehet lenne
    lesz lett ma már más meg mely mert mi miatt miért mikor milyen mindig minden mint mit most még múlva nagy nagyon ne nekem nem nincs nélkül
    olyan ott össze persze pedig sajnos saját sem semmi sok se számomra szerint tegnap többet tudom után utána vagy vagyok valaki valami van
    vannak vele vissza viszont volna volt voltak őket ők ön önök önöknek`,
  fi: `aina ainakin ei eikä eilen ehkä eli emme en enää ennen että et hän he heidän hyvin ihan ja jo joka jonka jos joskus jossa jota joten kai
    kaikki kanssa koko koska kuin kuka kun kuten kyllä me mikä miksi milloin minkä minulla minun minä minua missä mitä mitään moni mukaan mun mutta
    muu myös mä ne niin niitä nyt nämä näin ole olen olemme oli olivat olla olet on ovat paljon pitää pois saa se sekä sen siellä siinä sillä
    sitten sitä sun taas tai te teidän teillä teille tämä tämän tänne tässä tätä tänään vaan vai vaikka varmaan vasta vielä voi voiko yhtään yksi
    kiitos moi hei tosi asti jälkeen`,
  ko: `그리고 그런데 그래서 하지만 그냥 너무 정말 진짜 이거 저거 그거 이런 그런 저런 지금 오늘 어제 내일 아직 다시 계속 모두 매우 아주 제가 저는 나는 내가 저희 우리
    여기 거기 왜 어떻게 무엇 뭐가 언제 어디 하는 하고 해서 해요 했는데 합니다 했습니다 있는 있어요 있습니다 없는 없어요 없습니다 같아요 같은 때문에 부탁드립니다 주세요 감사합니다 안녕하세요`,
  sv: `alla allt att av bara bli blir blev bra den denna deras dess det detta dig din ditt dock där efter eller en ett fick från får för ha hade han har
    helt här hej hon hur igen ingen inget inte jag kan kunde man med mer min mitt mot mycket måste ni nu när något någon också och om oss på redan sedan
    sig ska skulle som så tack till under upp ut utan vad var vara varför vem vet vi vid vill år än är över idag igår`,
  fr: `alors après aussi avant avec avez avoir bien bonjour ça car ce cela ces cet cette comme comment dans depuis des deux donc dont du elle elles
    encore entre est et étaient était être faire fait faut hier ici ils jamais jour leur leurs mais même merci mes moi moins mon ne nos notre nous
    on ont ou où par parce pas peu peut plus pour pourquoi quand que quel quelle qui quoi rien sans ses si sont suis sur tous tout toute toutes très
    trop une vos votre vous vraiment aujourd hui`,
  es: `ahora algo alguien algún antes aquí así aunque ayer bien cada casi como con cómo cual cuando cuándo de del desde después donde dónde dos el
    ella ellos en entre era eran es esa ese eso está están este esta esto estos estoy fue gracias ha hace hacer hasta hay hola hoy la las les lo
    los más me mejor menos mi mis mucho muy nada ni no nos nosotros nunca para pero poco por porque puede pues que qué quien se ser si sí sin sobre
    solo son soy su sus también tan tanto te tengo tiene todo todos tu una uno unos usted vez ya yo`,
  it: `adesso alla alle allora anche ancora avete bene che chi ci ciao come con cosa così cui dai dal dalla dei del della delle deve di dopo dove due
    ecco era essere fare fatto gli già grazie hanno ho ieri il in io la le lei lo loro ma mai me meno mi mia mio molto nel nella nessuno niente
    noi non nostro ogni oggi per perché però più poi prima proprio può quale quando quanto quella quello questa questo qui sempre sei senza si sia
    siamo sono solo sta stato sto sua sul sulla suo tanto tra troppo tutti tutto una uno vi voi vostro`,
  pt: `agora ainda algo alguém antes aqui até bem boa bom cada com como da das de depois dele dela do dos ela ele eles em entre era essa esse esta
    está estão este estou eu faz foi fui há hoje isso isto já lhe mais mas me mesmo meu minha muito na nada não nem nos nós nossa nosso num numa
    nunca obrigado olá onde ontem ou para pela pelo pode por porque porquê qual quando que quem são se sem ser seu seus só sobre sua também tanto
    tem tenho ter teu toda todo todos tudo um uma umas uns vai vez você vocês`,
  nl: `aan alle alleen alles als altijd andere bedankt ben bij dag dan dat deze die dit doen door dus een eens echt geen gisteren goed had heb hebben
    heeft heel het hier hij hoe hun iemand iets ieder jij jou jouw jullie kan kunnen maar maken meer men met mij mijn moet naar niet niets nog nooit
    nou nu of om omdat onder ons onze ook op over te tegen toch toen tot uit uw van vandaag veel voor waar waarom wanneer want waren was wat weer
    wel wie wij wil worden wordt zal ze zeer zich zij zijn zo zonder zou`,
  pl: `ale albo bardzo bez być było był była ciągle coś czy dla dlaczego dlatego dobrze dzień dzisiaj dziękuję gdzie go ich ile im inny ja jak jaki
    jako jednak jego jej jest jestem jeszcze jeśli już każdy kiedy kto która które który lub ma mam mają mi mnie może można mój na nad nadal nam nas
    nasz nawet nic nie niego nich nigdy niż on ona oni ono oraz pan pani po pod przed przez przy są się sobie tak taki tam ten też to tu twój ty
    tylko tym wam was wasz wczoraj wszystko za zawsze ze że żeby`,
};

const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(LISTS).flatMap((list) => list.split(/\s+/).filter(Boolean).map(plain)),
);

/** @param word as `cut` has it: without capitals and accents */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
