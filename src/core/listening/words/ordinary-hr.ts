/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHr = `
adresi adresu ajde akcija alarm anđeo aparat apartman aplikacija aplikaciji aplikaciju auta auto autobus autocesti
automatski autu avionu bacanje bacio bager bahat bahatost bajka baka banka bankarstvo banke bankomat banovali baraka
baterija bazen bačen bašta beba bebe bebi bebu beda beogradu besplatno bezobrazluk bicikl bijeda bijesna bila bili
bilje bilo birati biser biti bjezite bježite black blagajna blagajni blato blizu bljedunjavo blokirajte blokirali
bodova bogat bogzna boja bojala bojim bojler boju boli bolja bolje bolji bomba bor božić brana brat bravo breza
brežuljak briga brijeg brod broj broja brojeve broju bronca bruka brza brzi brzina brzinski brzo brzom bubanj budale
bude bugova buka bukva bungalov bura bure burek buši carevi cast cekam cekanje cela celoj cena centa cesta cigla
cijela cijeli cijelim cijelo cijelom cijelu cijena cijene cipela cipele cirkus cista crkao crkava crkla crkva crkve
crnu curi cvijet dabar dajte dala dalje daljinski dan dana danas dar delfin depozit deset desetka dežurni dijela
dijete dim divlja divna divni divno divota diže dižete djeca djece djed djelatnica djelo djetetu dječja dječji dlaka
dob dobar dobila dobili dobio dobivam dobra dobre dobri dobro dodajte dodam dodati dogovoreno dokle doktor dolaska
dolazi dolazimo dolina dolje dom doma domaće domaći domaćin doručak dosada dosao dosla doslo dosta dostava dostave
dostavljate dostavljač doći dočekali dođe došao došla došlo draga dragi dragulj druga druge drugi drugima drugog drva
drvena drvo držala drži dubina duga dunja duplo dućanu duša duše dušu dvaput dvije dvoje dvor dvorana dvorišta ekipa
ekipi ekran eksplodirao epizoda eura evra extra fala fale fali falilo falio fantastična fenjer fenomenalan fenomenalna
film filma fina fini firma firme firmu fjord fleke fora gablec gaj galeb gavran gdje gejta genijalna glas glava glavom
glazba gleda gledala gljiva gluma glupost godina godinama godine godišnjem gora gore gospođe gosti gotova gotovo grad
gradu grah grana grebe greben greska greske greška greške grešku grijanja grije groba grozno grožđe grupa grupu gubi
gume gusar guska gust guzve gušt gužva gužve haha hahaha hahahaha hakovan halo haustoru hitno hitnom hitnu hladna
hladno hotel hoće hrana hranu hrast hrid htio htjela hvala iako iban idem idemo igla igra igračka ijedan ijednog ikra
imali imam imamo imanje imao imate imati inače inbox informaciju internet interneta iphone ironija iskra iskrena
iskreno iskri ispadaju isplate isplati isplatilo ispod ispravili ispred isprike ista istekao isteklim isti isto istu
ivana izasli izašli izbacuje izdrao izgledam izgovore izgubila izgubili izgubljen izgubljenu izlazu izlet između
izmišljate iznad iznenadena iznenađena iznenađenje izvinite izvor izvoz jablan jadno jagoda jaja jaje jakna jama jarak
jarbol jasen jasno jastog javi javila javim javite javlja javljam javljate javor jedan jedino jedna jedni jednim jedno
jednom jednostavna jednostavno jednu jedva jeftino jela jelen jesen jest jeste jesu jezero jezik jug juha jutro jutros
jučer kabel kada kafić kakav kako kakva kamata kamen kamera kanta kante kaos kapa kapetan kapija kapu karta karte
karti kartica kartice kartici karticom karticu kartu kasni kasnilo kasnio katastrofa katu kauč kava kavu kaze kazna
kazu kaša kašnjenja kašnjenje kaže kažu kci kiša kiše kiši klik klima klime klinaca klinci ključ klupa knjiga knjige
kofer koga koja koje kojeg kojem koji kojima koju koka kokos kolač kolegica kolica kolicima kolika koliko kolko kolo
kolovoza komad komada kome komšija konačno koncert kondukter konj konkurencije konobar kopija korijen koristi
koristiti kos kosa kosu koza košara košta koštala kožuh kraj kraja kraju kralj kraljevi krava kredit krema krene
krenuo krepala krevet kriva krive krivi krivo krivu krov kroz krug kruh kruna kruška kruže krvarim kuci kufer kula kum
kuna kune kupca kupila kupina kupio kupka kupljen kupon kurir kurira kurirom kutija kutiju kuća kuće kući kvalitete
kvalitetno kvar kvaru kćer lagan lajkove laku lampa lane laptop lasta lav laža lažete lažni led ledi legenda legende
legla lepa lepo leptir leta leti letka leđa liga lijek lijep lijepa lijepi lijepo linja link lipnju list livada
ljekarna ljepše ljeto ljetovanje ljubazan ljubazni ljubazno ljude ljudi ljudski ljuta lopova lopovi lopta losa lose
lovor lozinku loša loše loši ludilo ludnica luk luka luku lula madrac mail majka majke majstor majstori makar mala
mali malina malo malu mama mami manje marko maslina materijal mačak mačka med mekan melem mene meni meso mesta milina
minus minuta minute minuti minutu miris miriše mislila mjesec mjeseca mjeseci mjesečno mjesta mjesto mjestu mlako
mljac mobitel mobitelu model mogao mogla moglo mogu moja moje moji mojom moju molim momak mora moram more most mostaru
moze može možete mrak mraku mreža mreže mrtav mrzim mrzovoljni muke munja muzej mučno nadam nade nadmašili najam
najavljuju najbolja najbolje najbolji najboljoj najbolju najgora najgori najljepsa najljepša naknada nakon naljepnice
nalog nama napisala napisao naplaceno naplatili naplatio naplaćeno naplaćuje naplaćujete napokon napola napravite
napuklo narod narudzbu narudžba narudžbe narudžbi narudžbu naručeno naruči naručila naručiti naručivanje nasmijana
navečer nazad nazvao način našao našla našli neba nebo nedelje nedelju nedjeljom nedjelju nedostaje nedostatak
nedostupno nego nekad neke neki neko nema nemaju nemam nemate neozbiljni nepravda neprijatelju nesposobni nesposobnost
nestala nestalo nestane nestao nesto netko neverovatno nezaboravan neće neću nešto nigde nigdje nije nijednom nikad
nikakav nikako nikakve niko nikog nikome nisam nista niste nisu niti nitko ništa njih njima normalni normalno nosi
nosim nova novac novca novce novi novim novine novom novu novčanik noć noći nož nude nula obala obavezno obaveštenja
obavijest obećali obilne obitelj običaju objasnila objasnio objasnite objašnjenja oblak obnovila obozavam obožavam
obrade obradi obradovali obrazac ocajna ocekivala ocekivanja ocekivao ocito odbijen odbijena odbili odgovara
odgovaraju odgovarate odgovor odgovora odgovoru odjednom odlepile odlicne odličan odlična odlično odmah odmor
odusevljena oduševila oduševljena oduševljeni odšteta ognjište ograda oko onaj onda online opasna opasno opcija opciju
opet opomena oprostite optika orah orao original orlovi osam osiguranje osim osjećam osmijeh osobna ostalo ostao
ostavili ostavio ostaviti otišao otišla otišle otkazala otkazali otkazan otkazana otkazati otok otpad otprilike
otrovala otvara otvaranje otvoreni otvorila ovaj ovako ovan ovca ovdje ovog ovom očajna očajno očekivala očekivanja
očekivao očima padne paket paketomat pala papir papira paprat para pare parfem parking patike pauk pekare perilica
perje pero petak peti petica petka petnaest pijesak pitanja pitanje pizza piše pišem pišite pjesma placa placem placu
plakala plamen planina planirate plate platim platio platit platiti platiš plave plaća plaćam plaćanje plače plačem
plaža plaže plin pljačka pobjegao poda podatke podne podršci podrške podu pogled pogledajte pogledao pogodak pogrešan
pogrešna pohvala pohvale pojma poklon poklopila poklopili pokriva pokvareno pola polazi polica polici polizat polje
poludeću poludit pomaknuo pomereno pomogao pomozite pomoć ponedjeljak ponor ponosan ponovno ponoć ponoći ponuda ponudu
poplave popravili popust porcije poreza porodica portal poruci porudžbine poruka poruke poručim posada posao posebno
poskupelo poskupjeli poskupjelo poslala poslali poslao poslati poslije poslovnica poslovnici poslovnicu poslu posteno
posto postoji potok potvrda potvrdite potvrdu pouzdani povišicu povrat povrata povratak pozdrav poziv pozz počinje
počinjem pošiljka poštarinu pošten pošteni pošteno pošto poštovani pranja prave pravi pravo prazan prazno prebacili
prebaciti precijenjen pred predaje predati predivna predivno predlažem predomislila predstava predvidljiv pregled
pregledu preko prelijepo prema preporucam preporucujem preporuka preporuke preporučam preporučila preporučujem
preselili pretplata pretplatu preuzimanje prevara prevarili previše prigovor prijatan prijatno prijava prijavit
prijaviti prijavljuje prijavu prije prijete prijevaru primate primljena privremeno priznali priča pričam prljav
probala problem problema prodaju prodali prodavačica profil profilu progutao prohodala proizvod prolaze prolazi
promijenili promijenio promijeniti propao proradilo protiv proviziju prozor prozora pročitao prošlo prste prsten
prtljagu prva prve prvi prvo prvog prvu psovao ptica puca pukao pukla puna punjač puno put puta putem putovnica
putujem pušta pčela pčelar pčelica pšenica racun rade radi radila radim radimo radio radite radno rak rakija ramenima
ranije raspada raspala raspao rata rate ratu razbijen razbijeno razbojnici razloga razmislite razocarali razocarana
razočarali razočarana razočarao razvučen račun računa račune računu raž redu rekao rekla reklama reklamacija
reklamaciju rekli remek restoran rezervacija rezervaciju rezerviran rečenice riba rijeci rijeka rijeseno riječ riječi
riješeno riješila riješili riješio roaming roba robu rog roka rokom roku rosa rođendan ruka rukama ruke ruku rupa rupu
rusi ručak ruši ruža sada sajt saljem sama sami samo sarajevo sat sata sati savrseno savršen savršeno savršenstvo sebe
sedam selo serija seriju servis servisa servisu sestra sezona sidro signala sigurno sinoć sirova siska sjajno sjena
sjever skida skidam skinuli skinuti skinuto skladište skok skriveni skup skuplja skuplje skupo sladoled slagao slatka
slici sliježe slika sliku sljedeće slobodan slomila slomljeno slon slova slusalicu slušalice slušalicu službenica
smece smeta smeće smiješno smrad smrdi snijeg snijega snijegu soba sobu sokol sol somun sova spam spasila spasili
spasio spavam split spor sporije sporo spustila sram sramota sranje srca srce srdačan srdačno srebro sredio sretan
sretni sretno sreća sreće sređeno srna srpnja staklo stalno stan stanici stanju stanu stara stare stari starijima
stavili stavite steta stigao stigla stigle stigli stiglo stignemo stijena stize stići stiže stižu stjuardesa stoje
stoji stojim stojimo stoka stol stolica stolice strane stranica stranice stranici stres strijela strpljenja strpljenju
strpljiva strpljivo struja struje struju studente stupnjeva stvar stvari stvarno subotom subotu sudu sumnjati sunce
super susret sustav sutra suza svadbu svaka svake svaki svako svakog svakom svaku svega svejedno svemu svih svijetu
svijeća svima svira svježa svoj svojih svom tabla tako tamo tarifa tarifu tata tava tehničar telefon telefona telefonu
telegram televizor tenisice termin terminal teta tečaj teško tigar tiha tiho tipka tipkovnici tišina tjedan tjedana
tjedna toga toliko topao topi topla tople toplo torba točno tragedija trajao traje trajekt tramvaj trava traže traži
tražim tražimo tražio treba trebala trebali trebalo trebam trebao trebaš treci treći trešnja trideset trnje trokira
troskovi trudnice trunke tuga tuča tuđi tužbu tužna tvrđava ubacite ucitava udoban ugodan ugodno ugovor ugovora ujutro
ukrali ukrcaj ulaza ulica ulice ulici umalo umjesto umorna unaprijed unesem uništili unuci unutra uopce uopće upis
upisali upisati uplata uplati uplatio uplatu upravo upropastili uredno usluga usluge uslugu uspjela uspjeli usred
utakmica utorak uvedite uvek uvesti uvijek uzas uzela uzeli uzeo uzet uzimam učitava uđem užasan užasno užitak uživo
val valja valjda vama vatra vaša vaše vašeg vašem velika veljači verzija veza veze vezi veći večer večera večeras vidi
vidim vidimo vidio vikao vikend vise visi viče više viška vjenčanje vjerna vjernosti vjerovati vjerujem vjetar vlaga
vlak vlaka vlaku vlasnik voda vode vodu volim voljela volju vozač vozi vožnji vrana vrata vratila vratili vratima
vratio vratiti vraća vraćaju vraćam vraćamo vrba vredi vreme vremena vrećicu vrh vrhunska vrijedi vrijedno vrijeme vrt
vrti vrtić vrtiću vuk zabavan zabavno zaboravila zaboravili zadnja zadnje zadnji zadovoljan zadovoljna zadovoljnija
zadru zaglavio zaglavljena zagreb zahtjev zahvaljujem zahvalni zaključali zaključan zakon zaljubljena zamerki zamjena
zamjenski zamjerke zamjerku zanima zaobiđite zapalio zaprimljena zaslužuje zatvara zatvoren zatvorili zaštitar zašto
zbog zebra zec zelen zelena zemlja zgodno zgrade zid zima zivi zivot zlata zlatni zlato zmaj zmija znaju znam znate
znači zona zone zoni zonom zonu zora zove zovem zovu zrak zračenja zrno zubar zvala zvati zvezdica zvijezda zvjezdica
zvona zvonce zvoncima zvone zvoni zvonik zvonko zvono zvuk čamac čarolija čast čaša čeka čekala čekam čekamo čekanja
čekanju čekić čelik čestitam četiri četvrtak češnjak čist čista čisti čisto čičak čišćenje čovjek čovjeka čudo šalje
šaljete šalju šaltera šalteru šarena šest širokom šišmiš škola škripi šljiva štakori šteka šteta štete štetu šuma
šutite švicarski žaba žalba žalbu žalim žalosno želim žena žene žito živce živci živi život života životu
`;
